import Vocabulary

/// Incidents with their figures; sums over single incidents only, with patterns and aggregates beside them.
enum AttackPart: BriefPart {
  static let heading = "Attacks and casualties"

  static func sentences(_ scope: BriefScope) -> [Brief.Sentence] {
    let answer = scope.answer(Attacks.self).within(scope)
    guard !answer.rows.isEmpty else { return [] }
    let apart = Dictionary(grouping: answer.rows) { answer.cell("form", of: $0).description }
    return [sum(answer, scope)] + told(apart["single"] ?? [], answer, scope)
      + told(apart["pattern"] ?? [], answer, scope)
      + told(apart["aggregate"] ?? [], answer, scope)
  }

  /// The sum, with how many incidents it rests on.
  private static func sum(_ answer: Answer, _ scope: BriefScope) -> Brief.Sentence {
    let single = Totals.single(answer, scope.facts)
    let count = single?.incidents ?? 0
    let killed = single?.figures.first { $0.what == "killed" }
    var text = count == 1 ? "One single incident is recorded" : "\(count) single incidents are recorded"
    text +=
      killed.map { figure in
        switch (figure.told, count) {
        case (1, 1): "; the number of its dead is given as \(figure.cell)"
        case (1, _): "; 1 of them gives a number of dead, \(figure.cell)"
        default: "; \(figure.told) of them give a number of dead, which sums to \(figure.cell)"
        }
      } ?? "; no number of dead"
    switch answer.rows.count - count {
    case 0: break
    case 1: text += ". One pattern or aggregate stands beside the sum and is not in it"
    case let beside: text += ". \(beside) patterns and aggregates stand beside the sum and are not in it"
    }
    return Brief.Sentence(text + ".", strength: "absent figures are not counted as zero", single?.events ?? [])
  }

  private static func told(_ rows: [Row], _ answer: Answer, _ scope: BriefScope) -> [Brief.Sentence] {
    rows.prefix(scope.limit).map { row in
      let prose = Statement(Subject.position(row.key) ?? 0, scope)
      let preferred = row.because.first { $0.rule == "A3-preferred-account" }?.events.first
      let text = preferred.flatMap { prose?.prose($0) } ?? "Incident \(row.key)"
      return Brief.Sentence(
        text + "." + figures(row, answer), strength: scope.strength(row, with: prose.map { [$0.manner] } ?? []),
        row.events + row.disputes, beneath: prose?.beneathIncident ?? [])
    } + scope.rest(rows.count, "incidents")
  }

  /// The figures over several accounts, each beside the others.
  private static func figures(_ row: Row, _ answer: Answer) -> String {
    guard case .list(let accounts) = answer.cell("by_account", of: row), accounts.count > 1 else { return "" }
    let killed = answer.cell("killed", of: row).description
    let fused = killed.isEmpty ? "" : " Over all accounts: \(killed) killed."
    return fused + " By account: \(accounts.joined(separator: "; "))."
  }
}

extension Answer {
  /// Only the rows of incidents that may lie in the period and concern the region.
  func within(_ scope: BriefScope) -> Answer {
    var answer = self
    answer.rows = rows.filter { row in
      guard case .day(let from) = cell("from", of: row) else {
        return scope.isInPeriod(nil, day("to", row)) && isThere(row, scope)
      }
      return scope.isInPeriod(from, day("to", row)) && isThere(row, scope)
    }
    return answer
  }

  private func day(_ column: String, _ row: Row) -> Day? {
    if case .day(let day) = cell(column, of: row) { day } else { nil }
  }

  private func isThere(_ row: Row, _ scope: BriefScope) -> Bool {
    guard !row.events.isEmpty else { return false }
    guard case .text(let place) = cell("place", of: row) else { return scope.concerns(nil, on: nil) }
    return scope.concerns(place, on: day("to", row))
  }
}

extension Statement {
  /// How strongly its first account says it.
  var manner: String {
    scope.facts.facts(Provenance.name, .event(head)).last?.leaf.attribution.flatMap(BriefScope.manner) ?? ""
  }
}
