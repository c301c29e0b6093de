public import Ledger
internal import SQLite

/// What the log keeps beside the events: signed notes, timestamps, sealed values.
extension SQLiteLog {
  public func checkpoints() throws(LedgerError) -> [StoredCheckpoint] {
    try reading { reader throws(LedgerError) in
      try reader.rows("SELECT number, size, note FROM checkpoint ORDER BY number") { row in
        StoredCheckpoint(
          number: row.integer(0), size: UInt64(bitPattern: row.integer(1)), note: row.bytes(2))
      }
    }
  }

  public func keep(checkpoint note: [UInt8], size: UInt64) throws(LedgerError) {
    try alone { writer throws(LedgerError) in
      try writer.insert(
        """
        INSERT INTO checkpoint(size, note) SELECT ?1, ?2
        WHERE NOT EXISTS (SELECT 1 FROM checkpoint WHERE size = ?1 AND note = ?2)
        """
      ) { insert throws(SQLiteError) in
        try insert.bind(1, Int64(size))
        try insert.bind(2, blob: note)
      }
    }
  }

  public func tokens(of checkpoint: Int64) throws(LedgerError) -> [[UInt8]] {
    try reading { reader throws(LedgerError) in
      try reader.rows("SELECT token FROM token WHERE checkpoint = ?1 ORDER BY number") { select throws(SQLiteError) in
        try select.bind(1, checkpoint)
      } _: {
        $0.bytes(0)
      }
    }
  }

  public func keep(token: [UInt8], of checkpoint: Int64) throws(LedgerError) {
    try alone { writer throws(LedgerError) in
      try writer.insert("INSERT INTO token(checkpoint, token) VALUES(?1, ?2)") { insert throws(SQLiteError) in
        try insert.bind(1, checkpoint)
        try insert.bind(2, blob: token)
      }
    }
  }

  public func disclosures(of position: UInt64) throws(LedgerError) -> [SealedDisclosure] {
    try disclosures("seq = ?1") { select throws(SQLiteError) in try select.bind(1, Int64(clamping: position)) }
  }

  public func disclosures(sealedWith key: [UInt8]) throws(LedgerError) -> [SealedDisclosure] {
    try disclosures("subject = ?1") { select throws(SQLiteError) in try select.bind(1, blob: key) }
  }

  private func disclosures(
    _ condition: String, bind: (borrowing Statement) throws(SQLiteError) -> Void
  ) throws(LedgerError) -> [SealedDisclosure] {
    try reading { reader throws(LedgerError) in
      try reader.rows(
        "SELECT seq, digest, sealed, subject FROM disclosure WHERE \(condition) ORDER BY seq, digest", bind: bind
      ) { row in
        SealedDisclosure(
          position: UInt64(bitPattern: row.integer(0)), digest: row.bytes(1), sealed: row.bytes(2), key: row.bytes(3))
      }
    }
  }

  public func disclosedPositions() throws(LedgerError) -> [UInt64] {
    try reading { reader throws(LedgerError) in
      try reader.rows("SELECT DISTINCT seq FROM disclosure ORDER BY seq") { UInt64(bitPattern: $0.integer(0)) }
    }
  }

  public func rewrite(
    disclosuresSealedWith keys: [[UInt8]], _ change: (SealedDisclosure) throws(LedgerError) -> SealedDisclosure?
  ) throws(LedgerError) -> Int {
    try alone { writer throws(LedgerError) in try writer.rewrite(sealedWith: keys, change) }
  }

  public func purge() throws(LedgerError) -> Bool {
    try alone { writer throws(LedgerError) in try writer.purge() }
  }

  public func erase(disclosures digests: [[UInt8]]) throws(LedgerError) -> Int {
    try alone { writer throws(LedgerError) in
      let erased = try writer.erase(digests)
      _ = try writer.purge()
      return erased
    }
  }

  /// Runs `body` with the writer while nobody of this process appends.
  private func alone<Answer>(_ body: (LogWriter) throws(LedgerError) -> Answer) throws(LedgerError) -> Answer {
    guard let writer else { throw .readOnly(path: path) }
    var answer: Result<Answer, LedgerError>?
    withoutActuallyEscaping(body) { body in
      let call = AppendQueue.Call(.many, patience: patience, run: { _ in false }, fail: { _ in })
      queue.submit(call) { _ in
        do throws(LedgerError) { answer = .success(try body(writer)) } catch { answer = .failure(error) }
        return []
      }
    }
    guard let answer else { preconditionFailure("every queued call is answered") }
    return try answer.get()
  }
}
