import Vocabulary

/// How far a provider has left an area on a day, and what came after it.
struct Departure {
  /// The phase on the day; `present` before any, `unknown` when no provider is recorded.
  private(set) var phase = "unknown"
  private(set) var because: [Reason] = []
  /// What does not count for this provider.
  private(set) var ignored: [Ignored] = []
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
    let leaving = Departure.firstSign(of: provider, evidence)
    let others = evidence.claims.filter { $0.actor != provider }
    let claims = others.filter { claim in
      guard let leaving, let last = claim.statement.effect else { return true }
      return last >= leaving
    }
    let kept = Set(claims.map(\.statement.account.event))
    ignored += others.map(\.statement.account.event).filter { !kept.contains($0) }
      .map { Ignored($0, "S4-before-leaving") }
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
      let told = nearest(
        evidence.withdrawals.filter {
          Verbatim($0.withdrawal.provider) == provider && $0.withdrawal.phase == phase
        })
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

  /// What is said of the area itself dates a phase; only without that, what is said of something around it.
  private mutating func nearest(
    _ told: [(statement: SecurityEvidence.Statement, withdrawal: Withdrawal)]
  ) -> [(statement: SecurityEvidence.Statement, withdrawal: Withdrawal)] {
    let own = told.filter { !$0.statement.isInherited }
    guard !own.isEmpty else { return told }
    ignored += told.filter(\.statement.isInherited).map {
      Ignored($0.statement.account.event, "S1-said-of-the-area-itself")
    }
    return own
  }

  /// The first day on which the provider is said to be leaving, or a vacuum to be there; who spoke before fills nothing.
  private static func firstSign(of provider: Verbatim?, _ evidence: SecurityEvidence) -> Day? {
    let withdrawals = evidence.withdrawals.filter { Verbatim($0.withdrawal.provider) == provider }
    let signs = withdrawals.map(\.statement) + evidence.vacuums
    return signs.compactMap { $0.account.from ?? $0.account.to }.min()
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
