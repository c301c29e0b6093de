public import Leaf

/// Disputes an earlier event; it stands, and every row shows the dispute.
public struct Dispute: KindPayload {
  public static let kind = Kind.dispute
  public static let family = Family.ledger
  public static let targets: [TargetRule] = [.one(.disputes)]
  public static let shape = Shape(
    "dispute", "Disputes an earlier event; it stands, and every row shows the dispute.",
    [
      .must("reason", .text, "Why."),
      .may("by", .name(.source), "Who disputes."),
      .may("field", .form(.path), "The field in dispute, by its dotted path."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// Why.
  public var reason: String { fields.text("reason") ?? "" }

  /// Who disputes.
  public var by: String? { fields.text("by") }

  /// The field in dispute, by its dotted path.
  public var field: String? { fields.text("field") }

  public func summary(of event: Event) -> String {
    Telling.line("Dispute", Telling.target(event, .disputes), field, by.map { "by \($0)" }, reason)
  }
}
