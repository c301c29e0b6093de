import ArgumentParser

/// How a view is printed: as rows, or drawn.
enum ViewFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case table
  /// One JSON document.
  case json
  /// One JSON document a line.
  case jsonl
  /// Comma-separated values with a header.
  case csv
  /// The rows as features of a map (RFC 7946).
  case geojson
  /// A map, or a network of actors.
  case svg
  /// A network of actors in the language of Graphviz.
  case dot

  /// The format of rows; `nil` for what is drawn.
  var rows: Format? { Format(rawValue: rawValue) }
}

/// `--format` on commands whose rows can also be drawn.
struct ViewFormatOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "How to print: table for people, json, jsonl, csv or geojson for programs; svg draws a map or actors, dot actors."
    ))
  var format: ViewFormat = .table

  /// The format of rows, for what cannot be drawn.
  func rows(of what: String) throws(Complaint) -> Format {
    guard let rows = format.rows else {
      throw Complaint(.usage, "--format \(format.rawValue): \(what) cannot be drawn; allowed: table, json, jsonl, csv")
    }
    return rows
  }
}
