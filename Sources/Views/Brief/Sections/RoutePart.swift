import Vocabulary

/// Who contests trade and trafficking, and in what condition areas are; a vacuum has its own section.
enum RoutePart: BriefPart {
  static let heading = "Routes, illicit trade and other conditions"

  static func sentences(_ scope: BriefScope) -> [Brief.Sentence] {
    let statements = scope.statements.of(.claimContest, .claimCondition).filter { !$0.leaf.isVacuum }
    return statements.prefix(scope.limit).map(\.sentence)
      + scope.rest(statements.count, "claims about routes and conditions")
  }
}
