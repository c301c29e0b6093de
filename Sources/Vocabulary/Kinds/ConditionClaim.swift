public import Leaf

/// Somebody says in what condition an area is.
public struct ConditionClaim: KindPayload {
  public static let kind = Kind.claimCondition
  public static let family = Family.claims
  public static let shape = Shape(
    "claim.condition", "Somebody says in what condition an area is.",
    [
      .must("condition", .code(.condition), "The condition."),
      .may("commodity", .code(.commodity), "The commodity, for a hub of trade."),
      .may("severity", .code(.severity), "How severe."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The condition.
  public var condition: String { fields.text("condition") ?? "" }

  /// The commodity, for a hub of trade.
  public var commodity: String? { fields.text("commodity") }

  /// How severe.
  public var severity: String? { fields.text("severity") }

  public func summary(of event: Event) -> String {
    Telling.line("Condition", condition, commodity, severity, Telling.where(event), Telling.when(event))
  }
}
