public import Leaf

/// A gazetteer or boundary file, adopted by its digest.
public struct GazetteerEntry: KindPayload {
  public static let kind = Kind.gazetteer
  public static let family = Family.reference
  public static let shape = Shape(
    "gazetteer", "A gazetteer or boundary file, adopted by its digest.",
    [
      .must("key", .form(.key), "The id of the gazetteer."),
      .must("version", .text, "Its version."),
      .must("title", .text, "Its title."),
      .may("evidence", .form(.sha256), "The digest of the kept file."),
      .may("property", .text, "The property of its features that names places by their id or P-code."),
      .may("licence", .text, "Its licence."),
      .may("url", .form(.url), "Where it was found."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The id of the gazetteer.
  public var key: String { fields.text("key") ?? "" }

  /// Its version.
  public var version: String { fields.text("version") ?? "" }

  /// Its title.
  public var title: String { fields.text("title") ?? "" }

  /// The digest of the kept file.
  public var evidence: String? { fields.text("evidence") }

  /// The property of its features that names places by their id or P-code; without it, the one that names most.
  public var property: String? { fields.text("property") }

  /// Its licence.
  public var licence: String? { fields.text("licence") }

  /// Where it was found.
  public var url: String? { fields.text("url") }

  public func summary(of event: Event) -> String {
    Telling.line("Gazetteer", title, Telling.bracket(key, version))
  }
}
