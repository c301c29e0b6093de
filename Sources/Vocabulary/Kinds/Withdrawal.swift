public import Leaf

/// One phase of a provider of security leaving an area; it holds for all that lies inside.
public struct Withdrawal: KindPayload {
  public static let kind = Kind.withdrawal
  public static let family = Family.withdrawals
  public static let shape = Shape(
    "withdrawal", "One phase of a provider of security leaving an area; it holds for all that lies inside.",
    [
      .must("phase", .code(.phase), "Which phase."),
      .must("provider", .name(.actor), "Who leaves."),
      .may("ordered_by", .name(.actor), "Who wants it to leave."),
      .may("remaining", .object(Remaining.shape), "How many remain."),
      .may("except", .list(.name(.place), least: 1), "Places inside the area that are not left."),
      .may("successor", .name(.actor), "Who takes over."),
      .may("reason", .text, "The reason given."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// Which phase.
  public var phase: Phase? { fields.code("phase") }

  /// Who leaves.
  public var provider: String { fields.text("provider") ?? "" }

  /// Who wants it to leave.
  public var orderedBy: String? { fields.text("ordered_by") }

  /// How many remain.
  public var remaining: Remaining? { fields.child("remaining").map(Remaining.init) }

  /// Places inside the area that are not left.
  public var exceptions: [String] { fields.texts("except") }

  /// Who takes over.
  public var successor: String? { fields.text("successor") }

  /// The reason given.
  public var reason: String? { fields.text("reason") }

  public func summary(of event: Event) -> String {
    Telling.line(
      "Withdrawal", fields.text("phase"), "of \(provider)", orderedBy.map { "ordered by \($0)" }, Telling.where(event),
      Telling.when(event))
  }

  /// A phase of a withdrawal.
  public enum Phase: String, ClosedCode {
    case requested
    case ordered
    case announced
    case mandateEnded = "mandate-ended"
    case begun
    case completed
    case reversed
    case refused

    public static let list = CodeListName.phase
  }
}
