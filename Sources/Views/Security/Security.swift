public import Vocabulary

/// Who provided security, which phase of leaving, who follows, since when there is a vacuum, and who claims to fill it.
///
/// The facts lie under the id of the place: withdrawals, presence of a party in the role `provider`, conditions of
/// vacuum, speakers who position themselves, actors who exploit or govern; bodies keep kind, occurred, parties, payload
/// and place of the leaf. A row is a provider in an area; what is said of an area holds for what lies inside it, but for
/// listed exceptions. A phase is dated by the latest bound of its period and is possible between the bounds.
///
/// Rules: `S0-no-evidence`; `S1-present`; `S1-phase-…`, with `-cascade` when said of a wider area; `S1-excepted-place`
/// (ignored); `S2-successor`; `S3-vacuum-stated`; `S3-no-successor` (completed and nobody follows); `S4-claims-to-fill`;
/// `S4-before-leaving` and `S1-said-of-the-area-itself` (ignored); `S5-change-possible`.
public enum Security: View {
  public static let name = "security"
  public static let version = 1
  public static let summary =
    "who provided security, which phase of leaving, successor, vacuum and who claims to fill it"

  public static let columns = [
    Column("place", "Place", .text, "The id of the area."),
    Column("name", "Name", .text, "Its name on the day asked about."),
    Column("provider", "Provider", .text, "Who provides or provided security, by key."),
    Column("phase", "Phase", .text, "The phase on the day asked about; unknown: no evidence when nothing is recorded."),
    Column("phase_since", "Since", .day, "The day the phase took effect."),
    Column(
      "requested", "Requested", .text, "The date of the phase as EDTF; several accounts are separated by a semicolon."),
    Column("ordered", "Ordered", .text, "Likewise."),
    Column("announced", "Announced", .text, "Likewise."),
    Column("mandate_ended", "Mandate ended", .text, "Likewise."),
    Column("begun", "Begun", .text, "Likewise."),
    Column("completed", "Completed", .text, "Likewise."),
    Column("ordered_by", "Ordered by", .list, "Who wants the provider to leave."),
    Column("successor", "Successor", .list, "Who takes over."),
    Column(
      "vacuum_since", "Vacuum since", .day,
      "Since when nobody provides security: as stated, else since it was completed."),
    Column("claimants", "Claims to fill it", .list, "Who exploits, governs or positions itself as protector."),
    Column(
      "possible", "Possible", .list, "Phases that may have been reached already, between the bounds of their dates."),
  ]

  public static func subjects(at day: Day, facts: References) -> [String] {
    facts.standing.subjects(name)
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    let evidence = SecurityEvidence(area: subject, day: day, references: facts)
    let providers = evidence.providers
    guard !evidence.isEmpty else {
      var row = Row(key: subject, cells: blank(subject, day, facts, phase: "unknown: no evidence"))
      row.because = [Reason("S0-no-evidence")]
      row.ignore(evidence.ignored)
      return [row]
    }
    let areas: [Verbatim?] = providers.isEmpty ? [nil] : providers.map(\.self)
    return areas.map { provider in
      let departure = Departure(provider, evidence, day)
      var cells = blank(subject, day, facts, phase: departure.phase)
      cells.replaceSubrange(4..., with: departure.cells)
      cells[2] = Cell(provider?.text)
      var row = Row(key: provider.map { subject + "/" + $0.text } ?? subject, cells: cells)
      row.because = departure.because
      row.ignore(evidence.ignored + departure.ignored)
      row.weigh(evidence.known(facts), behind: row.because)
      row.complete(facts)
      return row
    }
  }

  private static func blank(_ subject: String, _ day: Day, _ facts: References, phase: String) -> [Cell] {
    var cells = [Cell](repeating: .none, count: columns.count)
    cells[0] = .text(subject)
    cells[1] = .text(facts.placeName(subject, on: day))
    cells[3] = .text(phase)
    return cells
  }
}
