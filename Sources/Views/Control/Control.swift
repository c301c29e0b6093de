public import Vocabulary

/// Who holds a place, how sure, since when, and who contests it: rules R0 to R15 of VOCABULARY.md "Control".
///
/// The facts are what is claimed about control and presence, fights, violence against civilians (presence only) and
/// withdrawals, each filed under its place (`ControlFact`). Integers only, so every machine agrees. Beyond the rules as
/// written: a change that is still between its bounds is shown (`R2-change-possible`); fire from afar is fighting but
/// not presence; evidence of 0 points (E or 5) is a claim but never presence, fighting or a departure (`R6-no-points`,
/// `R7-no-points`); a loss clears as a takeover does (`R5-loss-resets`); a denial never decides, it stands against.
public enum Control: View {
  public static let name = "control"
  public static let version = 3
  public static let summary = "who holds a place, how sure, since when, and who contests it"

  public static let columns = [
    Column("place", "Place", .text, "The id of the place."),
    Column("name", "Name", .text, "Its name on the day asked about."),
    Column("status", "Status", .text, "controlled, contested, claimed, influence, none or unknown."),
    Column("controller", "Controller", .text, "The actor who holds it, by its key."),
    Column("controller_name", "Controller's name", .text, "The name of that actor on the day asked about."),
    Column("extent", "Extent", .text, "How much of the place: whole, most, part, rural, urban or road."),
    Column("confidence", "Confidence", .text, "high (6 points, 2 roots), moderate (4 points) or low."),
    Column(
      "freshness", "Freshness", .text, "current, or stale when the newest evidence is older than the profile allows."),
    Column("since", "Since", .day, "The first day of the evidence about the controller or the claimants."),
    Column("last_evidence", "Evidence", .day, "The newest day that evidence vouches for."),
    Column(
      "holders", "Who", .list, "The controller and the rivals, else the claimants, else those present."),
    Column("rivals", "Rivals", .list, "Who else has enough evidence to contest it."),
    Column("claimants", "Claimants", .list, "Who is said to hold it on weak or interested evidence only."),
    Column("influence", "Influence", .list, "Who is present without holding it."),
    Column("possible", "Possible changes", .list, "Whose gain, loss or leaving may have come about already."),
  ]

  public static func subjects(at day: Day, facts: References) -> [String] {
    facts.standing.subjects(name)
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    let gathered = ControlEvidence(area: subject, day: day, references: facts, profile: profile)
    let cleared = ControlClearing(gathered, profile: profile)
    let rules = ControlRules(cleared, of: gathered, day: day, profile: profile)
    var row = Row(key: subject, cells: cells(subject, rules, gathered, day, facts))
    row.because = cleared.because + rules.because + gathered.possible
    row.against = rules.against
    if facts.tellsIgnored { row.ignore(gathered.ignored + cleared.ignored + rules.ignored) }
    row.weigh(cleared.weighed.map { ($0.event, $0.origin, $0.grade) }, behind: rules.because)
    row.complete(facts)
    return [row]
  }

  private static func cells(
    _ subject: String, _ rules: ControlRules, _ gathered: ControlEvidence, _ day: Day, _ facts: References
  ) -> [Cell] {
    let controller = rules.controller.map { gathered.keys([$0])[0] }
    let possible = Set(gathered.possible.flatMap(\.actors).map(Verbatim.init)).sorted().map(\.text)
    return [
      .text(subject),
      .text(facts.placeName(subject, on: day)),
      .text(rules.status),
      Cell(controller),
      Cell(controller.map { facts.actorName($0, on: day) }),
      Cell(rules.extent?.rawValue),
      Cell(rules.confidence),
      Cell(rules.freshness),
      Cell(rules.since),
      Cell(rules.until),
      .list(gathered.keys(rules.holders)),
      .list(gathered.keys(rules.rivals)),
      .list(gathered.keys(rules.claimants)),
      .list(gathered.keys(rules.influence)),
      .list(possible),
    ]
  }
}
