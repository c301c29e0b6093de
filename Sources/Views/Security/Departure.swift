import Vocabulary

/// How far a provider has left an area on a day, and what came after it.
struct Departure {
  /// The phase on the day; `present` before any, `unknown` when no provider is recorded.
  private(set) var phase = "unknown"
  private(set) var because: [Reason] = []
  private var since: Day?
  private var dates: [Withdrawal.Phase: [String]] = [:]
  private var orderedBy: Set<Verbatim> = []
  private var successors: Set<Verbatim> = []
  private var vacuumSince: Day?
  private var claimants: Set<Verbatim> = []
  private var possible: Set<Verbatim> = []

  /// The cells from `phase_since` on.
  var cells: [Cell] {
    let shown: [Withdrawal.Phase] = [.requested, .ordered, .announced, .mandateEnded, .begun, .completed]
    return [Cell(since)]
      + shown.map { phase in
        Cell(dates[phase].map { Set($0.map(Verbatim.init)).sorted().map(\.text).joined(separator: "; ") })
      }
      + [
        .list(orderedBy.sorted().map(\.text)), .list(successors.sorted().map(\.text)), Cell(vacuumSince),
        .list(claimants.sorted().map(\.text)), .list(possible.sorted().map(\.text)),
      ]
  }

  init(_ provider: Verbatim?, _ evidence: SecurityEvidence, _ day: Day) {
    if let provider { phases(provider, evidence, day) }
    vacuum(provider, evidence)
    let claims = evidence.claims.filter { $0.actor != provider }
    claimants = Set(claims.map(\.actor))
    if !claims.isEmpty {
      because.append(
        Reason(
          "S4-claims-to-fill", Set(claims.map(\.statement.account.event)).sorted(),
          actors: claimants.sorted().map(\.text)))
    }
  }

  private mutating func phases(_ provider: Verbatim, _ evidence: SecurityEvidence, _ day: Day) {
    let present = evidence.presences.filter { $0.provider == provider }
    if !present.isEmpty {
      phase = "present"
      because.append(Reason("S1-present", Set(present.map(\.statement.account.event)).sorted()))
    }
    var reached: (day: Day, rank: Int)?
    for phase in Withdrawal.Phase.allCases {
      let told = evidence.withdrawals.filter {
        Verbatim($0.withdrawal.provider) == provider && $0.withdrawal.phase == phase
      }
      let effective = told.filter { $0.statement.effect.map { $0 <= day } ?? true }
      let within = told.filter { $0.statement.hasBegun(by: day) && !($0.statement.effect.map { $0 <= day } ?? true) }
      if !within.isEmpty {
        possible.insert(Verbatim(phase.rawValue))
        because.append(
          Reason("S5-change-possible", within.map(\.statement.account.event).sorted(), actors: [provider.text]))
      }
      guard !effective.isEmpty else { continue }
      note(phase, effective)
      let latest = effective.compactMap(\.statement.effect).max()
      let place = (latest ?? Day(number: .min), Departure.rank(phase))
      if reached.map({ ($0.day, $0.rank) < place }) ?? true {
        reached = (place.0, place.1)
        self.phase = phase == .reversed || phase == .refused ? "present (\(phase.rawValue))" : phase.rawValue
        since = latest
      }
    }
  }

  private mutating func note(
    _ phase: Withdrawal.Phase, _ told: [(statement: SecurityEvidence.Statement, withdrawal: Withdrawal)]
  ) {
    dates[phase] = told.compactMap { $0.statement.account.leaf.occurred?.edtf }
    orderedBy.formUnion(told.compactMap { $0.withdrawal.orderedBy.map(Verbatim.init) })
    let following = told.filter { $0.withdrawal.successor != nil }
    successors.formUnion(following.compactMap { $0.withdrawal.successor.map(Verbatim.init) })
    for (inherited, suffix) in [(false, ""), (true, "-cascade")] {
      let events = told.filter { $0.statement.isInherited == inherited }.map(\.statement.account.event)
      guard !events.isEmpty else { continue }
      because.append(
        Reason(
          "S1-phase-\(phase.rawValue)\(suffix)", Set(events).sorted(),
          since: told.compactMap(\.statement.effect).max()))
    }
    if !following.isEmpty {
      because.append(
        Reason(
          "S2-successor", Set(following.map(\.statement.account.event)).sorted(),
          actors: Set(following.compactMap { $0.withdrawal.successor.map(Verbatim.init) }).sorted().map(\.text)))
    }
  }

  /// A vacuum is there since it is stated to be, else since the provider was gone and nobody was named to follow.
  private mutating func vacuum(_ provider: Verbatim?, _ evidence: SecurityEvidence) {
    if !evidence.vacuums.isEmpty {
      vacuumSince = evidence.vacuums.compactMap { $0.account.from ?? $0.account.to }.min()
      because.append(
        Reason("S3-vacuum-stated", Set(evidence.vacuums.map(\.account.event)).sorted(), since: vacuumSince))
    } else if let provider, phase == Withdrawal.Phase.completed.rawValue, successors.isEmpty {
      vacuumSince = since
      let events = evidence.withdrawals
        .filter { Verbatim($0.withdrawal.provider) == provider && $0.withdrawal.phase == .completed }
        .map(\.statement.account.event)
      because.append(Reason("S3-no-successor", Set(events).sorted(), actors: [provider.text], since: since))
    }
  }

  /// Which of two phases that took effect on the same day is the later.
  private static func rank(_ phase: Withdrawal.Phase) -> Int {
    switch phase {
    case .requested: 0
    case .announced: 1
    case .ordered: 2
    case .refused: 3
    case .mandateEnded: 4
    case .begun: 5
    case .completed: 6
    case .reversed: 7
    }
  }
}
