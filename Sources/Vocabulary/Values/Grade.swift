public import Leaf

/// How good the source and the information are (Admiralty: NATO AJP-2.1).
///
/// F and 6 mean "cannot be judged", not "worse than E or 5". Likelihood and confidence (ICD 203) are kept apart.
public struct Grade: Sendable, CustomStringConvertible {
  public static let shape = Shape(
    "grade_value", "How good the source and the information are (Admiralty).",
    rules: [.anyOf(["reliability", "credibility", "likelihood", "confidence"])],
    [
      .may("reliability", .code(.reliability), "The reliability of the source, A to F."),
      .may("credibility", .codeNumber(.credibility), "The credibility of the information, 1 to 6."),
      .may("by", .text, "Who grades."),
      .may("when", .form(.day), "When."),
      .may("why", .text, "Why."),
      .may("likelihood", .code(.likelihood), "How likely it is (ICD 203)."),
      .may("confidence", .code(.confidence), "The analytic confidence (ICD 203)."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The reliability of the source, A to F.
  public var reliability: Reliability? { fields.code("reliability") }

  /// The credibility of the information, 1 to 6.
  public var credibility: Int64? { fields.number("credibility") }

  /// Who grades.
  public var by: String? { fields.text("by") }

  /// When.
  public var when: Day? { fields.day("when") }

  /// Why.
  public var why: String? { fields.text("why") }

  /// How likely it is (ICD 203).
  public var likelihood: Likelihood? { fields.code("likelihood") }

  /// The analytic confidence (ICD 203).
  public var confidence: Confidence? { fields.code("confidence") }

  /// The reliability of a source: A completely reliable to E unreliable, F cannot be judged.
  public enum Reliability: String, ClosedCode {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"
    case f = "F"

    public static let list = CodeListName.reliability
  }

  /// Letter and digit, for example `B2`; a dash for what is not graded.
  public var description: String {
    (reliability?.rawValue ?? "-") + (credibility.map { String($0) } ?? "-")
  }
}
