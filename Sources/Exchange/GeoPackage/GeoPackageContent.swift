internal import Crypto
internal import SQLite

/// The digest of what a GeoPackage holds, whatever programs have done to the rest of its file.
///
/// SHA-256 over the rows of the one table of features in the order of `fid`, and over those of `about`: of each row, every
/// column in order as one byte for its class in SQLite (1 integer, 2 real, 3 text, 4 blob, 5 null), eight bytes for its length
/// (big-endian), and its bytes (a number as eight bytes, big-endian). A table begins with its name and its columns' names, as texts.
public enum GeoPackageContent {
  /// The digest of a file.
  ///
  /// - Throws: ``GeoPackageError``.
  public static func digest(of path: String) throws(GeoPackageError) -> [UInt8] {
    do throws(SQLiteError) {
      return try digest(try distrusting(path))
    } catch { throw GeoPackageError(error, path) }
  }

  private static func distrusting(_ path: String) throws(SQLiteError) -> Connection {
    let connection = try Connection(path, .readOnly, busyMilliseconds: 5_000)
    try connection.distrustSchema()
    return connection
  }

  static func digest(_ connection: borrowing Connection) throws(SQLiteError) -> [UInt8] {
    var hash = SHA256()
    guard
      let features = try connection.text(
        "SELECT value FROM about WHERE name = 'table'")
    else { throw SQLiteError(code: 26, message: "its table about does not name the table of the rows") }
    for (table, order) in [(features, "fid"), ("about", "id")] {
      let select = try connection.prepare("SELECT * FROM \(GeoPackageFile.quoted(table)) ORDER BY \(order)")
      add(Array(table.utf8), 3, &hash)
      for column in 0..<select.columnCount { add(Array(select.name(column).utf8), 3, &hash) }
      while try select.step() {
        for column in 0..<select.columnCount { add(column, of: select, &hash) }
      }
    }
    return Array(hash.finalize())
  }

  private static func add(_ column: Int32, of row: borrowing Statement, _ hash: inout SHA256) {
    switch row.storage(column) {
    case .integer: add(bytes(UInt64(bitPattern: row.integer(column))), 1, &hash)
    case .real: add(bytes(row.double(column).bitPattern), 2, &hash)
    case .text: add(row.bytes(column), 3, &hash)
    case .blob: add(row.bytes(column), 4, &hash)
    case .null: add([], 5, &hash)
    }
  }

  private static func add(_ value: [UInt8], _ type: UInt8, _ hash: inout SHA256) {
    hash.update(data: [type] + bytes(UInt64(value.count)))
    hash.update(data: value)
  }

  private static func bytes(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
  }
}
