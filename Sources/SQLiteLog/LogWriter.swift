internal import Ledger
internal import SQLite
internal import TransparencyLog
internal import Vocabulary

/// The one connection that appends, with its compiled statements and the tree as of its last commit.
///
/// Sendable only because the leader of a group, or the two threads of a bulk append by turns, use it one at a time; see ``AppendQueue`` and ``BulkLane``.
final class LogWriter: @unchecked Sendable {
  let path: String
  /// Memory for small appends, used again and again by whoever leads.
  let scratch = Batch()
  let connection: Connection
  private let begin: Statement
  private let commit: Statement
  private let lastPosition: Statement
  private let leafAt: Statement
  private let positionOf: Statement
  private let tileAt: Statement
  private let edge: Statement
  private let insertEvent: Statement
  private let insertID: Statement
  private let insertTile: Statement
  private let insertEdge: Statement
  private let insertDisclosure: Statement
  private var bulk: BulkInserts?
  private var tree: Frontier?

  init(_ path: String, fileSystem: String?) throws(LedgerError) {
    self.path = path
    do throws(SQLiteError) {
      connection = try Connection(path, .readWrite, busyMilliseconds: 5_000, fileSystem: fileSystem)
      try connection.useWriteAheadLog(.full)
      try connection.defend()
      // Nothing secret is ever freed here; disclosures are erased with their own setting.
      try connection.execute("PRAGMA secure_delete = OFF; PRAGMA journal_size_limit = 67108864")
      begin = try connection.prepare("BEGIN IMMEDIATE", kept: true)
      commit = try connection.prepare("COMMIT", kept: true)
      lastPosition = try connection.prepare("SELECT seq FROM event ORDER BY seq DESC LIMIT 1", kept: true)
      leafAt = try connection.prepare("SELECT leaf FROM event WHERE seq = ?1", kept: true)
      positionOf = try connection.prepare("SELECT seq FROM event_id WHERE id = ?1", kept: true)
      tileAt = try connection.prepare("SELECT data FROM tile WHERE id = ?1", kept: true)
      edge = try connection.prepare("SELECT state FROM frontier WHERE one = 1", kept: true)
      insertEvent = try connection.prepare("INSERT INTO event(seq, leaf) VALUES(?1, ?2)", kept: true)
      insertID = try connection.prepare("INSERT INTO event_id(id, seq) VALUES(?1, ?2)", kept: true)
      insertTile = try connection.prepare("INSERT INTO tile(id, data) VALUES(?1, ?2)", kept: true)
      insertEdge = try connection.prepare(
        "INSERT INTO frontier(one, state) VALUES(1, ?1) ON CONFLICT(one) DO UPDATE SET state = excluded.state",
        kept: true)
      insertDisclosure = try connection.prepare(
        "INSERT INTO disclosure(digest, seq, sealed, subject) VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING", kept: true
      )
    } catch { throw LedgerError(error, path: path) }
  }

  // MARK: Transactions

  /// Takes the writer's lock, waiting until `deadline` while another process has it.
  ///
  /// SQLite's own waiting sleeps up to 100 ms, and a writer that commits in a loop would keep others out; this asks often.
  func begin(until deadline: ContinuousClock.Instant) throws(LedgerError) {
    let start = ContinuousClock.now
    var pause = Pause()
    connection.waitWhenBusy(milliseconds: 0)
    defer { connection.waitWhenBusy(milliseconds: 5_000) }
    while true {
      do throws(SQLiteError) { return try begin.run() } catch {
        guard error.isBusy else { throw LedgerError(error, path: path) }
        let now = ContinuousClock.now
        guard now < deadline else { throw .busy(path: path, waitedSeconds: (now - start) / .seconds(1)) }
        pause.sleep()
      }
    }
  }

  /// Makes the transaction durable and remembers its tree.
  func commit(_ frontier: Frontier, since before: UInt64) throws(LedgerError) {
    try telling(path) { () throws(SQLiteError) in
      if frontier.size != before {
        try insertEdge.bind(1, blob: frontier.encode())
        try insertEdge.run()
      }
    }
    do throws(SQLiteError) { try commit.run() } catch { throw LedgerError(committing: error, path: path) }
    tree = frontier
  }

  /// Undoes the transaction, after which the tree is that of `frontier`; `nil` has it read again next time.
  func rollBack(to frontier: Frontier?) {
    connection.rollBack()
    tree = frontier
  }

  /// Marks a point to which one caller's work can be undone without the others'.
  func setSavepoint() throws(LedgerError) { try run("SAVEPOINT call") }

  /// Undoes what was done since the savepoint.
  func undoToSavepoint() throws(LedgerError) { try run("ROLLBACK TO call; RELEASE call") }

  /// Keeps what was done since the savepoint.
  func releaseSavepoint() throws(LedgerError) { try run("RELEASE call") }

