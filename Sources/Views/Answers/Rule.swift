/// A rule that can stand in a row, with the sentence that tells a reader what it did.
public struct Rule: Hashable, Sendable {
  /// The rule as rows name it, for example `R10-control-evidence`.
  public var id: String
  /// One sentence for people.
  public var sentence: String

  public init(_ id: String, _ sentence: String) {
    self.id = id
    self.sentence = sentence
  }

  /// Whether and how often events count is decided the same way in every view.
  static let ofStanding = [
    Rule("R1", "Retracted or corrected by then, so it does not count."),
    Rule("M1-said-not-to-be-the-same", "The accounts are said not to be of the same thing, so they stay apart."),
  ]
}

extension View {
  /// The sentence that explains a rule of this view; `nil` for a rule it does not have.
  public static func sentence(of rule: String) -> String? {
    rules.first { $0.id.utf8.elementsEqual(rule.utf8) }?.sentence
  }
}
