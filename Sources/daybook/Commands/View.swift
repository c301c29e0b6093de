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

      --at asks how it was on a day. --as-of asks what the ledger knew; --published-by what the public could know.

      Examples:
        daybook view
        daybook view control --at 2023-08-25
        daybook view control Ansongo --at 2023-08-25 --published-by 2023-08-26
        daybook view attacks --where form=single --format csv
        daybook view corroboration '@mali/u-doubled-ap'
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

  @Flag(help: "Tell the reasons of every row in full.")
  var reasons = false

  @OptionGroup var times: TimeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var options: LedgerOptions

  func run(_ output: inout Output) throws {
    guard let name else { return ViewList().write(format.format, to: &output) }
    let asking = try Asking(name, options)
    let question = try asking.question(about: subjects, filters: filters, times)
    let reading = try asking.views.answer(question, from: asking.log)
    Picture(reading: reading, view: asking.view, origin: asking.ledger.origin, tellsReasons: reasons)
      .write(format.format, to: &output)
  }
}
