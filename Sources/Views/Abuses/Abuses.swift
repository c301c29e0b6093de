public import Vocabulary

/// Who did what to whom: one row for each act, perpetrator and victim group of an abuse.
///
/// Violence against civilians that a data set records as an attack (the mode `one-sided`, UCDP's third type) is here too, as
/// an act of that name; the act itself is not guessed.
///
/// The fact of an abuse lies under `#position`; its body keeps kind, occurred, parties, payload and place of the leaf.
/// Accounts of one abuse are brought together as those of an attack are. A concern is a row, but no incident. The place of
/// conflict-related sexual violence is not shown below the first-level region, nor its date below the month (``DisclosureLevel``).
///
/// Rules: `B0-no-evidence`; `B1-account` the events that say so; `B2-same-incident` what brought them together;
/// `B3-other-perpetrator` accounts of the same act that name another perpetrator; `B4-place-withheld` and
/// `B4-days-withheld` (ignored).
public enum Abuses: View {
  public static let name = "abuses"
  public static let version = 1
  public static let withholds = true
  public static let summary = "who did what to whom, with certainty and degree, by place and period"

  public static let columns = [
    Column("abuse", "Abuse", .text, "The position of the first account."),
    Column("act", "Act", .text, "What was done."),
    Column("perpetrator", "Perpetrator", .text, "Who did it, by key; empty when nobody is named."),
    Column("certainty", "Certainty", .text, "How sure the perpetrator is: named, presumed, suspected or unknown."),
    Column("degree", "Degree", .text, "direct, ordered, aided, acquiesced …"),
    Column("victims", "Victims", .text, "The class of the victims."),
    Column("right", "Right", .text, "The right violated."),
    Column("place", "Place", .text, "The id of the place; a region at most for conflict-related sexual violence."),
    Column("name", "Name", .text, "The name of that place."),
    Column("when", "When", .text, "The date as EDTF, by the preferred account."),
    Column("from", "From", .day, "The first day it can mean."),
    Column("to", "To", .day, "The last day it can mean."),
    Column(
      "killed", "Killed", .range,
      "Persons killed by all accounts of the abuse: greatest minimum, best of the best graded, "
        + "greatest maximum; the same in every row of the abuse, so never to be summed."),
    Column("other", "Other figures", .list, "Every other figure, likewise."),
    Column("by_account", "By account", .list, "What each account says."),
    Column("status", "Status", .text, "concern, possible, reported, verified, retracted, or unknown: no evidence."),
    Column("incident", "Incident", .flag, "Whether it counts as an incident; a concern does not."),
    Column("crsv", "CRSV", .flag, "Whether it is conflict-related sexual violence."),
    Column(
      "form", "Form", .text,
      "single, pattern or aggregate, where an attack tells of it; empty where nobody says, and then in no sum."),
  ]

  public static let kinds: Set<Kind> = [.abuse, .attack]

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    guard kind == .abuse || event.says("mode", "one-sided") else { return }
    sink.state(.itself, during: event, .incident)
  }

  public static func subjects(at day: Day, facts: References) -> [String] {
    facts.heads(of: name) { facts.isShown($0, by: day) }
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    DeedCase.rows(
      subject, of: Self.self, at: day, facts,
      DeedCase.Rules(
        none: "B0-no-evidence", account: "B1-account", same: "B2-same-incident",
        otherPerpetrator: "B3-other-perpetrator", placeWithheld: "B4-place-withheld",
        daysWithheld: "B4-days-withheld"),
      cells: cells)
  }

  private static func cells(_ told: DeedCase, _ shown: DeedCase.Shown) -> [Cell] {
    let deed = shown.deed
    return [
      .text("#\(told.head)"),
      .text(deed.act.text),
      Cell(deed.perpetrator?.text),
      .text(deed.certainty.rawValue),
      Cell(deed.degree),
      Cell(deed.victims?.text),
      Cell(deed.right),
      Cell(shown.place.id),
      Cell(shown.place.name),
      Cell(shown.period.edtf),
      Cell(shown.period.from),
      Cell(shown.period.to),
      told.figures.cell("killed"),
      .list(told.figures.others(than: ["killed"])),
      .list(told.figures.byAccount),
      Cell(deed.status?.rawValue),
      .flag(deed.status != .concern),
      .flag(deed.isCRSV),
      Cell(told.form),
    ]
  }
}
