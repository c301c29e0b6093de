import ArgumentParser
import Ledger
import TransparencyLog

/// Keeps originals.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Keep originals under the SHA-256 of their bytes.",
    discussion: """
      An original is copied once and never changed; events name it by its digest.

      Examples:
        daybook evidence add report.pdf photo.jpg
      """,
    subcommands: [EvidenceAddCommand.self])
}

/// Adds originals.
struct EvidenceAddCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Copy files into the ledger's evidence.",
    discussion: """
      Prints the digest of each file, which a report or custody event names. A file that is there already is not copied
      again.

      Example:
        daybook evidence add report.pdf
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The files; - is standard input.", valueName: "file"))
  var files: [String]

  func run(_ output: inout Output) throws {
    let store = EvidenceStore(try options.folder().evidence)
    for file in files {
      let added = try store.add(file)
      output.line("\(added.digest.hex)  \(file)\(added.wasThere ? " (there already)" : "")")
    }
  }
}