  /// Prepares for millions of rows in one transaction, or goes back to few.
  func prepareForBulk(_ bulk: Bool) throws(LedgerError) { try run("PRAGMA cache_size = \(bulk ? -65536 : -2000)") }

  /// Moves the write-ahead log into the main file and gives its space back, if no reader stands in the way.
  func emptyWriteAheadLog() { try? connection.execute("PRAGMA wal_checkpoint(TRUNCATE)") }

  /// Runs one insert with its own commit.
  func insert(_ sql: String, bind: (borrowing Statement) throws(SQLiteError) -> Void) throws(LedgerError) {
    try telling(path) { () throws(SQLiteError) in
      let statement = try connection.prepare(sql)
      try bind(statement)
      try statement.run()
    }
  }

  func run(_ sql: String) throws(LedgerError) {
    try telling(path) { () throws(SQLiteError) in try connection.execute(sql) }
  }

  // MARK: Inside a transaction

  /// The right edge of the tree as committed. Kept from the last commit unless another process appended since.
  func currentTree() throws(LedgerError) -> Frontier {
    let size = try telling(path) { () throws(SQLiteError) in
      defer { lastPosition.reset() }
      return try lastPosition.step() ? UInt64(bitPattern: lastPosition.integer(0)) + 1 : 0
    }
    if let tree, tree.size == size { return tree }
    let stored = try telling(path) { () throws(SQLiteError) in
      defer { edge.reset() }
      return try edge.step() ? edge.bytes(0) : nil
    }
    let frontier = try RightEdge.decode(stored, path: path)
    try RightEdge.check(frontier, size: size, path: path)
    tree = frontier
    return frontier
  }

  /// Inserts the rows of a batch.
  func insert(_ batch: borrowing Batch) throws(LedgerError) {
    try telling(path) { () throws(SQLiteError) in
      let many = try insertMany(batch)
      for index in many..<batch.count {
        let position = Int64(batch.first) + Int64(index)
        try insertEvent.bind(1, position)
        try unsafe insertEvent.bind(2, borrowedBlob: batch.leaf(index))
        try insertEvent.run()
        try unsafe insertID.bind(1, borrowedBlob: batch.id(index))
        try insertID.bind(2, position)
        try insertID.run()
      }
      for tile in batch.tiles {
        try insertTile.bind(1, tile.id.rowID)
        try insertTile.bind(2, blob: tile.bytes)
        try insertTile.run()
      }
      for disclosure in batch.disclosures {
        try insertDisclosure.bind(1, blob: disclosure.digest)
        try insertDisclosure.bind(2, Int64(disclosure.position))
        try insertDisclosure.bind(3, blob: disclosure.sealed)
        try insertDisclosure.bind(4, blob: disclosure.key)
        try insertDisclosure.run()
      }
      insertEvent.clearBindings()
      insertID.clearBindings()
    }
  }

  /// Inserts the events of a large batch as far as whole statements reach; answers how many those were.
  private func insertMany(_ batch: borrowing Batch) throws(SQLiteError) -> Int {
    guard batch.count >= BulkInserts.rows else { return 0 }
    if bulk == nil { bulk = try BulkInserts(connection) }
    guard let bulk else { return 0 }
    defer { bulk.clear() }
    var done = 0
    while done + BulkInserts.rows <= batch.count {
      try bulk.insert(batch, from: done)
      done += BulkInserts.rows
    }
    return done
  }

  func position(of id: EventID) throws(LedgerError) -> UInt64? {
    try telling(path) { () throws(SQLiteError) in
      defer { positionOf.reset() }
      try positionOf.bind(1, blob: id.bytes)
      return try positionOf.step() ? UInt64(bitPattern: positionOf.integer(0)) : nil
    }
  }

  func leaf(at position: UInt64) throws(LedgerError) -> [UInt8]? {
    try telling(path) { () throws(SQLiteError) in
      defer { leafAt.reset() }
      try leafAt.bind(1, Int64(clamping: position))
      return try leafAt.step() ? leafAt.bytes(0) : nil
    }
  }

  func tile(_ tile: TileID) throws(LedgerError) -> [UInt8]? {
    try telling(path) { () throws(SQLiteError) in
      defer { tileAt.reset() }
      try tileAt.bind(1, tile.rowID)
      return try tileAt.step() ? tileAt.bytes(0) : nil
    }
  }

  /// The position of a leaf hash among the full tiles in the table.
  func position(ofLeaf hash: Digest) throws(LedgerError) -> UInt64? {
    try telling(path) { () throws(SQLiteError) in
      let tiles = try connection.prepare("SELECT id, data FROM tile WHERE id < 281474976710656 ORDER BY id")
      while try tiles.step() {
        if let place = unsafe tiles.withBlob(1, { unsafe TileSearch.place(of: hash, in: $0) }) {
          return UInt64(bitPattern: tiles.integer(0)) << 8 | UInt64(place)
        }
      }
      return nil
    }
  }
}
