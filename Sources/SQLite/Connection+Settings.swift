internal import CSQLite

/// How much a commit promises.
public enum Durability: String, Equatable, Sendable {
  /// `synchronous = FULL`: a commit returns after its bytes are on the disk.
  case full = "FULL"
  /// `synchronous = NORMAL`: after a power failure the last commits may be missing, never half-written. For files that can be rebuilt.
  case normal = "NORMAL"

  /// What `PRAGMA synchronous` answers.
  var level: Int64 { self == .full ? 2 : 1 }
}

extension Connection {
  /// Puts the database in write-ahead mode with the given durability, turns foreign keys on, and makes sure that SQLite obeyed.
  ///
  /// SQLite answers an impossible setting with the old value and no error; so every one is read back.
  public func useWriteAheadLog(_ durability: Durability) throws(SQLiteError) {
    try execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = \(durability.rawValue); PRAGMA foreign_keys = ON")
    try assure("journal_mode", is: "wal")
    try assure("synchronous", is: durability.level)
    try assure("foreign_keys", is: 1)
  }

  /// Refuses to go on unless `PRAGMA name` answers `wanted`.
  public func assure(_ name: String, is wanted: Int64) throws(SQLiteError) {
    let found = try integer("PRAGMA \(name)")
    guard found == wanted else { throw refused(name, found.map { "\($0)" }, "\(wanted)") }
  }

  /// Refuses to go on unless `PRAGMA name` answers the word `wanted`.
  public func assure(_ name: String, is wanted: String) throws(SQLiteError) {
    let found = try text("PRAGMA \(name)")
    guard found == wanted else { throw refused(name, found, wanted) }
  }

  /// Prepares for a file that a stranger may have made: the schema cannot run functions with side effects, shadow tables and the schema cannot be
  /// written, cells are checked as they are read, and nothing is mapped into memory.
  public func distrustSchema() throws(SQLiteError) {
    try configure(SQLITE_DBCONFIG_DEFENSIVE, true)
    try configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
    try configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, false)
    try configure(SQLITE_DBCONFIG_ENABLE_VIEW, false)
    try execute("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
  }

  /// Forbids dangerous writes through SQL (schema tables, `writable_schema`, journal tricks), without distrusting the schema's own triggers.
  public func defend() throws(SQLiteError) {
    try configure(SQLITE_DBCONFIG_DEFENSIVE, true)
    try configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
  }

  /// The first column of the first row of `sql`, or `nil` when there is no row or it is NULL.
  public func integer(_ sql: String) throws(SQLiteError) -> Int64? {
    let statement = try prepare(sql)
    return try statement.step() && !statement.isNull(0) ? statement.integer(0) : nil
  }

  /// The first column of the first row of `sql` as text, or `nil` when there is no row or it is NULL.
  public func text(_ sql: String) throws(SQLiteError) -> String? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.text(0) : nil
  }

  private func configure(_ setting: Int32, _ on: Bool) throws(SQLiteError) {
    let result = unsafe csqlite_db_config_bool(handle, setting, on ? 1 : 0)
    guard result == SQLITE_OK else { throw unsafe SQLiteError.last(handle, result) }
  }

  private func refused(_ name: String, _ found: String?, _ wanted: String) -> SQLiteError {
    SQLiteError(
      code: SQLITE_MISUSE, message: "PRAGMA \(name) is \(found ?? "unset") where \(wanted) is needed",
      sql: "PRAGMA \(name)")
  }
}
