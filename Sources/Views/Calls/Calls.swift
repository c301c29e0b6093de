public import Vocabulary

/// Recommendations, inquiries and sanctions: who called on whom to do what, and what became of it.
///
/// The fact of a call lies under `#position`, and once more under `answer:N` for every earlier event it answers or takes the
/// place of; its body keeps kind, occurred, parties, payload, place and refs of the leaf. Accounts of one call are brought
/// together, and answers found, as ``Matter`` says. A call is open until an event says otherwise: its age, a repetition
/// or the end of those who could have acted change nothing.
///
/// Rules: `K0-no-evidence`; `K1-account` who tells of it, `K1-altered-by-the-relay` (ignored) who is no origin of it; `K2-same-call` what brought the accounts together; `K3-…` the
/// status with the events that say so; `K4-earlier-status` (ignored), `K4-other-status` (against); `K5-change-possible`;
/// `K6-deadline-passed`; `K7-replaced`; `K8-contradicted` (against); `K9-says-no-status` (ignored).
public enum Calls: View {
  public static let name = "calls"
  public static let version = 1
  public static let summary = "recommendations, inquiries and sanctions: who called on whom, and what became of it"

  public static let columns = [
    Column("call", "Call", .text, "The position of the event that tells of it first."),
    Column(
      "status", "Status", .text,
      "open, accepted, done, refused, lapsed, closed (without a word how), retracted, or unknown: no evidence."),
    Column("content", "Content", .text, "recommend, investigate, sanction, open or close."),
    Column("action", "Action", .text, "What shall be done, by the preferred account."),
    Column("issuer", "Issuer", .list, "Who calls, by key: as stated, else the origin of the account."),
    Column("addressee", "Addressee", .list, "Who must act; empty when nobody is named."),
    Column("subject", "Concerns", .list, "Whom it concerns, by key."),
    Column("when", "When", .text, "When the call was made, as EDTF, by the preferred account."),
    Column("since", "Since", .day, "The day since which the status is so."),
    Column(
      "changed_by", "Changed by", .events, "The events that changed the status; none while it is only called for."),
    Column("status_roots", "Status roots", .number, "How many independent origins say that status."),
    Column("deadline", "Deadline", .text, "By when it must be done, as EDTF; the earliest of all accounts."),
    Column("overdue", "Overdue", .flag, "Whether the deadline has passed and it is open or only accepted."),
    Column("possible", "Possible", .list, "Statuses that may have been reached already, within the bounds of dates."),
    Column("by_account", "By account", .list, "Who says which status, and when."),
    Column("accounts", "Accounts", .number, "How many events tell of the call, answers apart."),
  ]

  public static let kinds: Set<Kind> = [.claimCall]

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    sink.state(.itself, during: event, .claim)
    sink.stateAnswers(event)
  }

  public static func subjects(at day: Day, facts: References) -> [String] {
    Matter.heads(of: name, isAnsweredByEffects: true, until: day, facts)
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    guard let position = Subject.position(subject) else { return [unknown(subject, "unknown: no evidence")] }
    let matter = Matter(around: position, of: name, isAnsweredByEffects: true, until: day, facts)
    guard let head = matter.head else {
      var row = unknown(subject, matter.ignored.contains { $0.rule == "R1" } ? "retracted" : "unknown: no evidence")
      row.ignore(matter.ignored)
      return [row]
    }
    let progress = CallProgress(matter, on: day, facts)
    var row = Row(key: "#\(head)", cells: cells(head, matter, progress, facts))
    row.because = [Reason("K1-account", matter.accounts.map(\.event).sorted())]
    if !matter.mergedBy.isEmpty { row.because.append(Reason("K2-same-call", matter.mergedBy)) }
    row.because += progress.because
    row.against = progress.against
    if !matter.opposed.isEmpty { row.against.append(Reason("K8-contradicted", matter.opposed)) }
    row.ignore(matter.ignored + progress.ignored)
    row.weigh(matter, facts, altered: "K1-altered-by-the-relay")
    return [row]
  }

  private static func unknown(_ subject: String, _ status: String) -> Row {
    .silent(subject, status, of: Self.self, "K0-no-evidence")
  }

  private static func cells(
    _ head: UInt64, _ matter: Matter, _ progress: CallProgress, _ facts: References
  ) -> [Cell] {
    let calls = matter.accounts.compactMap { $0.call }
    func distinct(_ value: (CallClaim) -> String?) -> Cell {
      .list(Set(calls.compactMap(value).map(Verbatim.init)).sorted().map(\.text))
    }
    let issuers = matter.accounts.compactMap { $0.call?.issuer ?? facts.speaker(of: $0.root) }
    return [
      .text("#\(head)"),
      .text(progress.status),
      Cell(matter.preferred?.call?.content?.rawValue),
      Cell(matter.preferred?.call?.action),
      .list(Set(issuers.map(Verbatim.init)).sorted().map(\.text)),
      distinct(\.addressee),
      distinct(\.subject),
      Cell(matter.preferred?.leaf.occurred?.edtf),
      Cell(progress.since),
      .events(progress.changedBy),
      .number(progress.roots),
      Cell(progress.deadline?.text),
      .flag(progress.isOverdue),
      .list(progress.possible),
      .list(progress.byAccount),
      .number(matter.accounts.count),
    ]
  }
}

extension Account {
  /// What the account says as a call.
  var call: CallClaim? {
    if case .claimCall(let call) = leaf.payload { call } else { nil }
  }
}
