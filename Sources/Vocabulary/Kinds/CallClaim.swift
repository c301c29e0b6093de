public import Leaf

/// Somebody calls for action: a recommendation, an inquiry, a sanction.
public struct CallClaim: KindPayload {
  public static let kind = Kind.claimCall
  public static let family = Family.claims
  public static let shape = Shape(
    "claim.call", "Somebody calls for action: a recommendation, an inquiry, a sanction.",
    [
      .must("content", .code(.callContent), "What is called for."),
      .must("action", .text, "The action in one sentence."),
      .may("issuer", .name(.source), "Who calls."),
      .may("addressee", .text, "Who must act."),
      .may("subject", .name(.actor), "Whom it concerns."),
      .may("deadline", .form(.edtf), "By when it must be done."),
      .may("status", .code(.callStatus), "What became of it."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// What is called for.
  public var content: Content? { fields.code("content") }

  /// The action in one sentence.
  public var action: String { fields.text("action") ?? "" }

  /// Who calls.
  public var issuer: String? { fields.text("issuer") }

  /// Who must act.
  public var addressee: String? { fields.text("addressee") }

  /// Whom it concerns.
  public var subject: String? { fields.text("subject") }

  /// By when it must be done, as EDTF.
  public var deadline: String? { fields.text("deadline") }

  /// What became of it.
  public var status: Status? { fields.code("status") }

  public func summary(of event: Event) -> String {
    Telling.line(
      "Call", fields.text("content"), "“\(action)”", issuer.map { "by \($0)" }, addressee.map { "to \($0)" }, subject,
      fields.text("status"))
  }

  /// What is called for.
  public enum Content: String, ClosedCode {
    case recommend
    case investigate
    case sanction
    case open
    case close

    public static let list = CodeListName.callContent
  }

  /// What became of a call.
  public enum Status: String, ClosedCode {
    case open
    case accepted
    case done
    case refused
    case lapsed

    public static let list = CodeListName.callStatus
  }
}
