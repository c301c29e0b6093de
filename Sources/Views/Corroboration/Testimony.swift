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

  /// The earliest event for the proposition; `nil` when none stands.
  var head: UInt64? { pro.first?.event }
  /// The accounts for it, ascending.
  private(set) var pro: [Witness] = []
  /// The accounts against it, ascending.
  private(set) var contra: [Witness] = []
  /// Reports whose derivation was inferred, ascending.
  private(set) var inferred: [UInt64] = []
  private(set) var ignored: [Ignored] = []

  /// Reads who says what about the proposition of the event.
  init(on event: UInt64, _ references: References) {
    let merging = Merging(around: event, references, ties: Corroboration.ties)
    let opposed = Testimony.opposed(to: merging.members, references)
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
    pro = witnesses(merging.members)
    contra = witnesses(opposed)
    for event in merging.members + opposed { ignored += Account.ended(Provenance.name, [event], references) }
    inferred = inferredReports.sorted()
    let merged = references.independent((pro + contra).map(\.root))
    pro = pro.map { $0.with(root: merged[$0.root] ?? $0.root) }
    contra = contra.map { $0.with(root: merged[$0.root] ?? $0.root) }
  }

  /// What contradicts one of the events, and what repeats that, ascending; never one of the events themselves.
  private static func opposed(to members: [UInt64], _ references: References) -> [UInt64] {
    let ours = Set(members)
    var opposed: Set<UInt64> = []
    for member in members {
      for stance in references.stances(of: member) where stance.relation == .contradicts {
        let far = stance.subject == member ? stance.object : stance.subject
        guard !ours.contains(far), !opposed.contains(far) else { continue }
        opposed.formUnion(Merging(around: far, references, ties: Corroboration.ties).members)
      }
    }
    return opposed.subtracting(ours).sorted()
  }

  /// Whether an event stands against an earlier one, so that it is part of that row and has none of its own.
  static func isAnswer(_ event: UInt64, _ references: References) -> Bool {
    let members = Merging(around: event, references, ties: Corroboration.ties).members
    return opposed(to: members, references).contains { $0 < (members.first ?? event) }
  }
}

extension Testimony.Witness {
  fileprivate func with(root: Root.Origin) -> Testimony.Witness {
    Testimony.Witness(event: event, grade: grade, root: root, path: path, isAltered: isAltered)
  }
}
