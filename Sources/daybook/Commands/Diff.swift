import ArgumentParser
import ViewStore

/// Compares two pictures of one view.
struct DiffCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed in a picture between two times of either clock, and which events changed it.",
    discussion: """
      The times are on the clock that --clock names: as-of (what the ledger knew), published-by (what the public could \
      know) or at (how it was). The other clocks are those of `daybook view` and stay as they are.

      Examples:
        daybook diff control --from 2023-08-25 --to 2023-08-27 --at 2023-08-25
        daybook diff control Ansongo --from '#200' --to '#300'
        daybook diff security --clock at --from 2023-06 --to 2023-12 --format json
      """)

  @Argument(help: ArgumentHelp("The view.", valueName: "view"))
  var name: String

  @Argument(help: ArgumentHelp("Only these, as in `daybook view`.", valueName: "subject"))
  var subjects: [String] = []

  @OptionGroup var clock: ClockOptions
  @OptionGroup var times: TimeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var options: LedgerOptions

  func run(_ output: inout Output) throws {
    let asking = try Asking(name, options)
    let question = try asking.question(about: subjects, times)
    var note = CoverageNote(times)
    for (option, text) in [("--from", clock.from), ("--to", clock.to)] {
      note.add(option, clock.meant.covered, written: text)
    }
    try note.say(of: asking.ledger, asking.views)
    let difference = try asking.views.compare(
      clock.question(question, at: clock.from, "--from"), clock.question(question, at: clock.to, "--to"),
      from: asking.log)
    DifferencePicture(difference: difference, view: asking.view, ledger: asking.ledger)
      .write(format.format, to: &output)
  }
}
