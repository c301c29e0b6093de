public import Leaf

/// Somebody says what became of an agreement or of one of its provisions.
public struct AgreementClaim: KindPayload {
  public static let kind = Kind.claimAgreement
  public static let family = Family.claims
  public static let shape = Shape(
    "claim.agreement", "Somebody says what became of an agreement or of one of its provisions.",
    [
      .must("content", .code(.agreementContent), "What is claimed."),
      .must("agreement", .name(.agreement), "The id of the agreement."),
      .may("provision", .code(.provision), "The provision."),
      .may("scale", .code(.scale), "The scale of the score; scores of different scales are never averaged."),
      .may("score", .form(.decimal), "The score, as a decimal text."),
      .may("status", .code(.provisionStatus), "The status in a word."),
      .may("monitor", .name(.source), "Who monitors."),
      .may("blockers", .list(.text, least: 1), "What blocks it."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// What is claimed.
  public var content: Content? { fields.code("content") }

  /// The id of the agreement.
  public var agreement: String { fields.text("agreement") ?? "" }

  /// The provision.
  public var provision: String? { fields.text("provision") }

  /// The scale of the score; scores of different scales are never averaged.
  public var scale: String? { fields.text("scale") }

  /// The score, as a decimal text.
  public var score: String? { fields.text("score") }

  /// The status in a word.
  public var status: String? { fields.text("status") }

  /// Who monitors.
  public var monitor: String? { fields.text("monitor") }

  /// What blocks it.
  public var blockers: [String] { fields.texts("blockers") }

  public func summary(of event: Event) -> String {
    Telling.line(
      "Agreement", agreement, fields.text("content"), provision, status,
      score.map { Telling.list([$0, scale].compactMap(\.self)) }, Telling.when(event))
  }

  /// What is claimed about an agreement.
  public enum Content: String, ClosedCode {
    case signed
    case joined
    case provisionStatus = "provision-status"
    case breach
    case suspended
    case denounced
    case verified

    public static let list = CodeListName.agreementContent
  }
}
