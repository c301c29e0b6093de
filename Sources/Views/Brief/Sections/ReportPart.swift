import Vocabulary

/// One report, statement by statement: with what strength each stands, where it departs from its source, what it left out.
enum ReportPart {
  static func section(on report: UInt64, _ scope: BriefScope) -> Brief.Section {
    let title = scope.facts.report(report)?.report.title ?? "#\(report)"
    let positions = scope.facts.standing.subjects(Provenance.name, prefix: "#").compactMap(Subject.position).sorted()
    let mine = positions.filter { scope.facts.facts(Provenance.name, .event($0)).last?.report == report }
    let told = mine.map { sentence($0, scope) }
    let sentences = told + leftOut(by: report, mine, positions, scope)
    return Brief.Section(
      heading: "The report “\(title)” (#\(report)), statement by statement",
      sentences: sentences.isEmpty
        ? [Brief.Sentence("Unknown: no statement of this report is in the ledger.", [])] : sentences)
  }

  /// One statement of the report as the report has it, with what the ledger makes of it.
  private static func sentence(_ event: UInt64, _ scope: BriefScope) -> Brief.Sentence {
    let statement = Statement(event, scope)
    let prose = statement?.prose(event) ?? "Event #\(event)"
    let beneath = (statement?.beneath(of: event) ?? [])
    return Brief.Sentence(
      prose + ".",
      strength: [scope.strength(of: event), statement.map { "status " + $0.status }].compactMap(\.self)
        .joined(separator: "; "), [event], beneath: beneath)
  }

  /// What the reports that it derives from say and no statement of it repeats, supports or contradicts.
  private static func leftOut(
    by report: UInt64, _ mine: [UInt64], _ positions: [UInt64], _ scope: BriefScope
  ) -> [Brief.Sentence] {
    let parents = Set(scope.facts.trail(from: report).path.dropFirst())
    guard !parents.isEmpty else { return [] }
    let covered = Set(
      mine.flatMap { event in
        let testimony = Testimony(on: event, scope.facts)
        return testimony.pro.map(\.event) + testimony.contra.map(\.event) + [event]
      })
    return positions.filter { event in
      guard !covered.contains(event) else { return false }
      return scope.facts.facts(Provenance.name, .event(event)).last?.report.map(parents.contains) ?? false
    }.prefix(scope.limit).map { event in
      let statement = Statement(event, scope)
      return Brief.Sentence(
        "Left out by it: \(statement?.prose(event) ?? "event #\(event)").", strength: scope.strength(of: event), [event]
      )
    }
  }
}
