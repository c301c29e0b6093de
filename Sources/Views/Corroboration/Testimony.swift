import Vocabulary

/// The accounts for and against a proposition, with their roots.
struct Testimony {
  /// One account.
  struct Witness {
    let event: UInt64
    let grade: Admiralty
    let root: Root.Origin
    /// The reports between the account and its root.
    let path: [UInt64]
    /// The account says that the relay altered what it relays.
    let isAltered: Bool
  }

  /// The earliest event that says the proposition itself; `nil` when none stands.
  private(set) var head: UInt64?
  /// The accounts for it, ascending.
  private(set) var pro: [Witness] = []
  /// The accounts against it, ascending.
  private(set) var contra: [Witness] = []
  /// Reports whose derivation was inferred, ascending.
  private(set) var inferred: [UInt64] = []
  private(set) var ignored: [Ignored] = []

  /// Reads who says what about the proposition of the event.
  init(on event: UInt64, _ references: References) {
    let merging = Merging(around: event, references)
    let members = Testimony.side(of: merging.members, references)
    let opposed = Testimony.opposed(to: merging.members, besides: members, references)
    ignored = merging.refused
    var inferredReports: Set<UInt64> = []
    func witnesses(_ events: [UInt64]) -> [Witness] {
      events.flatMap { references.facts(Provenance.name, .event($0)) }.map { fact in
        let root = references.root(of: fact)
        inferredReports.formUnion(root.inferred)
        return Witness(
          event: fact.event, grade: references.grade(of: fact), root: root.origin, path: root.path,
          isAltered: fact.leaf.attribution?.fidelity == .altered)
      }
    }
    pro = witnesses(members)
    head = pro.map(\.event).first(where: merging.members.contains)
    contra = witnesses(opposed)
    for event in members + opposed { ignored += Account.ended(Provenance.name, [event], references) }
    inferred = inferredReports.sorted()
    let merged = references.independent((pro + contra).map(\.root))
    pro = pro.map { $0.with(root: merged[$0.root] ?? $0.root) }
    contra = contra.map { $0.with(root: merged[$0.root] ?? $0.root) }
  }

  /// The events, what supports them or says the same as what supports them, and so on, ascending.
  ///
  /// Support has a direction: who dates the signing supports that there was one, and not the other way round.
  static func side(of core: [UInt64], _ references: References) -> [UInt64] {
    var side = Set(core)
    var next = core
    while let member = next.popLast() {
      for stance in references.stances(of: member)
      where stance.relation == .corroborates && stance.object == member && !side.contains(stance.subject) {
        let fresh = Merging(around: stance.subject, references).members.filter { !side.contains($0) }
        side.formUnion(fresh)
        next += fresh
      }
    }
    return side.sorted()
  }

  /// What contradicts one of the events that say it, with all that is on that side, ascending.
  private static func opposed(
    to core: [UInt64], besides ours: [UInt64], _ references: References
  ) -> [UInt64] {
    let ours = Set(ours)
    var opposed: Set<UInt64> = []
    for far in contradictions(of: core, references) where !ours.contains(far) && !opposed.contains(far) {
      opposed.formUnion(side(of: Merging(around: far, references).members, references))
    }
    return opposed.subtracting(ours).sorted()
  }

  private static func contradictions(of core: [UInt64], _ references: References) -> [UInt64] {
    core.flatMap { member in
      references.stances(of: member).filter { $0.relation == .contradicts }
        .map { $0.subject == member ? $0.object : $0.subject }
    }
  }

  /// The events of which each says a proposition of its own: not those that only repeat or support another, nor those that
  /// only answer an earlier one.
  static func propositions(_ events: [UInt64], _ references: References) -> [UInt64] {
    var covered: Set<UInt64> = []
    return events.filter { event in
      guard !covered.contains(event) else { return false }
      guard !references.stances(of: event).isEmpty else { return true }
      let core = Merging(around: event, references).members
      covered.formUnion(core)
      let opposed = contradictions(of: core, references)
      guard opposed.isEmpty else { return !opposed.contains { $0 < core[0] } }
      let supports = core.contains { member in
        references.stances(of: member).contains { $0.relation == .corroborates && $0.subject == member }
      }
      return !supports
    }
  }
}

extension Testimony.Witness {
  fileprivate func with(root: Root.Origin) -> Testimony.Witness {
    Testimony.Witness(event: event, grade: grade, root: root, path: path, isAltered: isAltered)
  }
}
