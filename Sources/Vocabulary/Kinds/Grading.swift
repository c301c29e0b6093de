public import Leaf

/// Grades an earlier event anew; the grade stands in the envelope.
public struct Grading: KindPayload {
  public static let kind = Kind.grade
  public static let family = Family.ledger
  public static let targets: [TargetRule] = [.one(.grades)]
  public static let shape = Shape(
    "grade", "Grades an earlier event anew; the grade stands in the envelope.",
    [
      .must("reason", .text, "Why.")
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// Why.
  public var reason: String { fields.text("reason") ?? "" }

  public func summary(of event: Event) -> String {
    Telling.line("Grade", Telling.target(event, .grades), event.grade?.description, reason)
  }
}
