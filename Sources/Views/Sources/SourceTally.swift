import Vocabulary

/// What became of the accounts of a source.
struct SourceTally {
  /// Accounts of each proposition that comes from it, and how that stands.
  private(set) var originated: [[UInt64]] = []
  private(set) var corroborated: [[UInt64]] = []
  private(set) var contested: [Opposed] = []
  private(set) var refuted: [Opposed] = []
  /// Accounts of others that it passed on.
  private(set) var relayed: [UInt64] = []
  private(set) var faithful: [UInt64] = []
  private(set) var altered: [UInt64] = []
  private(set) var ignored: [Ignored] = []

  /// A proposition with origins on both sides.
  struct Opposed {
    let accounts: [UInt64]
    let against: [UInt64]
  }

  private let history: SourceHistory
  /// The accounts that count, own and passed on.
  private var counted: [SourceHistory.Account] = []

  init(_ history: SourceHistory, _ references: References, _ profile: Profile) {
    self.history = history
    var own: [UInt64: [SourceHistory.Account]] = [:]
    var groups: [UInt64: Group] = [:]
    var heads: [UInt64: UInt64] = [:]
    for account in history.accounts {
      // What repeats nothing and is answered by nobody needs no second look.
      guard !references.stances(of: account.event).isEmpty else {
        if account.isOwn { own[account.event] = [account] } else { relay(account, nil) }
        continue
      }
      if heads[account.event] == nil {
        let merging = Merging(around: account.event, references)
        for member in merging.members { heads[member] = merging.head }
        groups[merging.head] = Group(merging.head, references, profile)
      }
      let head = heads[account.event] ?? account.event
      let nearer = groups[head]?.nearer[account.event]
      if account.isOwn, nearer == nil {
        own[head, default: []].append(account)
      } else {
        relay(account, nearer)
      }
    }
    for (head, accounts) in own.sorted(by: { $0.key < $1.key }) {
      counted += accounts
      file(accounts.map(\.event), groups[head])
    }
  }

  /// What is said of a proposition that several accounts concern; looked up once for all of them.
  private struct Group {
    let status: String
    /// The events on the other side.
    let against: [UInt64]
    /// Accounts that one nearer to the same origin contradicts.
    let nearer: [UInt64: Ignored]

    init(_ head: UInt64, _ references: References, _ profile: Profile) {
      let testimony = Testimony(on: head, references)
      let verdict = Verdict(testimony, profile)
      status = verdict.status
      against = testimony.contra.map(\.event)
      let nearer = verdict.ignored.filter { $0.rule == "C4-not-in-its-own-root" }
      self.nearer = Dictionary(nearer.map { ($0.event, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// An account of another's word, or one that its own origin does not bear out.
  private mutating func relay(_ account: SourceHistory.Account, _ nearer: Ignored?) {
    guard account.isNear else {
      if let nearer { ignored.append(nearer) }
      return
    }
    counted.append(account)
    relayed.append(account.event)
    if nearer != nil || account.fidelity == .altered {
      altered.append(account.event)
    } else if account.fidelity == .verbatim || account.fidelity == .paraphrase {
      faithful.append(account.event)
    }
  }

  /// A proposition that comes from the source, by how it stands.
  private mutating func file(_ accounts: [UInt64], _ group: Group?) {
    originated.append(accounts)
    guard let group else { return }
    let opposed = Opposed(accounts: accounts, against: group.against)
    switch group.status {
    case "corroborated": corroborated.append(accounts)
    case "disputed": contested.append(opposed)
    case "refuted": refuted.append(opposed)
    default: break
    }
  }

  /// What speaks for it.
  var because: [Reason] {
    [
      reason("Q1-originated", originated.flatMap(\.self), originated.count),
      reason("Q1-relayed", relayed, relayed.count),
      reason("Q2-corroborated", corroborated.flatMap(\.self), corroborated.count),
      reason("Q3-faithful", faithful, faithful.count),
    ].compactMap(\.self)
  }

  /// What speaks against it.
  var against: [Reason] {
    let corrected = history.accounts.filter { $0.correctedBy != nil }.map(\.event)
    return [
      reason("Q2-contested", contested.flatMap(\.accounts), contested.count, rivals: contested.flatMap(\.against)),
      reason("Q2-refuted", refuted.flatMap(\.accounts), refuted.count, rivals: refuted.flatMap(\.against)),
      reason("Q3-altered", altered, altered.count),
      reason("Q4-corrected", corrected, corrected.count),
    ].compactMap(\.self)
  }

  private func reason(_ rule: String, _ events: [UInt64], _ count: Int, rivals: [UInt64] = []) -> Reason? {
    guard count > 0 else { return nil }
    return Reason(rule, Set(events).sorted(), rivals: Set(rivals).sorted(), points: count)
  }

  /// The cells from `originated` to `grades`.
  func cells(_ references: References) -> [Cell] {
    let disputed = counted.filter { !references.disputes(of: [$0.event]).isEmpty }.count
    let numbers = [
      originated.count, corroborated.count, contested.count, refuted.count, relayed.count, faithful.count,
      altered.count, counted.filter { $0.correctedBy != nil }.count, history.ended.count, disputed,
    ]
    return numbers.map { .number($0) } + [.list(grades)]
  }

  /// `B2 ×12`, the most frequent first.
  private var grades: [String] {
    Dictionary(grouping: counted, by: \.grade).map { ($0.description, $1.count) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { "\($0) ×\($1)" }
  }

  /// What `Row.weigh` asks for, with roots that may be one another made one.
  func known(_ references: References) -> [(event: UInt64, root: Root.Origin, grade: Admiralty)] {
    let merged = references.independent(counted.map(\.root))
    return counted.map { ($0.event, merged[$0.root] ?? $0.root, $0.grade) }
  }
}
