import Vocabulary

extension Statement {
  /// Where an account departs from what it relays: it altered it, or a report nearer to its root says otherwise.
  var departures: [Brief.Sentence] {
    testimony.pro.filter { $0.isAltered || verdict.relays.contains($0.event) }.map { witness in
      let nearer = scope.source(of: witness.event, among: accounts + rivals) ?? nearer(to: witness)
      let words = scope.quote(witness.event).map { "“\($0)”" } ?? prose(witness.event)
      let source = nearer.map { "nearer to the origin, \(scope.publisher($0)) has: \(prose($0))" }
      return Brief.Sentence(
        "\(scope.publisher(witness.event)) departs here from what it relays. It says \(words); "
          + (source ?? "what it relays is not recorded beside it") + ".",
        [witness.event] + [nearer].compactMap(\.self))
    }
  }

  /// The account of the same root that is nearest to it.
  private func nearer(to witness: Testimony.Witness) -> UInt64? {
    (testimony.pro + testimony.contra).filter {
      $0.root == witness.root && !$0.isAltered && $0.path.count < witness.path.count
    }.min { ($0.path.count, $0.event) < ($1.path.count, $1.event) }?.event
  }

  /// Whether an account of it departs from its source.
  var isAltered: Bool { testimony.pro.contains { $0.isAltered || verdict.relays.contains($0.event) } }
}

extension BriefScope {
  /// What a relay relays: of the events read in the reports that its report derives from, the nearest that speaks of the
  /// same, else that says something of the same kind about the same actor and place.
  func source(of event: UInt64, among linked: [UInt64]) -> UInt64? {
    guard let report = report(of: event) else { return nil }
    let path = facts.trail(from: report).path.dropFirst()
    let mine = facts.world(event).map { Topic($0.leaf) }
    for parent in path {
      let told = readIn[parent] ?? []
      if let found = told.first(where: linked.contains) { return found }
      if let found = told.first(where: { facts.world($0).map { Topic($0.leaf) } == mine }) { return found }
    }
    return nil
  }

  /// The report an event was read in.
  func report(of event: UInt64) -> UInt64? { facts.facts(Provenance.name, .event(event)).last?.report }

  /// The words of the source, unless they could lead to somebody who survived sexual violence.
  func quote(_ event: UInt64) -> String? {
    if facts.isGuarded(event) { return nil }
    return facts.facts(Provenance.name, .event(event)).last?.leaf.attribution?.quote
  }

  /// Who published the report an event was read in.
  func publisher(_ event: UInt64) -> String {
    let fact = facts.facts(Provenance.name, .event(event)).last
    return (fact?.report.flatMap { facts.report($0) }?.report.source).map(facts.sourceName) ?? "#\(event)"
  }
}
