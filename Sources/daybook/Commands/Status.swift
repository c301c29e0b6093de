import ArgumentParser
import Glibc
import Leaf
import Ledger
import TransparencyLog
import ViewStore
import Vocabulary

/// The state of a ledger.
struct StatusCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show the state of the ledger: its size, root, signatures, key, views and evidence.",
    discussion: """
      Nothing is checked against the events: that is what daybook audit does.

      Examples:
        daybook status
        daybook status --format json
      """)

  @OptionGroup var options: LedgerOptions

  @Option(help: "How to print: table or json.")
  var format: TextFormat = .table

  func run(_ output: inout Output) throws {
    let state = try LedgerState(options.open())
    if format == .table { state.write(to: &output) } else { output.line(state.json) }
  }
}
