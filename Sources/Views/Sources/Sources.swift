public import Vocabulary

/// How each source fared: what it said first, what it passed on, what became of both, and the reliability that its record
/// proposes. A program proposes; a person confirms, by a `grade` event on the entry of the source.
///
/// A source *originated* a proposition when the way of an account ends at it, however many repeat it; it *relayed* an account
/// when that is read in a report of its own and comes from another. Only the relay answers for what it altered. The facts
/// lead from a source to its reports, from those to what was read in them, and to the reports that derive from them
/// (`SourceHistory`).
///
/// The proposal (`SourceProposal`) is a whole number of hundredths: what was borne out among what could be judged.
/// Corrections and retractions are shown and not counted: they mend what the recorder misread as often as what a source
/// got wrong.
public enum Sources: View {
  public static let name = "sources"
  public static let version = 1
  public static let summary = "how each source fared, and the reliability its record proposes; a person confirms it"

  public static let columns = [
    Column("source", "Source", .text, "The key of the source."),
    Column("name", "Name", .text, "Its name; for a source in danger a pseudonym."),
    Column("class", "Class", .text, "person, organisation, outlet, official, armed-actor, sensor or data-set."),
    Column("affiliation", "Affiliation", .text, "The actor it belongs to, by key."),
    Column("interest", "Interest", .list, "The actors in whose success it has an interest, by key."),
    Column("protected", "Protected", .flag, "Whether it would be in danger if named."),
    Column(
      "status", "Status", .text,
      "confirmed (a person gave the proposed reliability), differs, proposed (no person graded it), graded (by a person; "
        + "the record is too short), too little to judge, or unknown: no evidence."),
    Column(
      "proposed", "Proposed", .text,
      "The reliability that its record proposes, A to E; F when there is too little to judge it by."),
    Column("confirmed", "Confirmed", .text, "The grade a person gave it last."),
    Column("originated", "Originated", .number, "Propositions that come from it, however many repeat them."),
    Column(
      "corroborated", "Corroborated", .number, "Of these, with another independent origin, and none against."),
    Column("contested", "Contested", .number, "Of these, with origins on both sides."),
    Column("refuted", "Refuted", .number, "Of these, outweighed by the other side."),
    Column("relayed", "Relayed", .number, "Accounts read in its reports that come from another."),
    Column("faithful", "Faithful", .number, "Of these, compared with their origin and not found altered."),
    Column("altered", "Altered", .number, "Of these, altered, or contradicted by an account nearer to the origin."),
    Column("corrected", "Corrected", .number, "Accounts of both kinds that were corrected."),
    Column("retracted", "Retracted", .number, "Accounts of both kinds that were taken back."),
    Column("disputed", "Disputed", .number, "Accounts of both kinds that somebody disputes."),
    Column("grades", "Grades", .list, "The grades that these accounts have, the most frequent first."),
    Column("confirm", "To confirm", .text, "The command by which a person confirms the proposal."),
  ]

  public static func subjects(at day: Day, facts: References) -> [String] {
    let family = Subject.Family.source.rawValue + ":"
    let known = [ReferenceFacts.name, name].flatMap { facts.standing.subjects($0, prefix: family) }
    return Set(known.map { Verbatim(String($0.dropFirst(family.count))) }).sorted().map(\.text)
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    let history = SourceHistory(of: subject, until: day, facts)
    let record = SourceTally(history, facts, profile)
    let gradings = facts.gradings(ofSource: subject)
    let proposal = SourceProposal(record)
    let confirmed = gradings.last?.grade
    let status = proposal.status(confirmed: confirmed, isSilent: history.isSilent)
    var row = Row(
      key: subject,
      cells: register(subject, facts) + [
        .text(status),
        history.isSilent ? .none : .text(proposal.reliability),
        Cell(confirmed?.description),
      ] + (history.isSilent ? Array(repeating: .none, count: 11) : record.cells(facts)) + [
        Cell(status == "proposed" || status == "differs" ? command(proposal, subject, facts) : nil)
      ])
    row.because = history.isSilent ? [Reason("Q0-no-evidence")] : record.because + [proposal.reason]
    if !gradings.isEmpty { row.because.append(Reason("Q5-graded-by-a-person", gradings.map(\.event))) }
    row.against = record.against
    row.ignore(record.ignored + history.ended.map { Ignored($0.was.event, "R1", cause: $0.by) })
    row.weigh(record.known(facts), behind: row.because + row.against)
    row.complete(facts)
    return [row]
  }

  /// What the register says of it.
  private static func register(_ key: String, _ facts: References) -> [Cell] {
    guard let source = facts.source(key)?.source else {
      return [.text(key), .none, .none, .none, .none, .none]
    }
    return [
      .text(key), .text(source.name), Cell(source.sourceClass?.rawValue), Cell(source.affiliation),
      source.interest.isEmpty ? .none : .list(source.interest), .flag(source.isProtected),
    ]
  }

  /// What a person types to confirm the proposal; `nil` for a source without an entry, which nobody can grade.
  private static func command(_ proposal: SourceProposal, _ key: String, _ facts: References) -> String? {
    facts.source(key).map { entry in
      "daybook append grade --grades '#\(entry.event)' --grade.reliability \(proposal.reliability) "
        + "--reason '\(proposal.good) of \(proposal.judged) borne out'"
    }
  }
}
