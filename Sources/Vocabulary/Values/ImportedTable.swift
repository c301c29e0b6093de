public import Leaf

/// What the rows of an imported table do not tell by themselves: which data set it is, how the file wrote its records,
/// and the digest by which giving it back is proved.
public struct ImportedTable: Sendable {
  public static let shape = Shape(
    "table", "The table that was imported with this report, and how its file wrote the records.",
    [
      .must("data_set", .form(.key), "The data set; the next table of the same one is a newer release of it."),
      .must("format", .text, "The format, for example ucdp-ged."),
      .may("release", .text, "The name of the release."),
      .must("sha256", .form(.sha256), "The digest of the table's bytes, unpacked."),
      .must("bytes", .integer(0...9_007_199_254_740_991), "How many bytes that is."),
      .must("rows", .integer(0...9_007_199_254_740_991), "How many rows there are, the header not counted."),
      .may("encoding", .text, "The character encoding."),
      .may("delimiter", .text, "What stands between cells."),
      .may("quoting", .text, "Which cells are quoted: minimal, all, filled, texts."),
      .may("line_end", .text, "How a record ends: lf, crlf, cr."),
      .may("byte_order_mark", .boolean, "Whether the file begins with one."),
      .may("last_line_ended", .boolean, "Whether the last record has a line end."),
      .may("frame", .list(.verbatim, least: 1), "Of GeoJSON: the text before, between and after what the cells hold."),
      .may("asides", .list(.object(aside), least: 1), "Records that are no rows: the header, tags, blank lines."),
      .may("order", .text, "The order of the rows, where it is not that of the releases before."),
      .may("mapping", .form(.key), "The policy that says how columns were read."),
    ])

  private static let aside = Shape(
    "aside", "A record that is no row.",
    [
      .must("row", .integer(1...9_007_199_254_740_991), "The number of the record in the file."),
      .must("cells", .list(.verbatim, least: 1), "The cells, in order."),
      .may("layout", .text, "How it departs from the habit of the file."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The data set.
  public var dataSet: String { fields.text("data_set") ?? "" }

  /// The format, for example `ucdp-ged`.
  public var format: String { fields.text("format") ?? "" }

  /// The name of the release.
  public var release: String? { fields.text("release") }

  /// The digest of the table's bytes, unpacked.
  public var digest: String { fields.text("sha256") ?? "" }

  /// How many bytes that is.
  public var bytes: Int64 { fields.number("bytes") ?? 0 }

  /// How many rows there are.
  public var rows: Int64 { fields.number("rows") ?? 0 }

  /// The character encoding.
  public var encoding: String? { fields.text("encoding") }

  /// What stands between cells.
  public var delimiter: String? { fields.text("delimiter") }

  /// Which cells are quoted.
  public var quoting: String? { fields.text("quoting") }

  /// How a record ends.
  public var lineEnd: String? { fields.text("line_end") }

  /// Whether the file begins with a byte order mark.
  public var hasByteOrderMark: Bool { fields.flag("byte_order_mark") }

  /// Whether the last record has a line end.
  public var isLastLineEnded: Bool { fields.child("last_line_ended")?.boolean ?? true }

  /// Of GeoJSON: the text before, between and after what the cells hold.
  public var frame: [String] { fields.texts("frame") }

  /// Records that are no rows.
  public var asides: [(row: Int64, cells: [String], layout: String)] {
    fields.children("asides").map { ($0.number("row") ?? 0, $0.texts("cells"), $0.text("layout") ?? "") }
  }

  /// The order of the rows, where it is not that of the releases before.
  public var order: String? { fields.text("order") }

  /// The policy that says how columns were read.
  public var mapping: String? { fields.text("mapping") }
}
