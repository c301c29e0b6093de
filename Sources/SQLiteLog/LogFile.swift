internal import Ledger
internal import SQLite
internal import Schemas

/// What makes an SQLite file a log: its marks, its schema, its settings.
enum LogFile {
  /// `application_id`: the letters "DYBK". `file` and other tools show it.
  static let mark: Int64 = 0x4459_424b

  /// The newest format that this program knows; kept as `user_version`.
  static let format = LogSchema.steps.count

  /// Writes marks, schema and origin into a new file.
  static func make(_ path: String, origin: String, fileSystem: String?) throws(SQLiteError) {
    let connection = try Connection(path, .create, fileSystem: fileSystem)
    try connection.execute("PRAGMA auto_vacuum = NONE")
    try connection.useWriteAheadLog(.full)
    try connection.execute("BEGIN IMMEDIATE")
    do throws(SQLiteError) {
      for step in LogSchema.steps { try connection.execute(step) }
      try connection.execute("PRAGMA application_id = \(mark); PRAGMA user_version = \(format)")
      let insert = try connection.prepare("INSERT INTO meta(key, value) VALUES('origin', ?1)")
      try insert.bind(1, text: origin)
      try insert.run()
      try connection.execute("COMMIT")
    } catch {
      connection.rollBack()
      throw error
    }
  }

  /// Refuses a file that is no log, or one of a newer format.
  static func recognise(_ connection: borrowing Connection, path: String) throws(LedgerError) {
    let found: (mark: Int64?, format: Int64?)
    do throws(SQLiteError) {
      found = (try connection.integer("PRAGMA application_id"), try connection.integer("PRAGMA user_version"))
    } catch {
      // 26 is SQLITE_NOTADB: the first bytes are not those of a database.
      if error.code == 26 { throw .damaged(path: path, reason: "it is no SQLite file") }
      throw LedgerError(error, path: path)
    }
    guard found.mark == mark else {
      throw .damaged(path: path, reason: "it is an SQLite file, but not one that Daybook made")
    }
    let format = Int(found.format ?? 0)
    if format > LogFile.format { throw .newerFormat(path: path, found: format, known: LogFile.format) }
    if format < 1 { throw .damaged(path: path, reason: "its format is \(format)") }
  }

  /// The name of the log in its checkpoints.
  static func origin(_ connection: borrowing Connection, path: String) throws(LedgerError) -> String {
    let origin: String?
    do throws(SQLiteError) {
      origin = try connection.text("SELECT value FROM meta WHERE key = 'origin'")
    } catch { throw LedgerError(error, path: path) }
    guard let origin else { throw .damaged(path: path, reason: "it does not say which log it is") }
    return origin
  }
}
