public import Vocabulary

/// Who contests a trade or trafficking route, a market, a mine or a levy, in which place, over what, and on whose word.
///
/// The facts lie under the id of the place, or without one under each end of the route; bodies keep kind, occurred, parties,
/// payload and place of the leaf. A row is one contest in a place: the accounts that are said to be of the same thing.
/// Other contests over the same stake there stand against it, so that rival accounts stand side by side. Nothing is said
/// of a leader unless somebody says so: who holds the area is told as `control` tells it, and whom an account calls the
/// controller as it says.
///
/// Rules: `T0-no-evidence`; `T1-account`; `T2-same-contest`; `T3-other-contestants` and `T3-contradicts` (against);
/// `T4-said-to-hold`, `T4-holds-the-area`, `T4-levies`, `T4-exploits`; `T5-stale`, `T5-within-bounds`, `T5-undated`;
/// `T6-said-of-the-area-around` (ignored).
public enum Routes: View {
  public static let name = "routes"
  public static let version = 1
  public static let summary = "contested routes, markets, mines and levies: contestants, commodity, direction"

  public static let columns = [
    Column("place", "Place", .text, "The id of the place."),
    Column("name", "Name", .text, "Its name on the day asked about."),
    Column("contest", "Contest", .text, "The position of the first account."),
    Column(
      "status", "Status", .text,
      "contested; stale (nobody has said so within the stale days of the profile); ended; possible (between the bounds of "
        + "its date); retracted; or unknown: no evidence."),
    Column("stake", "Stake", .list, "What is contested: route, market, mine or levy."),
    Column("commodity", "Commodity", .list, "What is traded, by any account."),
    Column(
      "contestants", "Contestants", .list,
      "Who contests by any account, by key or class of people; unknown when nobody is named."),
    Column("direction", "Direction", .list, "The direction of the traffic, by any account."),
    Column("endpoints", "Between", .list, "Where the route begins and ends, as written."),
    Column("places", "Places", .list, "The ids of all places that the accounts name."),
    Column("since", "Since", .day, "The first day that the accounts speak of."),
    Column("until", "Until", .day, "The last day that they vouch for."),
    Column("said_to_hold", "Said to hold it", .list, "Whom an account of the contest calls its controller."),
    Column(
      "area_held_by", "Area held by", .list,
      "Who holds or claims the place itself, with the status that the view control gives it; not the route."),
    Column("levied_by", "Levied by", .list, "Who is named in a contest over a levy or tax there."),
    Column("exploited_by", "Exploited by", .list, "Who is said to exploit the place."),
    Column("around", "Said around", .list, "What is said of the areas around, which sets nothing here."),
    Column("by_account", "By account", .list, "Whom each account names, with its date as EDTF."),
  ]

  public static let kinds: Set<Kind> = [.claimContest]

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    if let place = event.placeObject {
      guard let subject = event.text("id", in: place) ?? event.text("name", in: place) else { return }
      sink.state(.text(subject), during: event, .incident)
    } else {
      for end in Set(event.contestEnds.map(Verbatim.init)).sorted() {
        sink.state(.under(.id(end.text)), during: event, .incident)
      }
    }
  }

  public static func subjects(at day: Day, facts: References) -> [String] {
    facts.standing.subjects(name)
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    let (contests, silent) = Contest.all(in: subject, day: day, facts)
    let surroundings = Surroundings(of: subject, day: day, profile: profile, facts)
    guard !contests.isEmpty else {
      let isRetracted = silent.contains { Verbatim($0.rule) == Verbatim("R1") }
      let status = isRetracted ? "retracted" : "unknown: no evidence"
      var row = Row(key: subject, cells: blank(subject, day, facts, surroundings, status: status))
      row.because = [Reason("T0-no-evidence")]
      row.ignore(silent + surroundings.ignored)
      return [row]
    }
    return contests.map { contest in
      var cells = blank(subject, day, facts, surroundings, status: contest.status(on: day, profile))
      cells.replaceSubrange(4..<13, with: contest.cells)
      cells[2] = .text("#\(contest.head)")
      cells[17] = .list(contest.byAccount)
      var row = Row(key: subject + "/#\(contest.head)", cells: cells)
      row.because = contest.because(on: day, profile) + surroundings.because
      row.against = contest.against(contests)
      row.ignore(contest.ignored + silent + surroundings.ignored)
      row.weigh(contest.accounts.map(\.account).known(facts), behind: [row.because[0]])
      row.complete(facts)
      return row
    }
  }

  private static func blank(
    _ subject: String, _ day: Day, _ facts: References, _ surroundings: Surroundings, status: String
  ) -> [Cell] {
    var cells = [Cell](repeating: .none, count: columns.count)
    cells[0] = .text(subject)
    cells[1] = .text(facts.placeName(subject, on: day))
    cells[3] = .text(status)
    cells.replaceSubrange(13..<17, with: surroundings.cells)
    return cells
  }
}

extension Event {
  /// The ends of a route, as written.
  fileprivate var contestEnds: [String] {
    if case .claimContest(let claim) = payload { claim.endpoints } else { [] }
  }
}
