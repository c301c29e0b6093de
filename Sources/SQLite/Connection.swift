internal import CSQLite

/// An open database. Closing happens once, when the value goes out of scope.
///
/// One thread at a time may use a connection and the statements made from it (SQLite's "multi-thread" mode): keep it inside a `Mutex` or on one thread.
/// A statement that outlives its connection stays valid; the file is closed after the last of them.
@safe
public struct Connection: ~Copyable {
  let handle: OpaquePointer

  /// Opens `path`.
  ///
  /// The path is a file name, never a URI, whatever it begins with; `":memory:"` gives a database of its own in memory.
  /// Nothing is read yet: a file that is no database is noticed by the first statement.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: what the connection may do.
  ///   - busyMilliseconds: how long a statement waits for another connection's lock before `SQLITE_BUSY`; 0 does not wait.
  ///   - fileSystem: the name of a registered SQLite VFS; `nil` is the system's.
  /// - Throws: `SQLITE_CANTOPEN` when the file or its folder is missing or may not be opened.
  public init(
    _ path: String, _ access: Access, busyMilliseconds: Int32 = 0, fileSystem: String? = nil
  ) throws(SQLiteError) {
    _ = Connection.isLean
    var opened: OpaquePointer?
    let name = Connection.fileName(path, access)
    let result: Int32
    if let fileSystem {
      result = unsafe sqlite3_open_v2(name, &opened, access.flags, fileSystem)
    } else {
      result = unsafe sqlite3_open_v2(name, &opened, access.flags, nil)
    }
    guard result == SQLITE_OK, let open = unsafe opened else {
      let error = unsafe SQLiteError.last(opened, result, sql: nil)
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe handle = open
    unsafe sqlite3_busy_timeout(open, busyMilliseconds)
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Settings of the library, made before the first connection is opened.
  private static let isLean = csqlite_count_no_memory() == SQLITE_OK

  /// Sets how long a statement waits for another connection's lock; 0 does not wait.
  public func waitWhenBusy(milliseconds: Int32) { unsafe sqlite3_busy_timeout(handle, milliseconds) }

  /// Runs every statement of `sql`, ignoring rows. For set-up and transactions, not for values: those are bound.
  public func execute(_ sql: String) throws(SQLiteError) {
    let result = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard result == SQLITE_OK else { throw unsafe SQLiteError.last(handle, result, sql: sql) }
  }

  /// Compiles one statement.
  ///
  /// - Parameter kept: whether it will be used many times, so that SQLite plans for that.
  /// - Throws: an error also when `sql` holds no statement, or text after the first one.
  public func prepare(_ sql: String, kept: Bool = false) throws(SQLiteError) -> Statement {
    var text = sql
    var compiled: OpaquePointer?
    var rest = false
    let result = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        var tail: UnsafePointer<CChar>?
        let result = unsafe sqlite3_prepare_v3(
          handle, characters.baseAddress, Int32(characters.count), kept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0,
          &compiled,
          &tail)
        if let tail = unsafe tail, let start = characters.baseAddress {
          rest = unsafe characters[(tail - start)...].contains { $0 > 0x20 && $0 != 0x3b }
        }
        return result
      }
    }
    guard result == SQLITE_OK else { throw unsafe SQLiteError.last(handle, result, sql: sql) }
    guard let statement = unsafe compiled, !rest else {
      unsafe sqlite3_finalize(compiled)
      throw SQLiteError(code: SQLITE_MISUSE, message: "exactly one statement is expected", sql: sql)
    }
    return unsafe Statement(statement)
  }

  /// Rows changed, inserted or deleted by the last statement, triggers not counted.
  public var changes: Int64 { unsafe sqlite3_changes64(handle) }

  /// The rowid of the last insert by this connection.
  public var lastRowID: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

  /// SQLite opens names that begin with `file:` as URIs when the library was built so; a leading `./` prevents it.
  /// `immutable` can only be asked for by a URI, so there the name is escaped.
  private static func fileName(_ path: String, _ access: Access) -> String {
    guard access == .immutable else { return path.utf8.starts(with: "file:".utf8) ? "./" + path : path }
    var escaped: [UInt8] = Array("file:".utf8)
    for byte in path.utf8 {
      if byte == 0x25 || byte == 0x3f || byte == 0x23 {
        escaped += [0x25, 0x30 + (byte >> 4), byte & 15 < 10 ? 0x30 + (byte & 15) : 0x37 + (byte & 15)]
      } else {
        escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self) + "?immutable=1"
  }
}
