import ArgumentParser
import Ledger
import ViewStore
import Views
import Vocabulary

/// Decides which accounts tell of one incident, and lists the pairs that may.
struct LinkCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Decide which accounts tell of one incident; list the pairs that may.",
    usage: """
      daybook link RELATION EVENT EVENT --reason TEXT
      daybook link --suggest [--at DATE] [--as-of WHEN] [--published-by DATE] [--view NAME] [--least POINTS] [--limit COUNT]
      daybook link --check
      """,
    discussion: """
      RELATION is what the first event is to the second: \
      \(Link.Content.allCases.map(\.rawValue).joined(separator: ", ")). It is an event as `daybook append link` makes it, \
      with the same fields and options (daybook append link --help); to take it back, retract it.

      --suggest never decides: it lists accounts of attacks and abuses that are near each other in place and time and whose \
      actors can be of one class, with what speaks for and against their being one, the most points first. What was \
      decided before is not listed again. --check lists decisions that cannot all hold, as when A is the same as B and B \
      as C, but A is not C: the last one that brings them together is set aside, and nothing is merged against a decision.

      Examples:
        daybook link --suggest --at 2023-12-31 --limit 5
        daybook link same '#249' '#262' --reason 'one raid, told by two agencies'
        daybook link not-same '#249' '#270' --reason 'two villages of the same name'
        daybook link --check
      """)

  @Flag(help: "List pairs of accounts that may tell of one incident.")
  var suggest = false

  @Flag(help: "List decisions that cannot all hold.")
  var check = false

  @Option(help: ArgumentHelp("Only accounts of this view, attacks or abuses; else both.", valueName: "name"))
  var view: PairView?

  @Option(help: ArgumentHelp("Only pairs with so many points or more.", valueName: "points"))
  var least = 5

  @Option(help: ArgumentHelp("How many pairs at most.", valueName: "count"))
  var limit = 20

  @Option(
    help: ArgumentHelp("Leave out what happened after that day, month or year.", valueName: "date"),
    transform: TimeOptions.lastDay)
  var at: Day?

  @OptionGroup var knownTime: KnownTimeOptions

  @OptionGroup var format: FormatOptions
  @OptionGroup var writing: WritingOptions

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("The relation, the two events, then the fields of the link.", valueName: "relation"))
  var words: [String] = []

  func run(_ output: inout Output) throws {
    if let first = words.first {
      if first == "--help" || first == "-h" { throw CleanExit.helpRequest(self) }
      guard !suggest, !check else {
        throw Complaint(.usage, "'\(first)': either a decision, or --suggest or --check, not both")
      }
      return try LinkDecision(words, writing, format.format).run(&output)
    }
    guard suggest || check else {
      throw Complaint(
        .usage,
        "link what? List the pairs to decide on with --suggest, or name a relation and two events.\nSee: daybook link --help"
      )
    }
    guard limit >= 1, limit <= 10_000 else {
      throw Complaint(.usage, "--limit: \(limit): from 1 to 10000 pairs can be listed")
    }
    let ledger = try writing.options.open()
    let store = try Following.views(of: ledger)
    var note = CoverageNote()
    note.add("--at", .at, at)
    note.add(knownTime.asOf)
    note.add("--published-by", .publishedBy, knownTime.publishedBy)
    try note.say(of: ledger, store)
    let question = Question(
      "attacks", at: at ?? TimeOptions.today, asOf: knownTime.asOf, publishedBy: knownTime.publishedBy)
    let views = (view.map { [$0] } ?? PairView.allCases).map(\.rawValue)
    let reading = try store.pairs(
      in: views, question, least: least, limit: suggest ? limit : 0, from: FollowedLedger(ledger))
    PairPicture(reading: reading, origin: ledger.origin, isSuggesting: suggest, least: least)
      .write(format.format, to: &output)
  }
}

/// The views whose accounts are brought together.
enum PairView: String, CaseIterable, ExpressibleByArgument {
  case attacks, abuses
}
