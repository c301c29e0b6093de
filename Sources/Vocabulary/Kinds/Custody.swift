public import Leaf

/// What was done with a kept original, and by whom.
public struct Custody: KindPayload {
  public static let kind = Kind.custody
  public static let family = Family.reports
  public static let shape = Shape(
    "custody", "What was done with a kept original, and by whom.",
    [
      .must("act", .code(.custodyAct), "What was done."),
      .must("evidence", .form(.sha256), "The digest of the object."),
      .may("size", .integer(0...9_007_199_254_740_991), "Its length in bytes."),
      .may("media_type", .form(.mediaType), "Its media type."),
      .may("name", .text, "The name that it had where it came from."),
      .may("url", .form(.url), "Where it was captured from."),
      .may("captured", .form(.second), "When it was captured (UTC)."),
      .may("tool", .text, "The tool."),
      .may("version", .text, "The version of the tool."),
      .may("settings", .text, "The settings of the tool."),
      .may("before", .form(.sha256), "The digest before the act."),
      .may("after", .form(.sha256), "The digest after the act."),
      .may("sha512", .form(.sha512), "A second digest of the object, for when SHA-256 has aged."),
      .may("from", .text, "Who held it before; a pseudonym where the name is protected."),
      .may("custodian", .text, "Who holds it now; a pseudonym where the name is protected."),
      .may("authority", .text, "On whose authority."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// What was done.
  public var act: Act? { fields.code("act") }

  /// The digest of the object.
  public var evidence: String { fields.text("evidence") ?? "" }

  /// Its length in bytes.
  public var size: Int64? { fields.number("size") }

  /// Its media type.
  public var mediaType: String? { fields.text("media_type") }

  /// The name that it had where it came from.
  public var name: String? { fields.text("name") }

  /// Where it was captured from.
  public var url: String? { fields.text("url") }

  /// When it was captured (UTC).
  public var captured: String? { fields.text("captured") }

  /// The tool.
  public var tool: String? { fields.text("tool") }

  /// The version of the tool.
  public var version: String? { fields.text("version") }

  /// The settings of the tool.
  public var settings: String? { fields.text("settings") }

  /// The digest before the act.
  public var before: String? { fields.text("before") }

  /// The digest after the act.
  public var after: String? { fields.text("after") }

  /// A second digest of the object, for when SHA-256 has aged.
  public var sha512: String? { fields.text("sha512") }

  /// Who held it before; a pseudonym where the name is protected.
  public var from: String? { fields.text("from") }

  /// Who holds it now; a pseudonym where the name is protected.
  public var custodian: String? { fields.text("custodian") }

  /// On whose authority.
  public var authority: String? { fields.text("authority") }

  public func summary(of event: Event) -> String {
    Telling.line(
      "Custody", fields.text("act"), Telling.short(evidence), tool.map { "with \($0)" },
      custodian.map { "held by \($0)" })
  }

  /// What is done with an object.
  public enum Act: String, ClosedCode {
    case capture
    case receive
    case transfer
    case verify
    case access
    case copy
    case derive
    case seal
    case destroy

    public static let list = CodeListName.custodyAct
  }
}
