import Vocabulary

/// What the sources do not agree on, and where relays depart from what they relay.
enum ContradictionPart: BriefPart {
  static let heading = "Contradictions and departures from sources"

  static func sentences(_ scope: BriefScope) -> [Brief.Sentence] {
    let told = scope.statements.all.filter { statement in
      statement.isAltered || !statement.rivals.isEmpty || !scope.facts.disputes(of: statement.accounts).isEmpty
    }
    return told.prefix(scope.limit).map(\.sentence) + scope.rest(told.count, "contradictions")
  }
}
