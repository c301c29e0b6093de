import Vocabulary

/// How actors stand to each other, and what they say themselves.
enum ActorPart: BriefPart {
  static let heading = "Actors: relations and what they say"

  static func sentences(_ scope: BriefScope) -> [Brief.Sentence] {
    let statements = scope.statements.of(.claimRelation, .claimStatement)
    return statements.prefix(scope.limit).map(\.sentence) + scope.rest(statements.count, "relations and statements")
  }
}
