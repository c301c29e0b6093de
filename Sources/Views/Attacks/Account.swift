import Vocabulary

/// One account of an incident: the fact, read, with its grade and root.
struct Account {
  let event: UInt64
  let leaf: Event
  let from: Day?
  let to: Day?
  let grade: Admiralty
  let root: Root.Origin

  init(_ fact: StandingFact, _ references: References) {
    event = fact.event
    leaf = fact.leaf
    from = fact.fact.from
    to = fact.fact.to
    grade = references.grade(of: fact)
    root = references.root(of: fact).origin
  }

  /// The best graded account first, then the earliest recorded: the policy by which one of several is preferred.
  static func precedes(_ left: Account, _ right: Account) -> Bool {
    if left.grade.points != right.grade.points { return left.grade.points > right.grade.points }
    return left.event < right.event
  }

  /// The standing accounts among the events of a group, the preferred first.
  static func all(
    _ projection: String, _ members: [UInt64], until day: Day, _ references: References
  ) -> [Account] {
    members.flatMap { references.facts(projection, .event($0)) }
      .filter { references.isShown($0, by: day) }
      .map { Account($0, references) }.sorted(by: precedes)
  }

  /// Accounts that were corrected or retracted, for R1.
  static func ended(_ projection: String, _ members: [UInt64], _ references: References) -> [Ignored] {
    members.flatMap { references.ended(projection, .event($0)) }
      .map { Ignored($0.was.event, "R1", cause: $0.by) }
  }
}

extension Sequence<Account> {
  /// What `Row.weigh` asks for, with roots that may be one another made one.
  func known(_ references: References) -> [(event: UInt64, root: Root.Origin, grade: Admiralty)] {
    let merged = references.independent(map(\.root))
    return map { ($0.event, merged[$0.root] ?? $0.root, $0.grade) }
  }
}
