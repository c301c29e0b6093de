public import Ledger

extension Ledger {
  /// Makes a ledger in a new folder, or in one that is empty: its log in SQLite, its key, its folders.
  ///
  /// - Parameters:
  ///   - folder: where.
  ///   - origin: the name of the log, best a URL without its scheme that its office controls, for example `example.org/mali`.
  /// - Throws: `alreadyThere` when the folder is not empty; nothing in it is touched.
  public static func create(
    at folder: LedgerFolder, origin: String, clock: (@Sendable () -> Int64)? = nil
  ) throws(LedgerError) -> Ledger {
    try folder.make()
    try KeyStore(folder.keys).create(origin: origin)
    try SQLiteLog.create(at: folder.log, origin: origin)
    return try open(at: folder, clock: clock)
  }

  /// Opens the ledger in a folder.
  ///
  /// - Throws: `notALedger`, `newerFormat`, `damaged`, `readOnly`.
  public static func open(
    at folder: LedgerFolder, _ opening: SQLiteLog.Opening = .writing, patience: Duration = .seconds(30),
    clock: (@Sendable () -> Int64)? = nil
  ) throws(LedgerError) -> Ledger {
    Ledger(folder: folder, log: try SQLiteLog(at: folder.log, opening, patience: patience), clock: clock)
  }
}
