import Vocabulary

/// How a relation stands on a day.
struct TieAssessment {
  private let ends: ActorTie.Ends
  private let day: Day
  private let status: String
  private let isEstablished: Bool
  private let since: Day?
  private let until: Day?
  private let lastEvidence: Day?
  private let basis: [String]
  /// Heads of the incidents that show it.
  private let incidents: Int?
  private var because: [Reason] = []
  private let against: [Reason]
  private let ignored: [Ignored]
  private let known: [(event: UInt64, root: Root.Origin, grade: Admiralty)]

  /// Weighs what says so; `nil` when nothing says so by that day, and nothing ever did.
  init?(_ tie: ActorTie, _ day: Day, _ references: References, _ profile: Profile) {
    (ends, self.day) = (tie.ends, day)
    let dated = tie.statements.map { TieDating($0, day, references) }.filter { $0.phase != .ahead }
    ignored = tie.ended.map { Ignored($0.was.event, "R1", cause: $0.by) }
    guard !dated.isEmpty else { return nil }
    let accounts = dated.filter { !$0.isRegister }.map { Account($0.fact, references) }
    known = accounts.known(references)
    since = dated.compactMap(\.first).min()
    lastEvidence = dated.compactMap(\.seen).max()
    let isAttack = tie.ends.relation.text == ActorTie.Ends.attacks
    if isAttack, let lastEvidence {
      (status, until) = (lastEvidence.distance(to: day) <= profile.stale ? "holds" : "last known", nil)
    } else {
      (status, until) = TieDating.together(dated)
    }
    let isRegistered = dated.contains(where: \.isRegister)
    basis =
      (isRegistered ? ["register"] : []) + (accounts.isEmpty ? [] : [isAttack ? "incidents" : "claims"])
    incidents = isAttack ? Set(accounts.map { Merging(around: $0.event, references).head }).count : nil
    let points = TieAssessment.points(accounts, known, tie.ends, day, references)
    isEstablished = isRegistered || points >= profile.thetaControl
    let contradicted = accounts.flatMap { account in
      references.stances(of: account.event).filter { $0.relation == .contradicts }
        .map { $0.subject == account.event ? $0.object : $0.subject }
    }
    against = contradicted.isEmpty ? [] : [Reason("V4-contradicted", Set(contradicted).sorted())]
    if isRegistered { because.append(Reason("V1-register", dated.filter(\.isRegister).map(\.fact.event))) }
    if !accounts.isEmpty {
      let events = Set(accounts.map(\.event)).sorted()
      because.append(Reason(isAttack ? "V2-incident" : "V2-claim", events, points: points))
    }
    because.append(Reason(isEstablished ? "V3-established" : "V3-claimed"))
  }

  /// Points of independent roots, each by its best account; a root that gains from either of the two does not count.
  private static func points(
    _ accounts: [Account], _ known: [(event: UInt64, root: Root.Origin, grade: Admiralty)], _ ends: ActorTie.Ends,
    _ day: Day, _ references: References
  ) -> Int {
    var best: [Root.Origin: Int] = [:]
    for (account, (_, root, grade)) in zip(accounts, known) {
      let isInterested = [ends.actor, ends.other].contains {
        references.isInterested(account.root, in: $0.text, on: account.to ?? day)
      }
      if !isInterested { best[root] = max(best[root] ?? 0, grade.points) }
    }
    return best.values.reduce(0, +)
  }

  /// The row; the same whichever of the two actors it was reached from.
  func row(_ references: References) -> Row {
    var row = Row(
      key: ends.key,
      cells: [
        .text(ends.actor.text), .text(references.actorName(ends.actor.text, on: day)), .text(ends.relation.text),
        .text(ends.other.text), .text(references.actorName(ends.other.text, on: day)), .text(status),
        .text(isEstablished ? "established" : "claimed"), Cell(since), Cell(until), Cell(lastEvidence), .list(basis),
        Cell(incidents), .flag(ends.isDirected), .none, .none, .none, .none,
      ])
    row.because = because
    row.against = against
    row.ignore(ignored)
    row.weigh(known, behind: because)
    row.complete(references)
    return row
  }
}
