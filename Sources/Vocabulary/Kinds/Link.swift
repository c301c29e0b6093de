public import Leaf

/// Says how two earlier events stand to each other; a set of links is a reversible merge.
public struct Link: KindPayload {
  public static let kind = Kind.link
  public static let family = Family.ledger
  public static let targets: [TargetRule] = [.one(.subject), .one(.object)]
  public static let shape = Shape(
    "link", "Says how two earlier events stand to each other; a set of links is a reversible merge.",
    [
      .must("relation", .code(.linkRelation), "The relation of the subject to the object."),
      .must("reason", .text, "Why."),
      .may("confidence", .code(.confidence), "How sure."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The relation of the subject to the object.
  public var relation: Content? { fields.code("relation") }

  /// Why.
  public var reason: String { fields.text("reason") ?? "" }

  /// How sure.
  public var confidence: Confidence? { fields.code("confidence") }

  public func summary(of event: Event) -> String {
    Telling.line(
      "Link", Telling.target(event, .subject), fields.text("relation"), Telling.target(event, .object), reason)
  }

  /// What a link says of two events.
  public enum Content: String, ClosedCode {
    case same
    case notSame = "not-same"
    case partOf = "part-of"
    case precedes
    case causes
    case corroborates
    case contradicts

    public static let list = CodeListName.linkRelation
  }
}
