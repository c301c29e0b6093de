import Vocabulary

/// What became of an agreement, or of one of its provisions, as such: signed, joined, suspended, denounced, breached,
/// verified.
///
/// What one party suspends or denounces the row says of that party; it does not speak for the others.
struct AgreementLife {
  /// The last step that has taken effect; `nil` when none is recorded.
  private(set) var step: String?
  private(set) var since: Day?
  private(set) var when: String?
  /// Who signed or joined, sorted.
  private(set) var signatories: [String] = []
  private(set) var joiners: [String] = []
  private(set) var possible: [String] = []
  private(set) var because: [Reason] = []
  private var lines: [AgreementClaim.Content: [String]] = [:]

  /// The reasons for the last step; all of them when there is no step.
  var reached: [Reason] {
    let rules: [String]
    switch step {
    case "signed"?: rules = ["G2-signed", "G2-joined"]
    case let step?: rules = ["G2-" + step]
    case nil: return because
    }
    return because.filter { rules.contains($0.rule) }
  }

  /// Dates with those who had a part, of one kind of step, in the order of dates.
  func list(_ content: AgreementClaim.Content) -> Cell { .list(lines[content] ?? []) }

  init(_ statements: [AgreementStatement], on day: Day) {
    let told = statements.filter { !$0.isStatus && $0.claim.content != nil }.sorted(by: AgreementStatement.precedes)
    for content in AgreementClaim.Content.allCases where content != .provisionStatus {
      let mine = told.filter { $0.claim.content == content }
      let later = mine.filter { !$0.account.isEffective(by: day) }
      if !later.isEmpty {
        possible.append(content.rawValue)
        because.append(Reason("G5-change-possible", later.map(\.event).sorted()))
      }
      let effective = mine.filter { $0.account.isEffective(by: day) }
      guard !effective.isEmpty else { continue }
      lines[content] = effective.map(\.line)
      because.append(Reason("G2-" + content.rawValue, effective.map(\.event).sorted()))
      if content == .signed { signatories = AgreementLife.parties(effective) }
      if content == .joined { joiners = AgreementLife.parties(effective) }
    }
    reach(told.filter { $0.account.isEffective(by: day) })
  }

  /// Finds the last step, and since when it has been so without a break.
  ///
  /// A date as coarse as a year adds no step of its own where another account of the same kind gives a day within it.
  private mutating func reach(_ told: [AgreementStatement]) {
    let steps = told.compactMap { statement in AgreementLife.rank(statement).map { (statement, $0) } }
    let exact = steps.filter { statement, rank in
      !steps.contains { other, otherRank in
        rank == otherRank && other.event != statement.event && statement.account.covers(other.account)
      }
    }
    let sorted = exact.sorted { ($0.0.account.order, $0.1, $0.0.event) < ($1.0.account.order, $1.1, $1.0.event) }
    guard let last = sorted.last else { return }
    let run = sorted.reversed().prefix { $0.1 == last.1 }.map(\.0)
    step = ["signed", "suspended", "denounced"][last.1]
    since = run.compactMap(\.account.effect).min()
    when = run.last?.account.leaf.occurred?.edtf
  }

  /// Steps by which an agreement begins, stops and ends; the others say nothing about whether it stands. Who joins signs.
  private static func rank(_ statement: AgreementStatement) -> Int? {
    switch statement.claim.content {
    case .signed, .joined: 0
    case .suspended: 1
    case .denounced: 2
    case .breach, .verified, .provisionStatus, nil: nil
    }
  }

  private static func parties(_ statements: [AgreementStatement]) -> [String] {
    let signatories = statements.flatMap { $0.account.leaf.parties }
      .filter { $0.role == "signatory" && $0.certainty != .unknown }
    return Set(signatories.compactMap { $0.actor ?? $0.name }.map(Verbatim.init)).sorted().map(\.text)
  }
}

extension Account {
  /// Whether the account's date is coarser than the other's and holds it.
  fileprivate func covers(_ other: Account) -> Bool {
    guard let from, let to, let first = other.from, let last = other.to else { return false }
    return from <= first && last <= to && (from < first || last < to)
  }
}
