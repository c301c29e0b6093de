import Vocabulary

/// Who must do what on whose word, and what became of it.
enum CallPart: BriefPart {
  static let heading = "Inquiries and calls"

  static func sentences(_ scope: BriefScope) -> [Brief.Sentence] {
    let statements = scope.statements.of(.claimCall)
    return statements.prefix(scope.limit).map(\.sentence) + scope.rest(statements.count, "calls")
  }
}
