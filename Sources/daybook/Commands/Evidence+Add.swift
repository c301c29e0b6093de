import ArgumentParser
import Leaf
import Ledger
import TransparencyLog

/// Adds originals.
struct EvidenceAddCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Copy files into the ledger's evidence, and print their digests.",
    discussion: """
      A file that is there already is not copied again. JSON: digest, size, file, known.

      Examples:
        daybook evidence add report.pdf
        curl -s https://example.org/report.pdf | daybook evidence add -
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var format: FormatOptions

  @Argument(help: ArgumentHelp("The files; - is standard input.", valueName: "file"))
  var files: [String]

  func run(_ output: inout Output) throws {
    let store = EvidenceStore(try options.folder().evidence)
    var printer = RowPrinter(
      format.format, columns: ["SHA-256", "Bytes", "File", ""].map { Table.Column(title: $0) },
      header: ["digest", "size", "file", "known"])
    for file in files {
      let added = try store.add(file)
      let cells = [added.digest.hex, String(added.size), file]
      printer.add(
        cells: cells + [added.wasThere ? "there already" : ""], values: cells + [String(added.wasThere)],
        json: [
          "digest": .string(added.digest.hex), "size": .integer(Int64(clamping: added.size)), "file": .string(file),
          "known": .boolean(added.wasThere),
        ], &output)
    }
    printer.end("Nothing was added.", &output)
  }
}
