import ArgumentParser
import Ledger
import ViewStore
import Views

/// Shows a picture of the present, or of any time on either clock.
struct ViewCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "view",
    abstract: "Show a picture: who holds what, who did what to whom, as of any time on either clock.",
    discussion: """
      Without a name, lists the views. A row says what it rests on; --reasons tells it in full, and `daybook why` follows \
      it down to sources, originals and proofs.

      --at asks how it was on a day. --as-of asks what the ledger knew; --published-by what the public could know. \
      --against shows what another profile than --profile would change, and nothing else moved; --profiles lists the \
      profiles with every setting. --totals sums up attacks or abuses, with what bodies published as totals beside the sums.

      --format svg draws the view control as a map; --format geojson gives the rows of a view of places with where they \
      lie. Borders are those of files that gazetteer events have adopted by digest and that `daybook evidence add` keeps; \
      without any, each point of the gazetteer gets the land that is nearest to it.

      Examples:
        daybook view
        daybook view control --at 2023-08-25
        daybook view control Ansongo --at 2023-08-25 --published-by 2023-08-26
        daybook view attacks --where form=single --in Gao --format csv
        daybook view corroboration '@mali/u-doubled-ap'
        daybook view control --at 2023-08-25 --profile default-1 --against carry-3m
        daybook view --profiles
        daybook view changes --since 2023-08-25 --published-by 2023-08-27
        daybook view control --at 2023-11-30 --format svg > control.svg
        daybook view actors --at 2023-08-25 --format svg > actors.svg
        daybook view attacks --totals --by year
      """)

  @Argument(help: ArgumentHelp("The view.", valueName: "name"))
  var name: String?

  @Argument(
    help: ArgumentHelp("Only these: names or ids of places; #12, ids or @names of events.", valueName: "subject"))
  var subjects: [String] = []

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only rows with this value in this column; may be repeated.", valueName: "column=value"))
  var filters: [String] = []

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "Only rows whose place is, or lies in, this one: on the row's own day if it has one, else on the day asked about.",
      valueName: "place"))
  var inside: String?

  @Flag(help: "Tell the reasons of every row in full.")
  var reasons = false

  @Option(
    help: ArgumentHelp(
      "Show what changes when this profile is used instead of the one of --profile.", valueName: "id"))
  var against: String?

  @Flag(help: "Of the views attacks and abuses: sums over single incidents, and published totals beside them.")
  var totals = false

  @Option(help: "With --totals: by what the incidents are grouped.")
  var by: TotalsOption?

  @Flag(help: "List the profiles with their settings, instead of a picture.")
  var profiles = false

  @Option(
    help: ArgumentHelp(
      "Only for the view changes: the earlier known time; a date is on the public clock with --published-by.",
      valueName: "when"))
  var since: String?

  @OptionGroup var times: TimeOptions
  @OptionGroup var format: ViewFormatOptions
  @OptionGroup var options: LedgerOptions

  func run(_ output: inout Output) throws {
    if profiles { return try listProfiles(&output) }
    guard let name else { return ViewList().write(try format.rows(of: "the list of views"), to: &output) }
    guard by == nil || totals else { throw Complaint(.usage, "--by says how --totals groups incidents; add --totals") }
    let asking = try Asking(name, options)
    var question = try asking.question(about: subjects, filters: filters, inside: inside, times)
    question.since = try asking.since(since, times)
    try CoverageNote(times).say(of: asking.ledger, asking.views)
    if totals { return try sum(question, asking, &output) }
    if let against {
      var other = question
      other.profile = against
      let rows = try format.rows(of: "a comparison")
      let difference = try asking.views.compare(question, other, from: asking.log)
      return DifferencePicture(difference: difference, view: asking.view, ledger: asking.ledger, moved: .profile)
        .write(rows, to: &output)
    }
    question.tellsIgnored = reasons || format.format.rows != .table
    func picture() throws -> Picture {
      let reading = try asking.views.answer(question, from: asking.log)
      return Picture(reading: reading, view: asking.view, origin: asking.ledger.origin, tellsReasons: reasons)
    }
    switch format.format.rows {
    case .table?: try picture().writeTable(to: &output)
    case let rows?:
      let answer = try asking.views.rows(of: question, from: asking.log)
      try RowStream(answer, origin: asking.ledger.origin).write(rows, to: &output)
    case nil: try Mapping(asking: asking, inside: question.inside).write(picture(), format.format, to: &output)
    }
  }

  /// Sums up an answer about attacks or abuses.
  private func sum(_ question: Question, _ asking: Asking, _ output: inout Output) throws {
    guard Totals.views.contains(where: { $0 == asking.view }), against == nil else {
      throw Complaint(
        .usage,
        "--totals sums up the views attacks and abuses, with one profile; not \(against == nil ? asking.view.name : "--against")"
      )
    }
    let totals = try asking.views.totals(question, by: by?.grouping ?? .all, from: asking.log)
    TotalsPicture(totals: totals, view: asking.view, origin: asking.ledger.origin)
      .write(try format.rows(of: "sums"), to: &output)
  }

  /// Lists the profiles of the ledger at the known time asked for; outside any ledger, those that every ledger has.
  private func listProfiles(_ output: inout Output) throws {
    guard name == nil, against == nil else {
      throw Complaint(.usage, "--profiles lists the profiles by itself, without a view and without --against")
    }
    let rows = try format.rows(of: "the list of profiles")
    guard let ledger = try options.openIfAny() else {
      return ProfileList(Profile.builtIn.map { ($0, nil) }).write(rows, to: &output)
    }
    let views = try Following.views(of: ledger)
    let moment = Moment(known: try times.asOf.count(in: FollowedLedger(ledger)), published: times.publishedBy)
    let facts = References(try views.snapshot(at: moment))
    ProfileList(facts.profiles).write(rows, to: &output)
  }
}

/// By what `--totals` groups incidents, as an option names it.
enum TotalsOption: String, CaseIterable, ExpressibleByArgument {
  case all, year, region, actor, mode

  var grouping: Totals.Grouping {
    switch self {
    case .all: .all
    case .year: .year
    case .region: .region
    case .actor: .actor
    case .mode: .mode
    }
  }
}
