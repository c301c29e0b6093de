/// Gives the records of a table one after the other.
package protocol TableReader: AnyObject {
  /// How the file writes its records.
  var form: TableForm { get }
  /// How many bytes of the file were read.
  var consumed: UInt64 { get }
  /// Reads the next record; `false` at the end.
  func next(_ record: inout TableRecord) throws(ExchangeError) -> Bool
}

/// How a file writes its records: what is needed, besides the cells, to write the same bytes again.
package enum TableForm: Equatable, Sendable {
  case csv(CSVDialect)
  case geojson(FeatureForm)
}

extension TableForm {
  /// The names of the columns, where no record tells them.
  var names: [String]? {
    switch self {
    case .csv: nil
    case .geojson(let form): form.names
    }
  }

  var mediaType: String {
    switch self {
    case .csv(let dialect): dialect.delimiter == 0x09 ? "text/tab-separated-values" : "text/csv"
    case .geojson: "application/geo+json"
    }
  }

  /// Writes the members of a report's table that tell of the form.
  func write(to pen: inout DraftPen) {
    switch self {
    case .csv(let dialect):
      pen.text("encoding", dialect.encoding.rawValue)
      pen.text("delimiter", [dialect.delimiter])
      pen.text("quoting", dialect.quoting.rawValue)
      pen.text("line_end", dialect.lineEnd.rawValue)
      if dialect.hasByteOrderMark { pen.flag("byte_order_mark", true) }
      if !dialect.isLastLineEnded { pen.flag("last_line_ended", false) }
    case .geojson(let form):
      pen.open("frame", "[")
      for text in form.frame { pen.text(nil, text) }
      pen.close("]")
    }
  }
}
