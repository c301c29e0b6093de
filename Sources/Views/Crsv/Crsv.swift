public import Vocabulary

/// Conflict-related sexual violence: one row for each form, perpetrator and group of victims of a case.
///
/// The fact lies under `#position`; its body keeps kind, occurred, parties, payload and place of the leaf. Accounts of one
/// case are brought together as those of an attack are. At the public level no place below the first-level region and no
/// date finer than the month is shown (``DisclosureLevel``); the answer says at which level it was shown. A concern is a row,
/// but no incident: `incident` says so, and concerns come after the incidents.
///
/// Rules: `V0-no-evidence`; `V1-account`; `V2-same-case`; `V3-other-perpetrator` (against); `V4-place-withheld`,
/// `V4-days-withheld` (ignored); `V5-concern-is-no-incident`; `V6-best-of-best-graded`.
public enum Crsv: View {
  public static let name = "crsv"
  public static let version = 1
  public static let summary = "conflict-related sexual violence, in public never below region and month"
  public static let withholds = true

  public static let columns = [
    Column("case", "Case", .text, "The position of the first account."),
    Column("status", "Status", .text, "concern, possible, reported, verified, retracted, or unknown: no evidence."),
    Column("incident", "Incident", .flag, "Whether it counts as an incident; a concern never does."),
    Column("form", "Form", .text, "The form of sexual violence; unspecified when no account says."),
    Column("perpetrator", "Perpetrator", .text, "Who did it, by key; empty when nobody is named."),
    Column("certainty", "Certainty", .text, "How sure the perpetrator is: named, presumed, suspected or unknown."),
    Column("degree", "Degree", .text, "direct, ordered, aided, acquiesced …"),
    Column("victims", "Victims", .text, "The class of the victims."),
    Column("groups", "Groups", .list, "Every class, sex and age that an account names among the victims."),
    Column("right", "Right", .text, "The right violated."),
    Column("region", "Region", .text, "The id of the region or country; the exact place only when disclosed."),
    Column("name", "Name", .text, "Its name."),
    Column("when", "When", .text, "The months as EDTF, by the preferred account; the exact date only when disclosed."),
    Column("from", "From", .day, "The first day that can mean."),
    Column("to", "To", .day, "The last day that can mean."),
    Column(
      "survivors", "Survivors", .range,
      "Persons who survived it by all accounts of the case: greatest minimum, best of the best graded, greatest maximum; "
        + "the same in every row of the case, so never to be summed."),
    Column("basis", "Basis", .list, "What the figures rest on: exact, reported, conservative, word-coded, estimated."),
    Column("other", "Other figures", .list, "Every other figure, likewise."),
    Column("by_account", "By account", .list, "What each account says."),
  ]

  public static let kinds: Set<Kind> = [.abuse]

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    guard event.isSexualViolence else { return }
    sink.state(.itself, during: event, .incident)
  }

  public static func subjects(at day: Day, facts: References) -> [String] {
    facts.heads(of: name) { facts.isShown($0, by: day) }
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    DeedCase.rows(
      subject, of: Self.self, at: day, facts,
      DeedCase.Rules(
        none: "V0-no-evidence", account: "V1-account", same: "V2-same-case",
        otherPerpetrator: "V3-other-perpetrator", placeWithheld: "V4-place-withheld",
        daysWithheld: "V4-days-withheld"),
      naming: form, cells: cells, besides: reasons)
  }

  private static func reasons(_ told: DeedCase, _ deed: Deed) -> [Reason] {
    (deed.status == .concern ? [Reason("V5-concern-is-no-incident", deed.events)] : [])
      + told.figures.because.map {
        Reason("V6-best-of-best-graded", $0.events, points: $0.points, actors: $0.actors)
      }
  }

  public static func part(of row: Row) -> Int { row.cells[2] == .flag(false) ? 1 : 0 }

  /// The form of an act that is sexual violence; `nil` for another act of the same event.
  ///
  /// Where an event is marked and none of its acts says so itself, every act is meant.
  private static func form(_ abuse: Abuse, _ act: AbuseAct) -> String? {
    func isOne(_ act: AbuseAct) -> Bool { act.form != nil || Verbatim(act.act) == Verbatim("sexual-violence") }
    guard isOne(act) || !abuse.acts.contains(where: isOne) else { return nil }
    return act.form ?? "unspecified"
  }

  private static func cells(_ told: DeedCase, _ shown: DeedCase.Shown) -> [Cell] {
    let deed = shown.deed
    return [
      .text("#\(told.head)"),
      Cell(deed.status?.rawValue),
      .flag(deed.status != .concern),
      .text(deed.act.text),
      Cell(deed.perpetrator?.text),
      .text(deed.certainty.rawValue),
      Cell(deed.degree),
      Cell(deed.victims?.text),
      .list(groups(told.accounts)),
      Cell(deed.right),
      Cell(shown.place.id),
      Cell(shown.place.name),
      Cell(shown.period.edtf),
      Cell(shown.period.from),
      Cell(shown.period.to),
      told.figures.cell("survivors"),
      .list(bases(told.accounts)),
      .list(told.figures.others(than: ["survivors"])),
      .list(told.figures.byAccount),
    ]
  }

  private static func groups(_ accounts: [Account]) -> [String] {
    words(accounts) { abuse in
      abuse.acts.compactMap(\.victims) + abuse.counts.flatMap { [$0.personClass, $0.sex, $0.age].compactMap(\.self) }
    }
  }

  private static func bases(_ accounts: [Account]) -> [String] {
    words(accounts) { $0.counts.compactMap { $0.basis?.rawValue } }
  }

  private static func words(_ accounts: [Account], _ told: (Abuse) -> [String]) -> [String] {
    let all = accounts.flatMap { account -> [String] in
      if case .abuse(let abuse) = account.leaf.payload { told(abuse) } else { [] }
    }
    return Set(all.map(Verbatim.init)).sorted().map(\.text)
  }
}
