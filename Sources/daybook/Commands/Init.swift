import ArgumentParser
import Ledger
import SQLiteLog
import TransparencyLog

/// Makes a ledger.
struct InitCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a ledger: a folder with its log, its key and a place for evidence.",
    discussion: """
      The folder must be new or empty. The key that is made signs checkpoints of this log; whoever holds it speaks for \
      the ledger, so keep a copy of keys/ apart from every copy of the log.

      Examples:
        daybook init mali
        daybook init mali --origin monitors.example.org/mali
        daybook init mali-2 --origin monitors.example.org/mali-2 --after mali
      """)

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "The name of the log in its checkpoints: best a URL without its scheme that your office controls.",
      valueName: "name"))
  var origin: String?

  @Option(
    help: ArgumentHelp(
      "The frozen ledger that this one continues: its last checkpoint is named by the first event.", valueName: "dir"))
  var after: String?

  func run(_ output: inout Output) throws {
    let place = LedgerFolder(folder)
    let name = origin ?? Self.origin(place)
    guard (try? VerifierKey(name: name, publicKey: [UInt8](repeating: 0, count: 32))) != nil else {
      throw Complaint(
        .usage, "--origin: '\(name)': no name of a log; allowed: text without white space and +, as example.org/mali")
    }
    let predecessor = try after.map { try Predecessor($0, successor: name) }
    let ledger = try Ledger.create(at: place, origin: name)
    try predecessor?.append(to: ledger)
    let key = try ledger.keys.verifier()
    output.line(
      """
      Made a ledger in \(place.path)
        log       \(place.log), \(predecessor.map { "after \($0.checkpoint.origin) at \($0.checkpoint.size) events" } ?? "empty"); its origin is \(ledger.origin)
        key       \(ledger.keys.signerPath), for you alone: keep a copy apart from the log
        to give   \(key)
                  (also in \(ledger.keys.verifierPath); readers and witnesses need it)
        evidence  \(place.evidence), for originals

      Next: tell daybook which ledger you mean, and record a source:
        export DAYBOOK_LEDGER=\(place.path)
        daybook append source --help
      """)
  }

  /// A name for a log that nobody named: `daybook.local/` and the last part of the folder's path.
  private static func origin(_ folder: LedgerFolder) -> String {
    let last = folder.path.split(separator: "/").last.map(String.init) ?? "ledger"
    let name = last.map { $0.isWhitespace || $0 == "+" ? "-" : $0 }
    return "daybook.local/" + String(name == ["."] || name == [".", "."] ? Array("ledger") : name)
  }
}
