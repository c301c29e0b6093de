import Vocabulary

/// How far a provision has come, by one monitor on one scale.
///
/// The last statement that has taken effect counts. Numbers of different scales never meet here, so they are never
/// averaged; nor are those of different monitors.
struct ProvisionStatus {
  let monitor: String
  let scale: String
  private(set) var status: String?
  private(set) var score: String?
  /// The day since which the monitor says the same without a break.
  private(set) var since: Day?
  /// The day of the last word.
  private(set) var lastWord: Day?
  /// The date of the last word as EDTF.
  private(set) var when: String?
  /// Values that may hold already.
  private(set) var possible: [String] = []
  private(set) var because: [Reason] = []
  private(set) var against: [Reason] = []
  private(set) var ignored: [Ignored] = []

  /// The statuses of a provision, in the order of monitors, then scales.
  static func all(_ statements: [AgreementStatement], on day: Day) -> [ProvisionStatus] {
    struct Group: Hashable {
      let monitor: Verbatim
      let scale: Verbatim
    }
    let groups = Dictionary(grouping: statements.filter(\.isStatus)) {
      Group(monitor: Verbatim($0.monitor), scale: Verbatim($0.scale))
    }
    let sorted = groups.sorted { ($0.key.monitor, $0.key.scale) < ($1.key.monitor, $1.key.scale) }
    return sorted.map { ProvisionStatus($0.key.monitor.text, $0.key.scale.text, $0.value, on: day) }
  }

  private init(_ monitor: String, _ scale: String, _ statements: [AgreementStatement], on day: Day) {
    (self.monitor, self.scale) = (monitor, scale)
    let later = statements.filter { !$0.account.isEffective(by: day) }
    if !later.isEmpty {
      possible = later.map(\.value)
      because.append(Reason("G5-change-possible", later.map(\.event).sorted()))
    }
    let told = statements.filter { $0.account.isEffective(by: day) }.sorted(by: AgreementStatement.precedes)
    guard let last = told.last else { return }
    var run: [AgreementStatement] = []
    var isBroken = false
    for statement in told.reversed() {
      if statement.agrees(with: last) {
        if !isBroken { run.append(statement) }
      } else if statement.account.order == last.account.order {
        against.append(Reason("G4-other-value", [statement.event]))
      } else {
        isBroken = true
        ignored.append(Ignored(statement.event, "G3-earlier-value", cause: last.event))
      }
    }
    status = run.compactMap(\.claim.status).first
    score = run.compactMap(\.claim.score).first
    since = run.compactMap(\.account.effect).min()
    lastWord = last.account.effect
    when = last.account.leaf.occurred?.edtf
    because.insert(Reason("G1-status", run.map(\.event).sorted()), at: 0)
  }
}
