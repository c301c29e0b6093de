public import Ledger
internal import SQLite

/// A log in one SQLite file.
///
/// The file is in write-ahead mode with `synchronous = FULL`: an append returns after its bytes are on the disk, and readers see it only then. Any number of
/// threads and processes may read while one appends; appends of one process share commits, those of several take turns.
public final class SQLiteLog: EventLog {
  public let origin: String
  public var isReadOnly: Bool { writer == nil }

  /// The file.
  public let path: String
  private let fileSystem: String?
  private let access: Access
  private let isWary: Bool
  let patience: Duration
  let writer: LogWriter?
  let queue = AppendQueue()
  private let idle = Gate<[LogReader]>([])

  /// How a log is opened.
  public enum Opening: Equatable, Sendable {
    /// For appending and reading.
    case writing
    /// For reading. The file is trusted as our own.
    case reading
    /// For reading a file that a stranger may have prepared: nothing in its schema is run.
    case auditing
  }

  /// Makes an empty log in a new file.
  ///
  /// - Throws: `alreadyThere` when the path is taken.
  public static func create(
    at path: String, origin: String, fileSystem: String? = nil
  ) throws(LedgerError) {
    let taken = try onDisk { () throws(FileError) in try FileSystem.status(path) }
    if taken != nil { throw .alreadyThere(path: path) }
    try telling(path) { () throws(SQLiteError) in
      try LogFile.make(path, origin: origin, fileSystem: fileSystem)
    }
  }

  /// Opens a log.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - opening: what for.
  ///   - patience: how long an append waits while other processes append, before it gives up with `busy`.
  ///   - fileSystem: the name of a registered SQLite VFS; `nil` is the system's.
  /// - Throws: `notALedger` when the file is missing; `newerFormat`; `damaged` when it is no log of Daybook or torn.
  public init(
    at path: String, _ opening: Opening = .writing, patience: Duration = .seconds(30), fileSystem: String? = nil
  ) throws(LedgerError) {
    let there = try onDisk { () throws(FileError) in try FileSystem.status(path) }
    if there == nil { throw .notALedger(path: SmallFile.folder(of: path)) }
    self.path = path
    self.fileSystem = fileSystem
    self.patience = patience
    isWary = opening == .auditing
    let found = try SQLiteLog.recognise(path, fileSystem: fileSystem)
    origin = found.origin
    access = found.access
    writer = opening == .writing ? try LogWriter(path, fileSystem: fileSystem) : nil
  }

  /// Reads the marks of the file, in the way that its medium allows.
  private static func recognise(
    _ path: String, fileSystem: String?
  ) throws(LedgerError) -> (origin: String, access: Access) {
    do throws(LedgerError) {
      return (try readOrigin(path, .readOnly, fileSystem), .readOnly)
    } catch {
      // On a read-only medium SQLite cannot make its -shm file. Without a -wal file nothing is missing from the main one.
      let waiting = (try? FileSystem.status(path + "-wal")) ?? nil
      guard waiting?.size ?? 0 == 0, case .inputOutput = error, !FileSystem.mayWrite(SmallFile.folder(of: path)) else {
        throw error
      }
      return (try readOrigin(path, .immutable, fileSystem), .immutable)
    }
  }

  private static func readOrigin(_ path: String, _ access: Access, _ fileSystem: String?) throws(LedgerError) -> String
  {
    let connection = try telling(path) { () throws(SQLiteError) in
      try Connection(path, access, busyMilliseconds: 5_000, fileSystem: fileSystem)
    }
    try telling(path) { () throws(SQLiteError) in try connection.distrustSchema() }
    try LogFile.recognise(connection, path: path)
    return try LogFile.origin(connection, path: path)
  }

  // MARK: Readers

  /// Runs `body` with a reader that nobody else uses meanwhile.
  func reading<Answer>(_ body: (LogReader) throws(LedgerError) -> Answer) throws(LedgerError) -> Answer {
    let reader = try takeReader()
    defer { giveBack(reader) }
    return try body(reader)
  }

  /// An idle reader, or a new one.
  func takeReader() throws(LedgerError) -> LogReader {
    if let reader = idle.change({ $0.popLast() }) { return reader }
    return try LogReader(path, access: access, fileSystem: fileSystem, wary: isWary)
  }

  /// Keeps a reader for the next who needs one.
  func giveBack(_ reader: LogReader) { idle.change { $0.append(reader) } }
}
