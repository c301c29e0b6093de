internal import Ledger
internal import SQLite

/// Sealed values that are destroyed or sealed anew. Their bytes are overwritten where they stand, and what SQLite may have
/// left of them elsewhere in its files goes with ``purge()``.
extension LogWriter {
  /// Destroys the sealed values with these digests; answers how many there were.
  func erase(_ digests: [[UInt8]]) throws(LedgerError) -> Int {
    try overwriting { () throws(LedgerError) in
      var erased = 0
      for digest in digests { erased += try delete(digest) }
      return erased
    }
  }

  /// Gives each value that needs one of these keys to `change`, and keeps what it answers; `nil` destroys the value.
  func rewrite(
    sealedWith keys: [[UInt8]], _ change: (SealedDisclosure) throws(LedgerError) -> SealedDisclosure?
  ) throws(LedgerError) -> Int {
    try overwriting { () throws(LedgerError) in
      var erased = 0
      for old in try disclosures(sealedWith: keys) {
        let new = try change(old)
        if new == old { continue }
        _ = try delete(old.digest)
        if let new { try put(new) } else { erased += 1 }
      }
      return erased
    }
  }

  /// Writes the file anew without what was freed in it, and empties the write-ahead log.
  ///
  /// Pages that were split while values were added can hold stale copies in their free space, which only VACUUM removes.
  /// - Returns: whether nobody who reads the log kept the write-ahead log from being emptied.
  func purge() throws(LedgerError) -> Bool {
    try run("VACUUM")
    return try telling(path) { () throws(SQLiteError) in
      let truncate = try connection.prepare("PRAGMA wal_checkpoint(TRUNCATE)")
      return try truncate.step() && truncate.integer(0) == 0
    }
  }

  private func overwriting<Answer>(_ body: () throws(LedgerError) -> Answer) throws(LedgerError) -> Answer {
    try run("PRAGMA secure_delete = ON")
    defer { try? connection.execute("PRAGMA secure_delete = OFF") }
    try run("BEGIN IMMEDIATE")
    do throws(LedgerError) {
      let answer = try body()
      try run("COMMIT")
      return answer
    } catch {
      connection.rollBack()
      throw error
    }
  }

  private func disclosures(sealedWith keys: [[UInt8]]) throws(LedgerError) -> [SealedDisclosure] {
    try telling(path) { () throws(SQLiteError) in
      let select = try connection.prepare(
        "SELECT seq, digest, sealed, subject FROM disclosure WHERE subject = ?1 ORDER BY seq, digest")
      var found: [SealedDisclosure] = []
      for key in keys {
        select.reset()
        try select.bind(1, blob: key)
        while try select.step() {
          found.append(
            SealedDisclosure(
              position: UInt64(bitPattern: select.integer(0)), digest: select.bytes(1), sealed: select.bytes(2),
              key: select.bytes(3)))
        }
      }
      return found
    }
  }

  private func delete(_ digest: [UInt8]) throws(LedgerError) -> Int {
    try telling(path) { () throws(SQLiteError) in
      let delete = try connection.prepare("DELETE FROM disclosure WHERE digest = ?1")
      try delete.bind(1, blob: digest)
      try delete.run()
      return Int(connection.changes)
    }
  }

  private func put(_ sealed: SealedDisclosure) throws(LedgerError) {
    try insert("INSERT INTO disclosure(seq, digest, sealed, subject) VALUES(?1, ?2, ?3, ?4)") {
      insert throws(SQLiteError) in
      try insert.bind(1, Int64(clamping: sealed.position))
      try insert.bind(2, blob: sealed.digest)
      try insert.bind(3, blob: sealed.sealed)
      try insert.bind(4, blob: sealed.key)
    }
  }
}
