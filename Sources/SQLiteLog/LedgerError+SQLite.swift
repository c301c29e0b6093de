internal import Glibc
internal import Ledger
internal import SQLite

extension LedgerError {
  /// SQLite's refusal, told as the ledger's.
  init(_ error: SQLiteError, path: String) {
    let system = error.systemErrno
    if error.isBusy {
      self = .busy(path: path, waitedSeconds: 0)
    } else if error.isFull || (error.isInputOutput && (system == ENOSPC || system == EDQUOT || system == EFBIG)) {
      self = .diskFull(path: path)
    } else if error.isReadOnly {
      self = .readOnly(path: path)
    } else if error.isDamaged || error.isConstraint || error.code == 1 {
      // Our statements are fixed: an SQL error (code 1) means that the tables are not ours.
      self = .damaged(path: path, reason: error.description)
    } else {
      self = .inputOutput(path: path, reason: error.description)
    }
  }

  /// SQLite's refusal of a COMMIT. When only the sync failed, its frames may be on disk whole: SQLite does not show
  /// them, yet a recovery after a crash would (<https://sqlite.org/walformat.html>).
  init(committing error: SQLiteError, path: String) {
    // SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC.
    let failedToSync = [1_034, 1_290].contains(error.extendedCode)
    self = failedToSync ? .unsynced(path: path, reason: error.description) : LedgerError(error, path: path)
  }
}

/// Runs `body` and tells its SQLite errors as the ledger's.
func telling<Result: ~Copyable>(
  _ path: String, _ body: () throws(SQLiteError) -> Result
) throws(LedgerError) -> Result {
  do { return try body() } catch { throw LedgerError(error, path: path) }
}
