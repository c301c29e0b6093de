public import Leaf

/// Somebody says how two actors stand to each other; the interval is when it occurred.
public struct RelationClaim: KindPayload {
  public static let kind = Kind.claimRelation
  public static let family = Family.claims
  public static let shape = Shape(
    "claim.relation", "Somebody says how two actors stand to each other; the interval is when it occurred.",
    [
      .must("relation", .code(.relationKind), "The relation."),
      .must("actor", .name(.actor), "The actor."),
      .must("other", .name(.actor), "The other actor."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The relation.
  public var relation: Content? { fields.code("relation") }

  /// The actor.
  public var actor: String { fields.text("actor") ?? "" }

  /// The other actor.
  public var other: String { fields.text("other") ?? "" }

  public func summary(of event: Event) -> String {
    Telling.line("Relation", "\(actor) \(fields.text("relation") ?? "") \(other)", Telling.when(event))
  }

  /// A relation between two actors.
  public enum Content: String, ClosedCode {
    case affiliation
    case partOf = "part-of"
    case alliance
    case hostile
    case signatory
    case partner
    case succession

    public static let list = CodeListName.relationKind
  }
}
