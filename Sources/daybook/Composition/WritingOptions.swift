import ArgumentParser
import Ledger
import SQLiteLog

/// Options of commands that write: which ledger, and how long to wait while others write.
struct WritingOptions: ParsableArguments {
  @OptionGroup var options: LedgerOptions

  @Option(
    name: .long, help: ArgumentHelp("Wait so long while others write (DAYBOOK_PATIENCE).", valueName: "seconds"))
  var patience: Double?

  /// Opens the ledger for writing.
  func open() throws -> Ledger {
    let seconds = patience ?? Environment["DAYBOOK_PATIENCE"].flatMap { Double($0) } ?? 30
    guard (0...86_400).contains(seconds) else {
      throw Complaint(.usage, "--patience: \(seconds): seconds from 0 to 86400 are allowed")
    }
    return try options.open(.writing, patience: seconds)
  }
}
