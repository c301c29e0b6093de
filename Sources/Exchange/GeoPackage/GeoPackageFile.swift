internal import SQLite
internal import Schemas

/// A GeoPackage being written: rows with their geometry in one table, in WGS 84, and beside it a table that says what they are.
///
/// Programs that open a GeoPackage change its file (QGIS does so by looking at it), so a digest of the file proves nothing
/// afterwards. The digest given here is of the content: see ``GeoPackageContent``.
public final class GeoPackageFile {
  private let connection: Connection
  private let head: ExportHead
  private let insert: Statement
  private var box: GeometryBlob.Box?

  /// Makes the file, which must not be there.
  ///
  /// - Throws: ``GeoPackageError``.
  public init(_ path: String, _ head: ExportHead) throws(GeoPackageError) {
    self.head = head
    do throws(SQLiteError) {
      let connection = try Connection(path, .create)
      // A file of its own, which is renamed when it is whole, needs no journal until then.
      try connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
      guard let sql = Schemas.file("geopackage_001.sql") else { preconditionFailure("geopackage_001.sql is missing") }
      try connection.execute(String(decoding: sql, as: UTF8.self))
      try connection.execute(Self.table(head))
      let places = (1...head.columns.count + 1).map { "?\($0)" }.joined(separator: ", ")
      let insert = try connection.prepare("INSERT INTO \(Self.quoted(head.name)) VALUES(NULL, \(places))", kept: true)
      try Self.describe(head, connection)
      self.insert = insert
      self.connection = connection
    } catch { throw GeoPackageError(error, path) }
    self.path = path
  }

  private let path: String

  /// Writes a row; two rows with the same key stay two rows.
  public func add(_ row: ExportRow) throws(GeoPackageError) {
    let blob = row.geometry.map(GeometryBlob.bytes)
    do throws(SQLiteError) {
      try insert.bind(1, blob: blob)
      for (number, cell) in row.cells.enumerated() {
        try Self.bind(cell, head.columns[number].kind, insert, Int32(number + 2))
      }
      try insert.run()
    } catch { throw GeoPackageError(error, path) }
    if let here = row.geometry.flatMap(GeometryBlob.box) {
      box?.widen(here)
      box = box ?? here
    }
  }

  /// Completes the file; answers the digest of its content.
  public func end() throws(GeoPackageError) -> [UInt8] {
    do throws(SQLiteError) {
      let extent = try connection.prepare(
        "UPDATE gpkg_contents SET min_x = ?1, min_y = ?2, max_x = ?3, max_y = ?4 WHERE data_type = 'features'")
      if let box {
        try extent.bind(1, box.least.longitude)
        try extent.bind(2, box.least.latitude)
        try extent.bind(3, box.most.longitude)
        try extent.bind(4, box.most.latitude)
        try extent.run()
      }
      try connection.execute("COMMIT; PRAGMA journal_mode = DELETE")
      try connection.assure("journal_mode", is: "delete")
      return try GeoPackageContent.digest(connection)
    } catch { throw GeoPackageError(error, path) }
  }

  private static func table(_ head: ExportHead) -> String {
    let columns = head.columns.map { "\(quoted($0.name)) \($0.kind.sqlType)" }
    return "CREATE TABLE \(quoted(head.name))(fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY, "
      + columns.joined(separator: ", ") + ")"
  }

  /// Registers the table, and tells what was asked and what the columns mean.
  private static func describe(_ head: ExportHead, _ connection: borrowing Connection) throws(SQLiteError) {
    let contents = try connection.prepare(
      "INSERT INTO gpkg_contents(table_name, data_type, identifier, description, srs_id) VALUES(?1, 'features', ?1, ?2, 4326)"
    )
    try contents.bind(1, text: head.name)
    try contents.bind(2, text: head.title)
    try contents.run()
    let geometry = try connection.prepare(
      "INSERT INTO gpkg_geometry_columns VALUES(?1, 'geom', 'GEOMETRY', 4326, 0, 0)")
    try geometry.bind(1, text: head.name)
    try geometry.run()
    let about = try connection.prepare("INSERT INTO about(name, value, meaning) VALUES(?1, ?2, ?3)")
    try about.bind(1, text: "table")
    try about.bind(2, text: head.name)
    try about.bind(3, text: "The table of the rows.")
    try about.run()
    try about.bind(1, text: "origin")
    try about.bind(2, text: head.origin)
    try about.bind(3, text: "The name of the log.")
    try about.run()
    for (name, cell) in head.asked {
      try about.bind(1, text: name)
      try bind(cell, .text, about, 2)
      try about.bindNull(3)
      try about.run()
    }
    for column in head.columns {
      try about.bind(1, text: "column \(column.name)")
      try about.bindNull(2)
      try about.bind(3, text: column.doc)
      try about.run()
    }
  }

  private static func bind(
    _ cell: ExportCell, _ kind: ExportColumn.Kind, _ statement: borrowing Statement, _ place: Int32
  ) throws(SQLiteError) {
    switch cell {
    case .none: try statement.bindNull(place)
    case .text(let text):
      // A decimal becomes a number here, since programs for maps compute with it; the exact digits are in the log.
      if kind == .decimal, let number = Double(text) {
        try statement.bind(place, number)
      } else {
        try statement.bind(place, text: text)
      }
    case .integer(let number): try statement.bind(place, number)
    case .flag(let flag): try statement.bind(place, Int64(flag ? 1 : 0))
    case .texts(let texts): try statement.bind(place, text: texts.joined(separator: "; "))
    case .positions(let positions): try statement.bind(place, text: positions.map { "#\($0)" }.joined(separator: " "))
    }
  }

  static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
}

extension ExportColumn.Kind {
  /// The type of the column in a GeoPackage.
  fileprivate var sqlType: String {
    switch self {
    case .text, .texts, .positions: "TEXT"
    case .integer: "INTEGER"
    case .decimal: "DOUBLE"
    case .flag: "BOOLEAN"
    case .day: "DATE"
    case .time: "DATETIME"
    }
  }
}
