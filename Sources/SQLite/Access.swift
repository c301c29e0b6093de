internal import CSQLite

/// What a connection may do with its file.
public enum Access: Equatable, Sendable {
  /// Read; the file must exist.
  case readOnly
  /// Read a file that nobody can be writing to, for example on a read-only medium. No lock is taken and no `-shm` file is needed;
  /// a file that changes all the same gives wrong answers.
  case immutable
  /// Read and write; the file must exist.
  case readWrite
  /// Read and write; the file is created when it is missing.
  case create

  /// The flags of `sqlite3_open_v2`. A connection is used by one thread at a time, so SQLite's own mutexes are off.
  var flags: Int32 {
    let common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    switch self {
    case .readOnly: return common | SQLITE_OPEN_READONLY
    case .immutable: return common | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    case .readWrite: return common | SQLITE_OPEN_READWRITE
    case .create: return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
  }
}
