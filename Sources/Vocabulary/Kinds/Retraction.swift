public import Leaf

/// Takes back earlier events.
public struct Retraction: KindPayload {
  public static let kind = Kind.retract
  public static let family = Family.ledger
  public static let targets: [TargetRule] = [.some(.retracts)]
  public static let shape = Shape(
    "retract", "Takes back earlier events.",
    [
      .must("reason", .text, "Why."),
      .may("authority", .text, "On whose authority."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// Why.
  public var reason: String { fields.text("reason") ?? "" }

  /// On whose authority.
  public var authority: String? { fields.text("authority") }

  public func summary(of event: Event) -> String {
    Telling.line("Retract", Telling.target(event, .retracts), reason)
  }
}
