import Vocabulary

/// A statement with everyone who repeats it, and everything that is recorded as an answer to it: a call and what became of
/// it, a forecast and how it turned out.
///
/// Accounts are brought together by sameness and by support, as in `corroboration`. An answer refers to the statement, or
/// to an earlier answer, with `answers`; of a call also what a link says it caused; whoever repeats or supports an answer answers as well. What takes the place of a
/// statement (`supersedes`) stays a matter of its own.
struct Matter {
  /// The earliest event that says it itself; `nil` when none stands on the day.
  let head: UInt64?
  /// The accounts that have begun by the day, the preferred first.
  let accounts: [Account]
  /// The account that is shown: of those that say it themselves, and not only support it, the preferred.
  let preferred: Account?
  /// Accounts that say of themselves, in their attribution, that they altered what they relay; by position.
  let altered: [UInt64]
  /// The answers that have begun by the day, by position.
  let answers: [Account]
  /// Later statements that take its place, by position.
  let successors: [UInt64]
  /// Events that contradict an account, by position.
  let opposed: [UInt64]
  /// The events that brought the accounts together.
  let mergedBy: [UInt64]
  /// What was retracted or corrected, and sameness that was set aside.
  let ignored: [Ignored]

  /// The matter of an event; for an answer, that which it answers.
  init(
    around event: UInt64, of projection: String, isAnsweredByEffects: Bool = false, until day: Day,
    _ references: References
  ) {
    let scope = Scope(projection, isAnsweredByEffects: isAnsweredByEffects, day, references)
    let merging = Merging(around: scope.subject(of: event), references)
    let members = Testimony.side(of: merging.members, references)
    accounts = Account.all(projection, members, until: day, references)
    let told = Set(accounts.map(\.event))
    preferred = accounts.first { merging.members.contains($0.event) }
    altered = told.sorted().filter { event in
      references.facts(Provenance.name, .event(event)).first?.leaf.attribution?.fidelity == .altered
    }
    head = merging.members.first(where: told.contains)
    let replies = scope.answers(to: members)
    answers = Account.all(projection, replies, until: day, references).sorted { $0.event < $1.event }
    successors = members.flatMap { scope.events(about: $0, .supersedes) }.filter { !told.contains($0) }.sorted()
    opposed = scope.opposed(to: members)
    mergedBy = merging.mergedBy
    ignored = merging.refused + Account.ended(projection, members + replies + scope.ended(members), references)
  }

  /// The events that name a matter each, as `#position` in the order of recording.
  static func heads(
    of projection: String, isAnsweredByEffects: Bool = false, until day: Day, _ references: References
  ) -> [String] {
    let scope = Scope(projection, isAnsweredByEffects: isAnsweredByEffects, day, references)
    let positions = references.standing.subjects(projection, prefix: "#").compactMap(Subject.position)
      .filter(scope.stands).sorted()
    var covered: Set<UInt64> = []
    var heads: [String] = []
    for position in positions where !covered.contains(position) {
      let members = Merging(around: position, references).members
      covered.formUnion(members)
      guard scope.answered(by: members) == nil, !scope.supportsEarlier(members) else { continue }
      heads.append(Subject.event(position).text)
    }
    return heads
  }
}

extension Row {
  /// Sets grade and roots from the accounts, and adds disputes and redactions; an altered relay is no origin.
  mutating func weigh(_ matter: Matter, _ references: References, altered rule: String) {
    let known = matter.accounts.known(references)
    weigh(known, behind: [because[0]])
    let relays = Set(matter.altered)
    roots = Set(known.filter { !relays.contains($0.event) }.map(\.root)).count
    ignore(ignored + matter.altered.map { Ignored($0, rule) })
    complete(references)
  }
}
