public import Leaf

/// A document in which a source says something.
public struct Report: KindPayload {
  public static let kind = Kind.report
  public static let family = Family.reports
  public static let shape = Shape(
    "report", "A document in which a source says something.",
    [
      .must("source", .name(.source), "The source that published it."),
      .must("title", .text, "Its title as printed."),
      .may("published", .form(.date), "When it was published; the public knew by the last day the date can mean."),
      .may("accessed", .form(.date), "When it was read."),
      .may("url", .form(.url), "Where it was read."),
      .may("evidence", .form(.sha256), "The digest of the kept original."),
      .may("symbol", .text, "Its symbol, for example S/2023/578."),
      .may("language", .form(.language), "Its language."),
      .may("media_type", .form(.mediaType), "Its media type."),
      .may("table", .object(ImportedTable.shape), "The table that was imported with it."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The source that published it.
  public var source: String { fields.text("source") ?? "" }

  /// Its title as printed.
  public var title: String { fields.text("title") ?? "" }

  /// When it was published; the public knew by the last day the date can mean.
  public var published: UncertainDate? { fields.date("published") }

  /// When it was read.
  public var accessed: UncertainDate? { fields.date("accessed") }

  /// Where it was read.
  public var url: String? { fields.text("url") }

  /// The digest of the kept original.
  public var evidence: String? { fields.text("evidence") }

  /// Its symbol, for example S/2023/578.
  public var symbol: String? { fields.text("symbol") }

  /// Its language.
  public var language: String? { fields.text("language") }

  /// Its media type.
  public var mediaType: String? { fields.text("media_type") }

  /// The table that was imported with it.
  public var table: ImportedTable? { fields.child("table").map(ImportedTable.init) }

  public func summary(of event: Event) -> String {
    Telling.line("Report", "“\(title)”", "by \(source)", published.map { "published \($0)" })
  }
}
