import Vocabulary

/// Who did what to whom; sexual violence at the first-level region at most, and a concern never as an incident.
enum AbusePart: BriefPart {
  static let heading = "Abuses"

  static func sentences(_ scope: BriefScope) -> [Brief.Sentence] {
    let statements = scope.statements.of(.abuse)
    guard !statements.isEmpty else { return [] }
    return [count(statements)] + statements.prefix(scope.limit).map(\.sentence) + scope.rest(statements.count, "abuses")
  }

  private static func count(_ statements: [Statement]) -> Brief.Sentence {
    let concerns = statements.filter { $0.isConcern }.count
    let sexual = statements.filter { $0.leaf.isSexualViolence && !$0.isConcern }.count
    return Brief.Sentence(
      "\(statements.count - concerns) abuses are recorded, \(sexual) of them conflict-related sexual violence; "
        + "\(concerns) concerns are told below and counted as no incident.",
      strength: "sexual violence is told by region and month at most, to protect survivors", [])
  }
}

extension Statement {
  fileprivate var abuse: Abuse? { if case .abuse(let abuse) = leaf.payload { abuse } else { nil } }
  fileprivate var isConcern: Bool { abuse?.status == .concern }
}
