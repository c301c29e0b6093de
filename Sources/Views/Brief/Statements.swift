import Vocabulary

/// The propositions of a period about a region, each with every account of it.
struct Statements {
  private var byKind: [Kind: [Statement]] = [:]
  /// All of them, in the order of time.
  let all: [Statement]

  init(_ scope: BriefScope) {
    let positions = scope.facts.standing.subjects(Provenance.name, prefix: "#").compactMap(Subject.position).sorted()
    let told = positions.filter { scope.facts.world($0).map(scope.concerns) ?? false }
    all = Testimony.propositions(told, scope.facts).compactMap { Statement($0, scope) }
      .sorted { ($0.order, $0.head) < ($1.order, $1.head) }
    for statement in all { byKind[statement.kind, default: []].append(statement) }
  }

  /// The statements of some kinds, in the order of time.
  func of(_ kinds: Kind...) -> [Statement] {
    if kinds.count == 1 { return byKind[kinds[0]] ?? [] }
    return all.filter { kinds.contains($0.kind) }
  }
}

extension References {
  /// What an event says about the world, as it stands: the fact that keeps its kind, period, parties, place and payload.
  func world(_ event: UInt64) -> StandingFact? {
    for view in [Corroboration.name, Attacks.name, Abuses.name] {
      if let fact = facts(view, .event(event)).last { return fact }
    }
    return nil
  }
}
