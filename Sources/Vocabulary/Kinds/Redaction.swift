public import Leaf

/// Announces that protected values of earlier events are destroyed.
public struct Redaction: KindPayload {
  public static let kind = Kind.redact
  public static let family = Family.ledger
  public static let targets: [TargetRule] = [.some(.redacts)]
  public static let shape = Shape(
    "redact", "Announces that protected values of earlier events are destroyed.",
    [
      .sealed("digests", .list(.form(.digest), least: 1), "The digests of the values."),
      .draft("fields", .list(.text, least: 1), "The values by name; the ledger finds their digests."),
      .must("reason", .text, "Why."),
      .must("authority", .text, "On whose authority."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The digests of the values.
  public var digests: [String] { fields.texts("digests") }

  /// Why.
  public var reason: String { fields.text("reason") ?? "" }

  /// On whose authority.
  public var authority: String { fields.text("authority") ?? "" }

  public func summary(of event: Event) -> String {
    Telling.line(
      "Redact", Telling.target(event, .redacts), digests.count == 1 ? "1 value" : "\(digests.count) values", reason,
      "authority \(authority)")
  }
}
