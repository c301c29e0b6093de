import ArgumentParser
import Glibc
import Ledger
import SQLiteLog

/// Which ledger a command means: `--ledger`, else `DAYBOOK_LEDGER`, else the working folder or one above it.
struct LedgerOptions: ParsableArguments {
  @Option(name: .long, help: "The folder of the ledger (else DAYBOOK_LEDGER, else found upwards).")
  var ledger: String?

  /// The folder, which holds a ledger.
  func folder() throws(Complaint) -> LedgerFolder {
    if let ledger { return try Self.checked(ledger, "--ledger") }
    if let named = Environment["DAYBOOK_LEDGER"], !named.isEmpty { return try Self.checked(named, "DAYBOOK_LEDGER") }
    guard let found = LedgerFolder.find(upwardsFrom: Self.workingFolder) else {
      throw Complaint(
        .noInput,
        "no ledger in this folder or above it.\nName one with --ledger DIR or DAYBOOK_LEDGER, or make one: daybook init DIR"
      )
    }
    return found
  }

  /// Opens the ledger.
  ///
  /// - Parameter patience: how many seconds an append waits while others write.
  func open(_ opening: SQLiteLog.Opening = .reading, patience: Double = 30) throws -> Ledger {
    try Ledger.open(at: folder(), opening, patience: .milliseconds(Int64(patience * 1000)))
  }

  /// Opens the ledger for reading; `nil` when none was named and none is found.
  func openIfAny() throws -> Ledger? {
    let isNamed = ledger != nil || Environment["DAYBOOK_LEDGER"].map { !$0.isEmpty } ?? false
    guard isNamed || LedgerFolder.find(upwardsFrom: Self.workingFolder) != nil else { return nil }
    return try open()
  }

  private static func checked(_ path: String, _ option: String) throws(Complaint) -> LedgerFolder {
    let folder = LedgerFolder(path)
    if folder.isLedger { return folder }
    guard unsafe access(path, F_OK) == 0 else {
      throw Complaint(
        .noInput, "\(option): there is no folder '\(path)'.\nMake a ledger there with: daybook init \(path)")
    }
    throw Complaint(
      .noInput,
      "\(option): '\(path)' is not a ledger, since it holds no log.sqlite.\nMake a ledger with: daybook init DIR"
    )
  }

  private static var workingFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
