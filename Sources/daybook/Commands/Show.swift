import ArgumentParser
import Ledger
import TransparencyLog
import ViewStore
import Views
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
      JSON: position, id, kind, recorded, occurred, place, leaf (the hash), summary, withheld, event (the recorded \
      object), standing, disputes, said_of_it, protected, proof. What tells of sexual violence is shown by region and \
      month; then withheld is true and event is null, unless --disclose is given.
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The event.", valueName: "event"))
  var event: String

  @Flag(help: "Print the bytes of the leaf, and nothing else.")
  var raw = false

  @OptionGroup var knownTime: KnownTimeOptions

  @OptionGroup var disclosure: DisclosureOptions

  @Option(help: "How to print: table or json.")
  var format: TextFormat = .table

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let position = try EventSearch(ledger).require(event)
    let guarding = EventGuard(disclosure.level, in: ledger) {
      References(try Following.views(of: ledger).snapshot())
    }
    if raw { return try writeLeaf(position, ledger, guarding, &output) }
    let views = try Following.views(of: ledger)
    let moment = Moment(known: try knownTime.asOf.count(in: FollowedLedger(ledger)), published: knownTime.publishedBy)
    let file = try EventFile(ledger, position, try views.snapshot(at: moment), guarding)
    if format == .table { try file.write(to: &output) } else { output.line(file.json) }
  }

  /// The bytes of a leaf are all or nothing: with anything left out they would prove nothing.
  private func writeLeaf(
    _ position: UInt64, _ ledger: Ledger, _ guarding: EventGuard, _ output: inout Output
  ) throws {
    let leaf = try ledger.leaf(at: position)
    guard try EventRow(position, leaf, guarding).withheld == nil else {
      throw Complaint(
        .usage,
        "--raw: the bytes of #\(position) tell of sexual violence with its place, day and words; "
          + "they are given only with --disclose.")
    }
    output.write(leaf)
  }
}
