public import Leaf

/// Somebody assesses: a cause, an effect, a forecast, a trend, a perception.
public struct AssessmentClaim: KindPayload {
  public static let kind = Kind.claimAssessment
  public static let family = Family.claims
  public static let shape = Shape(
    "claim.assessment", "Somebody assesses: a cause, an effect, a forecast, a trend, a perception.",
    [
      .must("content", .code(.assessmentContent), "What is assessed."),
      .must("proposition", .text, "The assessment in one sentence."),
      .may("holder", .text, "Who holds it."),
      .may("cause", .text, "The cause in words; events go into refs."),
      .may("effect", .text, "The effect in words; events go into refs."),
      .may("measures", .list(.text, least: 1), "By what it is measured."),
      .may("likelihood", .code(.likelihood), "How likely (ICD 203)."),
      .may("confidence", .code(.confidence), "How sure the analyst is of the judgement (ICD 203)."),
      .may("horizon", .form(.edtf), "By when."),
      .may("outcome", .code(.outcome), "How it turned out."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// What is assessed.
  public var content: Content? { fields.code("content") }

  /// The assessment in one sentence.
  public var proposition: String { fields.text("proposition") ?? "" }

  /// Who holds it.
  public var holder: String? { fields.text("holder") }

  /// The cause in words; events go into refs.
  public var cause: String? { fields.text("cause") }

  /// The effect in words; events go into refs.
  public var effect: String? { fields.text("effect") }

  /// By what it is measured.
  public var measures: [String] { fields.texts("measures") }

  /// How likely (ICD 203).
  public var likelihood: Likelihood? { fields.code("likelihood") }

  /// How sure the analyst is of the judgement (ICD 203).
  public var confidence: Confidence? { fields.code("confidence") }

  /// By when.
  public var horizon: String? { fields.text("horizon") }

  /// How it turned out.
  public var outcome: String? { fields.text("outcome") }

  public func summary(of event: Event) -> String {
    Telling.line(
      "Assessment", fields.text("content"), "“\(proposition)”", holder.map { "held by \($0)" },
      fields.text("likelihood"))
  }

  /// What is assessed.
  public enum Content: String, ClosedCode {
    case cause
    case effect
    case potential
    case forecast
    case trend
    case perception

    public static let list = CodeListName.assessmentContent
  }
}
