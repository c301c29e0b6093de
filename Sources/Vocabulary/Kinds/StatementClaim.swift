public import Leaf

/// Somebody says that a speaker said something: what the speaker does by saying it.
public struct StatementClaim: KindPayload {
  public static let kind = Kind.claimStatement
  public static let family = Family.claims
  public static let shape = Shape(
    "claim.statement", "Somebody says that a speaker said something: what the speaker does by saying it.",
    [
      .must("act", .code(.statementAct), "What the speaker does."),
      .must("speaker", .name(.actor), "Who speaks."),
      .may("about", .text, "What it is about."),
      .may("audience", .text, "To whom."),
      .may("summary", .text, "What was said, in short."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// What the speaker does.
  public var act: Act? { fields.code("act") }

  /// Who speaks.
  public var speaker: String { fields.text("speaker") ?? "" }

  /// What it is about.
  public var about: String? { fields.text("about") }

  /// To whom.
  public var audience: String? { fields.text("audience") }

  /// What was said, in short.
  public var gist: String? { fields.text("summary") }

  public func summary(of event: Event) -> String {
    Telling.line(
      "Statement", "\(speaker) \(fields.text("act") ?? "")", about, gist.map { "“\($0)”" }, Telling.when(event))
  }

  /// What a speaker does by saying it.
  public enum Act: String, ClosedCode {
    case claimsResponsibility = "claims-responsibility"
    case denies
    case threatens
    case instructs
    case positionsItself = "positions-itself"
    case admits

    public static let list = CodeListName.statementAct
  }
}
