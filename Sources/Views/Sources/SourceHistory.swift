import Leaf
import Vocabulary

/// The accounts that a source answers for: those that come from it, and those that it passed on in reports of its own.
///
/// Found by following facts from the source to its reports, to what was read in them, and to the reports that derive from
/// them; so its cost is that of the accounts on the way, however large the ledger is.
struct SourceHistory {
  /// One account.
  struct Account {
    let event: UInt64
    let root: Root.Origin
    let grade: Admiralty
    /// How it compares with what it relays, as recorded.
    let fidelity: Attribution.Fidelity?
    /// It comes from the source; else the source passed it on.
    let isOwn: Bool
    /// It is read in a report of the source, or the source is the nearest of its chain.
    let isNear: Bool
    /// The correction in it.
    let correctedBy: UInt64?
  }

  /// Ascending.
  private(set) var accounts: [Account] = []
  /// Accounts that stood once and were taken back, one entry an event, ascending.
  private(set) var ended: [EndedFact] = []
  /// Its own reports.
  private(set) var reports: Set<UInt64> = []

  /// Whether nothing stands that comes from it or through it.
  var isSilent: Bool { accounts.isEmpty }

  private let key: Verbatim
  private let day: Day
  private let references: References
  private var seen: Set<UInt64> = []
  private var seenEnded: Set<UInt64> = []

  init(of key: String, until day: Day, _ references: References) {
    self.key = Verbatim(key)
    self.day = day
    self.references = references
    let facts = references.facts(Sources.name, .named(.source, key))
    reports = Set(facts.filter(\.isReport).map(\.event))
    for fact in facts where !fact.isReport { add(fact) }
    end(.named(.source, key))
    var next = reports.sorted()
    var walked = reports
    while let report = next.popLast() {
      for fact in references.facts(Sources.name, .about(.report, report)) {
        if !fact.isReport {
          add(fact)
        } else if walked.insert(fact.event).inserted {
          next.append(fact.event)
        }
      }
      end(.about(.report, report))
    }
    accounts.sort { $0.event < $1.event }
    ended = ended.filter { !seen.contains($0.was.event) }.sorted { $0.was.event < $1.was.event }
  }

  private mutating func add(_ fact: StandingFact) {
    guard fact.fact.from.map({ $0 <= day }) ?? true, seen.insert(fact.event).inserted,
      let account = account(fact)
    else { return }
    accounts.append(account)
  }

  private mutating func end(_ subject: Subject) {
    for fact in references.ended(Sources.name, subject)
    where fact.effect == .retracted && !fact.was.isReport && account(fact.was) != nil {
      if seenEnded.insert(fact.was.event).inserted { ended.append(fact) }
    }
  }

  /// The account that a fact is; `nil` when it neither comes from the source nor was passed on by it.
  private func account(_ fact: StandingFact) -> Account? {
    let root = references.root(of: fact).origin
    let comesFromIt = references.sourceKey(of: root).map { Verbatim($0) == key } ?? false
    let isNear = fact.report.map(reports.contains) ?? !comesFromIt
    let fidelity = fact.fact.document.root["fidelity"]?.string.flatMap(Attribution.Fidelity.init(rawValue:))
    let isOwn = comesFromIt && fidelity != .altered
    guard isOwn || isNear else { return nil }
    return Account(
      event: fact.event, root: root, grade: references.grade(of: fact), fidelity: fidelity, isOwn: isOwn,
      isNear: isNear, correctedBy: fact.versionBy)
  }
}

extension StandingFact {
  /// Whether a fact of this view is a report, and no account.
  fileprivate var isReport: Bool {
    let fields = fact.document.root
    return fields["kind"]?.string.map { $0.utf8.elementsEqual("report".utf8) } ?? false
  }
}
