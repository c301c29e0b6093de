import ArgumentParser
import Ledger
import TransparencyLog
import ViewStore
import Vocabulary

/// One event with all that belongs to it.
struct ShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one event: what it says, who says so, how it stands, and how it is proved.",
    discussion: """
      EVENT is #12, @name, an id of 32 digits or a leaf hash of 64. With --as-of or --published-by, the event stands as \
      it did then.

      Examples:
        daybook show '#12'
        daybook show @mali/a1 --as-of 340
        daybook show '#12' --raw | sha256sum
      JSON: position, leaf (the hash), summary, event (the recorded object), standing, disputes, said_of_it, protected, \
      proof.
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The event.", valueName: "event"))
  var event: String

  @Flag(help: "Print the bytes of the leaf, and nothing else.")
  var raw = false

  @Option(
    name: .long, help: ArgumentHelp("As the ledger was at #position or on that day.", valueName: "when"),
    transform: TimeOptions.known)
  var asOf: AsOf = .now

  @Option(
    name: .long, help: ArgumentHelp("Only what the public could know by then.", valueName: "date"),
    transform: TimeOptions.lastDay)
  var publishedBy: Day?

  @Option(help: "How to print: table or json.")
  var format: TextFormat = .table

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let position = try EventSearch(ledger).require(event)
    if raw { return output.write(try ledger.leaf(at: position)) }
    let views = try Following.views(of: ledger)
    let moment = Moment(known: try asOf.count(in: FollowedLedger(ledger)), published: publishedBy)
    let file = try EventFile(ledger, position, try views.snapshot(at: moment))
    if format == .table { try file.write(to: &output) } else { output.line(file.json) }
  }
}
