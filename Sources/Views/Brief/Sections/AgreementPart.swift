import Vocabulary

/// What became of agreements and their provisions, each monitor and scale beside the others.
enum AgreementPart: BriefPart {
  static let heading = "Agreement"

  static func sentences(_ scope: BriefScope) -> [Brief.Sentence] {
    let statements = scope.statements.of(.claimAgreement)
    return statements.prefix(scope.limit).map(\.sentence) + scope.rest(statements.count, "claims about agreements")
  }
}
