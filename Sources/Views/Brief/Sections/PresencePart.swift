import Vocabulary

/// Where armed groups are, arrive, move, govern, exploit.
enum PresencePart: BriefPart {
  static let heading = "Presence of armed groups"

  static func sentences(_ scope: BriefScope) -> [Brief.Sentence] {
    let statements = scope.statements.of(.claimPresence)
    return statements.prefix(scope.limit).map(\.sentence) + scope.rest(statements.count, "claims of presence")
  }
}
