internal import CSQLite

/// A compiled statement. It is finalized once, when the value goes out of scope.
///
/// Values are bound by position from 1, columns are read by position from 0, both as in C. Errors carry the statement's text.
@safe
public struct Statement: ~Copyable {
  let handle: OpaquePointer

  init(_ handle: OpaquePointer) { unsafe self.handle = handle }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Goes to the next row; `false` after the last one.
  @discardableResult
  public func step() throws(SQLiteError) -> Bool {
    let result = unsafe sqlite3_step(handle)
    if result == SQLITE_ROW { return true }
    if result == SQLITE_DONE { return false }
    throw error(result)
  }

  /// Makes the statement ready to run again; bound values stay.
  ///
  /// The result of `sqlite3_reset` repeats the error of the last step, which was thrown already.
  public func reset() { unsafe sqlite3_reset(handle) }

  /// Runs a statement that gives no rows, and resets it.
  public func run() throws(SQLiteError) {
    let result = unsafe sqlite3_step(handle)
    guard result == SQLITE_DONE || result == SQLITE_ROW else {
      let error = error(result)
      unsafe sqlite3_reset(handle)
      throw error
    }
    unsafe sqlite3_reset(handle)
  }

  /// Sets every bound value to NULL, and so releases borrowed bytes.
  public func clearBindings() { unsafe sqlite3_clear_bindings(handle) }

  /// The text of the statement.
  public var sql: String { unsafe sqlite3_sql(handle).map { unsafe String(cString: $0) } ?? "" }

  /// Whether the statement cannot write.
  public var isReadOnly: Bool { unsafe sqlite3_stmt_readonly(handle) != 0 }

  func check(_ result: Int32) throws(SQLiteError) {
    if result != SQLITE_OK { throw error(result) }
  }

  private func error(_ result: Int32) -> SQLiteError {
    unsafe SQLiteError.last(sqlite3_db_handle(handle), result, sql: sql)
  }
}
