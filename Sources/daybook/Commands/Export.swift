import ArgumentParser
import Exchange
import Ledger

/// Gives out what the ledger holds in the formats of others.
struct ExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Give back an imported table byte for byte.",
    discussion: """
      --as writes an imported table as it came, from the events alone, and compares the digest with that of the file that \
      was imported; a release is given back as that release was.

      Examples:
        daybook export --as ucdp-ged > GEDEvent.csv
        daybook export --as ucdp-ged --release 1 > first.csv
      """)

  @Option(
    name: .customLong("as"), help: ArgumentHelp("The format of the table as it was imported.", valueName: "format"))
  var table: ImportFormat

  @Option(help: ArgumentHelp("The data set, when there are several of the format.", valueName: "id"))
  var dataSet: String?

  @Option(help: ArgumentHelp("The release by its name, or by its number from 1; else the last.", valueName: "name"))
  var release: String?

  @OptionGroup var options: LedgerOptions

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let table = try TableReturn(table.rawValue, dataSet: dataSet, release: release, in: ledger)
    try table.write { output.write($0) }
  }
}
