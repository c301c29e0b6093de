import Vocabulary

/// Who provided security and is leaving, who follows, where nobody does, and who claims to fill the gap.
enum WithdrawalPart: BriefPart {
  static let heading = "Withdrawals and vacuum"

  static func sentences(_ scope: BriefScope) -> [Brief.Sentence] {
    let answer = scope.answer(Security.self)
    let rows = answer.rows.filter { scope.isInside($0.key.prefix { $0 != "/" }.description) && !$0.events.isEmpty }
    let pictures = rows.filter { row in
      answer.cell("phase", of: row) != .text("unknown: no evidence") && (isOwn(row) || isRegion(row, scope))
    }
    let vacuum = scope.statements.of(.claimCondition).filter { $0.leaf.isVacuum }
    let steps = scope.statements.of(.withdrawal)
    return pictures.prefix(scope.limit).map { picture($0, answer, scope) } + scope.rest(pictures.count, "areas")
      + (steps + vacuum).prefix(scope.limit).map(\.sentence) + scope.rest(steps.count, "steps of leaving")
  }

  /// Whether something is said of the area itself, and not only of one around it.
  private static func isOwn(_ row: Row) -> Bool {
    row.because.contains { $0.rule.hasPrefix("S1-") && !$0.rule.hasSuffix("-cascade") }
  }

  private static func isRegion(_ row: Row, _ scope: BriefScope) -> Bool {
    scope.region.map { Verbatim($0.id) == Verbatim(row.key.prefix { $0 != "/" }.description) } ?? false
  }

  private static func picture(_ row: Row, _ answer: Answer, _ scope: BriefScope) -> Brief.Sentence {
    func cell(_ column: String) -> String? {
      let text = answer.cell(column, of: row).description
      return text.isEmpty ? nil : text
    }
    func name(_ key: String) -> String { scope.facts.actorName(key, on: answer.at) }
    func names(_ column: String) -> String? {
      guard case .list(let keys) = answer.cell(column, of: row), !keys.isEmpty else { return nil }
      return Prose.list(keys.map(name))
    }
    let provider = cell("provider").map(name) ?? "no provider that is named"
    let phase = Prose.words(cell("phase") ?? "unknown")
    var text = "\(cell("name") ?? row.key), \(answer.at): \(provider), \(phase)"
    if let since = cell("phase_since") { text += " since \(since)" }
    text += names("successor").map { "; followed by \($0)" } ?? "; no successor is stated"
    if let since = cell("vacuum_since") { text += "; a vacuum since \(since)" }
    if let claimants = names("claimants") { text += "; claim to fill it: \(claimants)" }
    return Brief.Sentence(Prose.capital(text) + ".", strength: scope.strength(row), row.events + row.disputes)
  }
}

extension Event {
  /// Whether it says that nobody provides security or holds power there.
  var isVacuum: Bool {
    if case .claimCondition(let claim) = payload { claim.condition.utf8.elementsEqual("vacuum".utf8) } else { false }
  }
}
