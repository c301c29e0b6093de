internal import Ledger
internal import SQLite
internal import TransparencyLog
internal import Vocabulary

/// One connection for reading with its compiled statements; one thread at a time uses it.
final class LogReader {
  private let path: String
  private let connection: Connection
  private let lastPosition: Statement
  private let leafAt: Statement
  private let positionOf: Statement
  private let tileAt: Statement
  private let edge: Statement
  private let range: Statement
  private var expected: UInt64 = 0

  init(_ path: String, access: Access, fileSystem: String?, wary: Bool) throws(LedgerError) {
    self.path = path
    do throws(SQLiteError) {
      connection = try Connection(path, access, busyMilliseconds: 5_000, fileSystem: fileSystem)
      if wary { try connection.distrustSchema() } else { try connection.defend() }
      lastPosition = try connection.prepare("SELECT seq FROM event ORDER BY seq DESC LIMIT 1", kept: true)
      leafAt = try connection.prepare("SELECT leaf FROM event WHERE seq = ?1", kept: true)
      positionOf = try connection.prepare("SELECT seq FROM event_id WHERE id = ?1", kept: true)
      tileAt = try connection.prepare("SELECT data FROM tile WHERE id = ?1", kept: true)
      edge = try connection.prepare("SELECT state FROM frontier WHERE one = 1", kept: true)
      range = try connection.prepare(
        "SELECT seq, leaf FROM event WHERE seq >= ?1 AND seq < ?2 ORDER BY seq", kept: true)
    } catch { throw LedgerError(error, path: path) }
  }

  func size() throws(LedgerError) -> UInt64 {
    try telling(path) { () throws(SQLiteError) in
      defer { lastPosition.reset() }
      return try lastPosition.step() ? UInt64(bitPattern: lastPosition.integer(0)) + 1 : 0
    }
  }

  func leaf(at position: UInt64) throws(LedgerError) -> [UInt8]? {
    try telling(path) { () throws(SQLiteError) in
      defer { leafAt.reset() }
      try leafAt.bind(1, Int64(clamping: position))
      return try leafAt.step() ? leafAt.bytes(0) : nil
    }
  }

  func position(of id: EventID) throws(LedgerError) -> UInt64? {
    try telling(path) { () throws(SQLiteError) in
      defer { positionOf.reset() }
      try positionOf.bind(1, blob: id.bytes)
      return try positionOf.step() ? UInt64(bitPattern: positionOf.integer(0)) : nil
    }
  }

  func tile(_ tile: TileID) throws(LedgerError) -> [UInt8]? {
    try telling(path) { () throws(SQLiteError) in
      defer { tileAt.reset() }
      try tileAt.bind(1, tile.rowID)
      return try tileAt.step() ? tileAt.bytes(0) : nil
    }
  }

  /// The right edge as it is stored.
  func frontier() throws(LedgerError) -> Frontier {
    try moment { () throws(LedgerError) in
      let stored = try telling(path) { () throws(SQLiteError) in
        defer { edge.reset() }
        return try edge.step() ? edge.bytes(0) : nil
      }
      let frontier = try RightEdge.decode(stored, path: path)
      try RightEdge.check(frontier, size: try size(), path: path)
      return frontier
    }
  }

  /// Begins to go through the leaves of a range; end with ``stop()``.
  func start(_ positions: Range<UInt64>) throws(LedgerError) {
    try telling(path) { () throws(SQLiteError) in
      try range.bind(1, Int64(clamping: positions.lowerBound))
      try range.bind(2, Int64(clamping: positions.upperBound))
    }
    expected = positions.lowerBound
  }

  /// The next leaf, in place until the next call; `nil` at the end. A missing position is an error.
  @unsafe
  func next() throws(LedgerError) -> (position: UInt64, leaf: UnsafeRawBufferPointer)? {
    guard try telling(path, { () throws(SQLiteError) in try range.step() }) else { return nil }
    let position = UInt64(bitPattern: range.integer(0))
    guard position == expected else {
      throw .damaged(path: path, reason: "where event #\(expected) should be, #\(position) is found")
    }
    expected += 1
    return unsafe (position, range.blobBuffer(1))
  }

  /// Ends going through a range.
  func stop() { range.reset() }

  /// Runs `body` with all reads seeing the same moment.
  func moment<Result>(_ body: () throws(LedgerError) -> Result) throws(LedgerError) -> Result {
    try telling(path) { () throws(SQLiteError) in try connection.execute("BEGIN") }
    defer { connection.rollBack() }
    return try body()
  }

  /// The rows of a query that is asked rarely.
  func rows<Row>(
    _ sql: String, bind: (borrowing Statement) throws(SQLiteError) -> Void = { _ in },
    _ row: (borrowing Statement) -> Row
  ) throws(LedgerError) -> [Row] {
    try telling(path) { () throws(SQLiteError) in
      let statement = try connection.prepare(sql)
      try bind(statement)
      var rows: [Row] = []
      while try statement.step() { rows.append(row(statement)) }
      return rows
    }
  }
}
