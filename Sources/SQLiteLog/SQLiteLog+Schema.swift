public import Ledger
internal import SQLite
internal import Schemas

extension SQLiteLog {
  /// How the schema of the file differs from the one that Daybook makes, one sentence each; empty when it does not.
  ///
  /// A foreign trigger or view can show an SQLite tool other rows than the ones that are hashed, so an audit asks this first.
  public func schemaDifferences() throws(LedgerError) -> [String] {
    let query = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    let found = try reading { reader throws(LedgerError) in
      try reader.rows(query) { ($0.text(0) ?? "", $0.bytes(1)) }
    }
    let expected = try telling(path) { () throws(SQLiteError) in
      let model = try Connection(":memory:", .create)
      for step in LogSchema.steps { try model.execute(step) }
      let select = try model.prepare(query)
      var rows: [(String, [UInt8])] = []
      while try select.step() { rows.append((select.text(0) ?? "", select.bytes(1))) }
      return rows
    }
    var differences: [String] = []
    for (name, sql) in expected {
      switch found.first(where: { $0.0.utf8.elementsEqual(name.utf8) }) {
      case nil: differences.append("\(name) is missing")
      case (_, let other)? where other != sql: differences.append("\(name) was altered")
      default: break
      }
    }
    for (name, _) in found where !expected.contains(where: { $0.0.utf8.elementsEqual(name.utf8) }) {
      differences.append("\(name) is not Daybook's")
    }
    return differences
  }

  /// How many ids stand in the index, and how many full tiles are stored.
  public func storedCounts() throws(LedgerError) -> (ids: UInt64, tiles: UInt64) {
    let rows = try reading { reader throws(LedgerError) in
      try reader.rows("SELECT (SELECT count(*) FROM event_id), (SELECT count(*) FROM tile)") {
        (ids: UInt64(max(0, $0.integer(0))), tiles: UInt64(max(0, $0.integer(1))))
      }
    }
    return rows.first ?? (0, 0)
  }
}
