internal import SQLite

/// A connection that several owners of statements share; all on one thread.
final class StatementSource {
  private let connection: Connection
  /// The file.
  let path: String
  /// How it was opened.
  let access: Access

  /// Opens a file.
  init(_ path: String, _ access: Access, busyMilliseconds: Int32 = 0) throws(SQLiteError) {
    (self.path, self.access) = (path, access)
    connection = try Connection(path, access, busyMilliseconds: busyMilliseconds)
  }

  /// Compiles a statement that will be used many times.
  func prepare(_ sql: String) throws(SQLiteError) -> Statement { try connection.prepare(sql, kept: true) }

  /// Runs statements without values.
  func execute(_ sql: String) throws(SQLiteError) { try connection.execute(sql) }

  /// The first column of the first row.
  func integer(_ sql: String) throws(SQLiteError) -> Int64? { try connection.integer(sql) }

  /// The first column of the first row as text.
  func text(_ sql: String) throws(SQLiteError) -> String? { try connection.text(sql) }

  /// Runs `body` in a transaction.
  func transaction<Result>(_ kind: TransactionKind = .immediate, _ body: () throws -> Result) throws -> Result {
    try connection.transaction(kind, body)
  }

  /// Begins a transaction that shows one moment until it ends.
  func begin() throws(SQLiteError) {
    try execute("BEGIN")
    _ = try integer("SELECT count(*) FROM sqlite_schema")
  }

  /// Puts the file in write-ahead mode. Its content can be rebuilt, so commits need not wait for the disk.
  func useWriteAheadLog() throws(SQLiteError) { try connection.useWriteAheadLog(.normal) }
}
