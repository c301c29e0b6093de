public import Vocabulary

/// What became of agreements: how far each provision has come by each monitor and on each scale, what blocks it, and who
/// signed, joined, breached, suspended and denounced.
///
/// The fact of a claim lies under `agreement:KEY`, that of an assessment under `effect:N` for each event it says the cause
/// of; the body keeps kind, occurred, parties, payload, place and refs of the leaf.
///
/// A row is a provision by one monitor on one scale: several scales stand side by side and are never averaged. A monitor is
/// who is named as such, else the origin of the account: a relay is no second monitor. The agreement itself has the last
/// row. Obstacles are those that statements name, and what assessments and links that refer to a statement of a shortfall
/// call its cause.
///
/// Rules: `G0-no-evidence`; `G1-status`; `G2-…` each step of the agreement's life; `G3-earlier-value` (ignored);
/// `G4-other-value` (against); `G5-change-possible`; `G6-blocked-by`; `G7-no-longer-named` (ignored); `G8-contradicted`
/// (against).
public enum Agreements: View {
  public static let name = "agreements"
  public static let version = 1
  public static let summary = "each provision by monitor and scale, what blocks it, and the agreement's own life"

  public static let columns = [
    Column("agreement", "Agreement", .text, "The key of the agreement."),
    Column("provision", "Provision", .text, "The provision; empty in the row of the agreement itself."),
    Column("monitor", "Monitor", .text, "Who says so: the monitor named, else the origin of the account."),
    Column("scale", "Scale", .text, "The scale; numbers of different scales are never averaged."),
    Column(
      "status", "Status", .text,
      "The status in a word by this monitor; of the agreement itself signed, suspended, denounced or not stated; "
        + "unknown: no evidence."),
    Column("score", "Score", .text, "The score on the scale, as written."),
    Column("since", "Since", .day, "The day since which this is said without a break."),
    Column("when", "When", .text, "The date of the last word, as EDTF; of the agreement itself of its step."),
    Column("last_word", "Last word", .day, "The day for which it was last said."),
    Column("possible", "Possible", .list, "What may be so already, within the bounds of dates."),
    Column("blockers", "Blockers", .list, "What blocks it, with who says so and when."),
    Column("signatories", "Signatories", .list, "Who signed, by key."),
    Column("joined", "Joined", .list, "Who joined later, by key."),
    Column("signed", "Signed", .list, "The dates of signing by all accounts, with the parties."),
    Column("breaches", "Breaches", .list, "Breaches, likewise."),
    Column("suspended", "Suspended", .list, "Suspensions, likewise: they bind those who suspend."),
    Column("denounced", "Denounced", .list, "Denunciations, likewise."),
    Column("verified", "Verified", .list, "Verifications, likewise."),
  ]

  public static let kinds: Set<Kind> = [.claimAgreement, .claimAssessment]

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    switch kind {
    case .claimAgreement:
      guard case .claimAgreement(let claim) = event.payload else { return }
      sink.state(.named(.agreement, claim.agreement), during: event, .claim)
    case .claimAssessment:
      guard event.places.refs != 0 else { return }
      for target in event.targets(.effect) { sink.state(.about(.effect, target.seq), during: event, .claim) }
    default: break
    }
  }

  public static func subjects(at day: Day, facts: References) -> [String] {
    keys(facts).filter { key in
      facts.facts(name, .named(.agreement, key)).contains { $0.fact.from.map { $0 <= day } ?? true }
    }
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    let (agreement, provision) = parts(subject)
    let evidence = AgreementEvidence(agreement, on: day, facts)
    var rows: [Row] = []
    for each in evidence.provisions where provision.map({ $0 == each }) ?? true {
      rows += AgreementRows(agreement, each, evidence, on: day, facts).rows
    }
    if provision == nil, !evidence.statements.isEmpty {
      rows.append(AgreementRows(agreement, AgreementEvidence.whole, evidence, on: day, facts).ofLife)
    }
    return rows.isEmpty ? [unknown(subject, agreement, provision, evidence)] : rows
  }

  private static func unknown(
    _ subject: String, _ agreement: String, _ provision: Verbatim?, _ evidence: AgreementEvidence
  ) -> Row {
    var cells = [Cell](repeating: .none, count: columns.count)
    cells[0] = .text(agreement)
    cells[1] = Cell(provision?.text)
    cells[4] = .text("unknown: no evidence")
    var row = Row(key: subject, cells: cells, because: [Reason("G0-no-evidence")])
    row.ignore(evidence.ignored(provision))
    return row
  }
}
