public import Vocabulary

/// Incidents with their casualties; accounts of one incident are fused, never summed.
///
/// The fact of an attack lies under `#position`; its body keeps kind, occurred, parties, payload and place of the leaf.
/// Accounts are brought together by `same` references and links (`Merging`) and taken apart again when those are
/// retracted. Patterns and aggregates are rows of their own, after the single incidents, and in no sum (``Totals``).
///
/// Rules: `A0-no-evidence`; `A1-account` the events told of it; `A2-same-incident` what brought them together;
/// `A3-preferred-account` whose mode, place and date the row shows; `A4-best-of-best-graded` whose best figure is shown.
public enum Attacks: View {
  public static let name = "attacks"
  public static let version = 1
  public static let summary = "incidents with casualties; duplicate accounts fused, patterns and aggregates apart"

  public static let columns = [
    Column("incident", "Incident", .text, "The position of the first account."),
    Column("status", "Status", .text, "recorded, retracted, or unknown: no evidence."),
    Column("form", "Form", .text, "single, pattern or aggregate; only single incidents may be summed."),
    Column("mode", "Mode", .text, "How it was carried out, by the preferred account."),
    Column("when", "When", .text, "The date as EDTF, by the preferred account."),
    Column("from", "From", .day, "The first day it can mean."),
    Column("to", "To", .day, "The last day it can mean."),
    Column("place", "Place", .text, "The id of the place, or its name as written."),
    Column("name", "Name", .text, "The name of the place on the day asked about."),
    Column("perpetrators", "Perpetrators", .list, "Who did it by any account, with the certainty unless named."),
    Column("participants", "Participants", .list, "Who took part without a direction being stated."),
    Column("victims", "Victims", .list, "Who was the target or the victim by any account, and the class of target."),
    Column("killed", "Killed", .range, "Persons killed: greatest minimum, best of the best graded, greatest maximum."),
    Column("injured", "Injured", .range, "Persons injured, likewise."),
    Column("abducted", "Abducted", .range, "Persons abducted, likewise."),
    Column(
      "basis", "Basis", .list,
      "What the figures rest on by any account: exact, reported, conservative, word-coded, estimated, unknown."),
    Column("other", "Other figures", .list, "Every other figure, likewise."),
    Column("by_account", "By account", .list, "What each account says."),
    Column("accounts", "Accounts", .number, "How many accounts were fused."),
  ]

  public static let kinds: Set<Kind> = [.attack]

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    sink.state(.itself, during: event, .incident)
  }

  public static func subjects(at day: Day, facts: References) -> [String] {
    facts.heads(of: name) { $0.fact.from.map { $0 <= day } ?? true }
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    guard let position = Subject.position(subject) else { return [unknown(subject, "unknown: no evidence")] }
    let merging = Merging(around: position, facts)
    let accounts = Account.all(name, merging.members, until: day, facts)
    let ended = Account.ended(name, merging.members, facts)
    guard let preferred = accounts.first else {
      var row = unknown(subject, ended.isEmpty ? "unknown: no evidence" : "retracted")
      row.ignore(ended)
      return [row]
    }
    let events = accounts.map(\.event).sorted()
    let casualties = Casualties(accounts)
    let incident = Incident(accounts)
    var row = Row(
      key: "#\(events[0])", cells: cells(events[0], incident, preferred, casualties, accounts.count, day, facts))
    row.because = [Reason("A1-account", events)]
    if !merging.mergedBy.isEmpty { row.because.append(Reason("A2-same-incident", merging.mergedBy)) }
    row.because.append(Reason("A3-preferred-account", [preferred.event], points: preferred.grade.points))
    row.because += casualties.because
    row.ignore(merging.refused + ended)
    row.weigh(accounts.known(facts), behind: [row.because[0]])
    row.complete(facts)
    return [row]
  }

  public static func part(of row: Row) -> Int {
    let order: [Cell] = [.text("single"), .text("pattern"), .text("aggregate")]
    return order.firstIndex(of: row.cells[2]) ?? order.count
  }

  private static func unknown(_ subject: String, _ status: String) -> Row {
    var row = Row.silent(subject, status, of: Self.self, "A0-no-evidence")
    row.cells[columns.count - 1] = .number(0)
    return row
  }

  private static func cells(
    _ head: UInt64, _ incident: Incident, _ preferred: Account, _ casualties: Casualties, _ accounts: Int, _ day: Day,
    _ facts: References
  ) -> [Cell] {
    let place = preferred.leaf.place
    return [
      .text("#\(head)"),
      .text("recorded"),
      Cell(incident.form),
      Cell(incident.mode),
      Cell(preferred.leaf.occurred?.edtf),
      Cell(preferred.from),
      Cell(preferred.to),
      Cell(place?.id ?? place?.name),
      Cell(place?.id.map { facts.placeName($0, on: preferred.to ?? day) } ?? place?.name),
      .list(incident.perpetrators),
      .list(incident.participants),
      .list(incident.victims),
      casualties.cell("killed"),
      casualties.cell("injured"),
      casualties.cell("abducted"),
      .list(casualties.bases),
      .list(casualties.others(than: ["killed", "injured", "abducted"])),
      .list(casualties.byAccount),
      .number(accounts),
    ]
  }
}
