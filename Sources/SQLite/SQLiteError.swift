internal import CSQLite

/// A refusal by SQLite, with everything needed to tell a person what was attempted.
///
/// Codes are SQLite's own (<https://sqlite.org/rescode.html>): `code` is the primary one, `extendedCode` the finer one.
public struct SQLiteError: Error, Equatable, Sendable {
  /// The primary result code, for example 5 (`SQLITE_BUSY`).
  public var code: Int32
  /// The extended result code, for example 1811 (`SQLITE_CONSTRAINT_TRIGGER`); equals `code` when there is no finer one.
  public var extendedCode: Int32
  /// SQLite's sentence.
  public var message: String
  /// The statement that was refused, or `nil` when no statement was involved (opening a file).
  public var sql: String?
  /// The operating system's `errno` of the last failing call on this connection, or 0.
  public var systemErrno: Int32

  /// An error with the given facts.
  public init(
    code: Int32, extendedCode: Int32? = nil, message: String, sql: String? = nil, systemErrno: Int32 = 0
  ) {
    self.code = code & 0xff
    self.extendedCode = extendedCode ?? code
    self.message = message
    self.sql = sql
    self.systemErrno = systemErrno
  }

  /// Another connection holds the lock (`SQLITE_BUSY`, `SQLITE_LOCKED`); trying again later can succeed.
  public var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
  /// The disk or the permitted number of pages is full (`SQLITE_FULL`).
  public var isFull: Bool { code == SQLITE_FULL }
  /// The operating system failed to read, write or sync (`SQLITE_IOERR`).
  public var isInputOutput: Bool { code == SQLITE_IOERR }
  /// The file, its folder or the connection may only be read (`SQLITE_READONLY`, `SQLITE_PERM`, `SQLITE_AUTH`).
  public var isReadOnly: Bool { code == SQLITE_READONLY || code == SQLITE_PERM }
  /// The file is no database or is damaged (`SQLITE_NOTADB`, `SQLITE_CORRUPT`).
  public var isDamaged: Bool { code == SQLITE_CORRUPT || code == SQLITE_NOTADB }
  /// The statement does not fit the database, for example because a table or column is missing (`SQLITE_ERROR`).
  public var isWrongStatement: Bool { code == SQLITE_ERROR }
  /// The file cannot be opened (`SQLITE_CANTOPEN`).
  public var isUnopenable: Bool { code == SQLITE_CANTOPEN }
  /// A constraint or a trigger refused the row (`SQLITE_CONSTRAINT`).
  public var isConstraint: Bool { code == SQLITE_CONSTRAINT }

  /// The error that `handle` holds after a call returned `result`.
  static func last(_ handle: OpaquePointer?, _ result: Int32, sql: String? = nil) -> SQLiteError {
    guard let handle = unsafe handle else {
      return SQLiteError(code: result, message: unsafe String(cString: sqlite3_errstr(result)), sql: sql)
    }
    return SQLiteError(
      code: result, extendedCode: result,
      message: unsafe String(cString: sqlite3_errmsg(handle)), sql: sql,
      systemErrno: unsafe sqlite3_system_errno(handle))
  }
}

extension SQLiteError: CustomStringConvertible {
  /// One line: the sentence, the codes, and the statement.
  public var description: String {
    let statement = sql.map { " in: \($0)" } ?? ""
    let system = systemErrno == 0 ? "" : ", errno \(systemErrno)"
    return "SQLite: \(message) (code \(extendedCode)\(system))\(statement)"
  }
}
