public import Leaf

/// Corrects fields of an earlier event.
public struct Correction: KindPayload {
  public static let kind = Kind.correct
  public static let family = Family.ledger
  public static let targets: [TargetRule] = [.one(.corrects)]
  public static let shape = Shape(
    "correct", "Corrects fields of an earlier event.",
    [
      .must("changes", .list(.object(Change.shape), least: 1), "The fields, old and new."),
      .must("reason", .text, "Why."),
      .may("authority", .text, "On whose authority."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The fields, old and new.
  public var changes: [Change] { fields.children("changes").map(Change.init) }

  /// Why.
  public var reason: String { fields.text("reason") ?? "" }

  /// On whose authority.
  public var authority: String? { fields.text("authority") }

  public func summary(of event: Event) -> String {
    Telling.line("Correct", Telling.target(event, .corrects), Telling.list(changes.map(\.field)), reason)
  }
}
