import ArgumentParser
import Audit
import Leaf
import Ledger

/// Verifies the tokens of the log.
struct TimestampCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify every timestamp that the log keeps, each at its own time.",
    discussion: """
      A token is verified with the roots that you give, as things stood when it was made: a certificate that ended since \
      does not undo it. A token whose chain ends within --within days should be renewed. JSON: size, number, at, \
      authority, renews, verdict, what, ending.

      Exit status: 0 all hold; 1 one does not; 2 cannot be decided, as without --root.

      Examples:
        daybook timestamp check --root authority.pem
        daybook timestamp check --root authority.pem --within 90 --format json
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var roots: RootOptions
  @OptionGroup var format: FormatOptions

  @Option(help: ArgumentHelp("Name tokens whose chain ends within so many days.", valueName: "days"))
  var within: UInt64 = 30

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let soon = UTCTime.now() + min(within, 100_000) * 86_400
    let verdicts = try TimestampVerdict.all(of: ledger, roots: roots.read(), soon: soon)
    var printer = RowPrinter(
      format.format,
      columns: ["Events", "Token", "Verdict", "Finding", "Authority"].map { Table.Column(title: $0) },
      header: ["size", "number", "at", "authority", "renews", "verdict", "what", "ending"])
    for verdict in verdicts {
      let token = verdict.timestamp
      let at = token.map { UTCTime.text(seconds: $0.token.time) }
      let values = [
        String(verdict.size), token.map { String($0.number) } ?? "", at ?? "", token?.token.authority ?? "",
        token.map { String($0.renewed) } ?? "", verdict.verdict.rawValue, verdict.what, String(verdict.isEnding),
      ]
      printer.add(
        cells: [
          Progress.grouped(verdict.size), values[1], verdict.verdict.rawValue, verdict.what,
          token?.token.authority ?? "",
        ], values: values,
        json: [
          "size": .integer(Int64(verdict.size)), "number": token.map { .integer(Int64($0.number)) } ?? .null,
          "at": at.map(Value.string) ?? .null, "authority": token.map { .string($0.token.authority) } ?? .null,
          "renews": token.map { .integer(Int64($0.renewed)) } ?? .null,
          "verdict": .string(verdict.verdict.rawValue), "what": .string(verdict.what),
          "ending": .boolean(verdict.isEnding),
        ], &output)
    }
    printer.end("No checkpoint has a timestamp yet; ask for one with: daybook timestamp request", &output)
    let gravest = verdicts.map(\.verdict).max() ?? .ok
    output.status = .of(gravest.exitStatus)
  }
}
