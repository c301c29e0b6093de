import Vocabulary

/// One contest: the accounts that are said to tell of the same thing, wherever they place it.
struct Contest {
  /// An account, dated for the day asked about.
  struct Dated {
    let account: Account
    let claim: ContestClaim
    let since: Day
    let seen: Day
    /// Whether it says that the contest ended before the day asked about.
    let hasEnded: Bool
  }

  /// The earliest account; names the contest.
  let head: UInt64
  /// The accounts that count, ascending.
  let accounts: [Dated]
  private let possible: [Account]
  private let mergedBy: [UInt64]
  private let contradictions: [Reason]
  /// What did not count.
  let ignored: [Ignored]

  /// Reads the contests told of a place, in the order of their first accounts; and what of it does not stand or count.
  static func all(in place: String, day: Day, _ references: References) -> (contests: [Contest], silent: [Ignored]) {
    let ended = references.ended(Routes.name, .id(place)).filter { $0.was.fact.from.map { $0 <= day } ?? true }
      .map { Ignored($0.was.event, "R1", cause: $0.by) }
    var contests: [Contest] = []
    var silent: [Ignored] = []
    var covered: Set<UInt64> = []
    for fact in references.facts(Routes.name, .id(place)) where !covered.contains(fact.event) {
      let merging = Merging(around: fact.event, references)
      covered.formUnion(merging.members)
      let contest = Contest(merging, day, references)
      if contest.accounts.isEmpty, contest.possible.isEmpty {
        silent += contest.ignored
      } else {
        contests.append(contest)
      }
    }
    return (contests.sorted { $0.head < $1.head }, silent + ended)
  }

  private init(_ merging: Merging, _ day: Day, _ references: References) {
    var accounts: [Dated] = []
    var possible: [Account] = []
    var ignored = merging.refused
    for fact in merging.members.flatMap({ references.facts(Corroboration.name, .event($0)) }) {
      guard case .claimContest(let claim) = fact.payload else { continue }
      let account = Account(fact, references)
      let bounds = account.leaf.bounds
      let published = fact.report.flatMap { references.report($0)?.report.published?.last } ?? fact.publicFrom
      let dating = EvidenceDating(
        first: fact.fact.from, last: fact.fact.to, isImprecise: bounds?.precision == .imprecise, hasEnded: false,
        isChange: false, published: published, on: day)
      switch dating {
      case .counts(let since, let seen):
        let hasEnded = bounds?.ends == true && bounds?.precision == .precise && bounds?.latest.map { $0 < day } ?? false
        let first = bounds?.precision == .imprecise ? fact.fact.from ?? since : since
        accounts.append(Dated(account: account, claim: claim, since: first, seen: seen, hasEnded: hasEnded))
      case .possible: possible.append(account)
      case .undated: ignored.append(Ignored(fact.event, "T5-undated"))
      case .ended, .ahead: break
      }
    }
    self.accounts = accounts.sorted { $0.account.event < $1.account.event }
    self.possible = possible
    self.ignored = ignored + Account.ended(Corroboration.name, merging.members, references)
    mergedBy = merging.mergedBy
    head = (accounts.map(\.account.event) + possible.map(\.event)).min() ?? merging.head
    let pairs = accounts.flatMap { piece in
      references.stances(of: piece.account.event).filter { stance in
        let other = stance.subject == piece.account.event ? stance.object : stance.subject
        return stance.relation == .contradicts && !references.facts(Provenance.name, .event(other)).isEmpty
      }.map { [$0.subject, $0.object] }
    }
    contradictions = Set(pairs).sorted { $0.lexicographicallyPrecedes($1) }
      .map { Reason("T3-contradicts", [$0[0]], rivals: [$0[1]]) }
  }
}

extension Contest {
  /// Who contests by any account; `unknown` only when no account names anybody.
  var contestants: [String] {
    let all = Set(accounts.flatMap(\.claim.contestants).map(Verbatim.init))
    let named = all.subtracting([Verbatim("unknown")])
    return (named.isEmpty ? all : named).sorted().map(\.text)
  }

  private var stakes: [String] { words(accounts.map(\.claim.stake)) }

  /// The cells from `stake` to `said_to_hold`.
  var cells: [Cell] {
    let places = accounts.compactMap { $0.account.leaf.place.flatMap { $0.id ?? $0.name } }
    return [
      .list(stakes), .list(words(accounts.flatMap(\.claim.commodities))), .list(contestants),
      .list(words(accounts.compactMap(\.claim.direction))), .list(ends), .list(words(places)),
      Cell(accounts.map(\.since).min()), Cell(accounts.map(\.seen).max()), .list(words(holders.map(\.actor))),
    ]
  }

  /// Whom each account names, with its date.
  var byAccount: [String] {
    accounts.map { piece in
      "#\(piece.account.event): \(piece.claim.contestants.joined(separator: ", "))"
        + " \(piece.account.leaf.occurred?.edtf ?? "undated")"
    }
  }

  /// `contested`, `stale`, `ended` or `possible`.
  func status(on day: Day, _ profile: Profile) -> String {
    guard let seen = accounts.map(\.seen).max() else { return "possible" }
    if accounts.allSatisfy({ $0.hasEnded }) { return "ended" }
    return seen.distance(to: day) > profile.stale ? "stale" : "contested"
  }

  /// The rules behind the row, the accounts first.
  func because(on day: Day, _ profile: Profile) -> [Reason] {
    let events = accounts.map(\.account.event)
    guard let seen = accounts.map(\.seen).max() else {
      return [Reason("T5-within-bounds", possible.map(\.event).sorted())]
    }
    var because = [Reason("T1-account", events)]
    if !mergedBy.isEmpty { because.append(Reason("T2-same-contest", mergedBy)) }
    if !holders.isEmpty {
      because.append(
        Reason("T4-said-to-hold", Set(holders.map(\.event)).sorted(), actors: words(holders.map(\.actor))))
    }
    if !possible.isEmpty { because.append(Reason("T5-within-bounds", possible.map(\.event).sorted())) }
    if status(on: day, profile) == "stale" {
      because.append(Reason("T5-stale", points: seen.distance(to: day), since: seen))
    }
    return because
  }

  /// Other contests over the same stake in the place that name other contestants, and what contradicts an account.
  func against(_ contests: [Contest]) -> [Reason] {
    let rivals = contests.filter { other in
      other.head != head && !Set(stakes.map(Verbatim.init)).isDisjoint(with: other.stakes.map(Verbatim.init))
        && other.contestants.map(Verbatim.init) != contestants.map(Verbatim.init)
    }
    return rivals.map {
      Reason("T3-other-contestants", $0.accounts.map(\.account.event), actors: $0.contestants)
    } + contradictions
  }

  /// Whom accounts call the controller.
  private var holders: [(event: UInt64, actor: String)] {
    accounts.flatMap { piece in
      piece.account.leaf.parties.filter { $0.role == "controller" }.compactMap { party in
        (party.actor ?? party.name).map { (piece.account.event, $0) }
      }
    }
  }

  /// The ends in the order of the first account that gives them.
  private var ends: [String] {
    var seen: Set<Verbatim> = []
    return accounts.flatMap(\.claim.endpoints).filter { seen.insert(Verbatim($0)).inserted }
  }

  private func words(_ words: [String]) -> [String] { Set(words.map(Verbatim.init)).sorted().map(\.text) }
}
