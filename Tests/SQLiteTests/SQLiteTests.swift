import Foundation
import SQLite
import Testing

/// A new folder for one test, removed with the value.
final class Folder {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("daybook-sqlite-\(UUID().uuidString)")
  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}

@Suite("A thin wrapper keeps every byte and tells every error")
struct SQLiteTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test(arguments: [[], [0], [0x61, 0, 0x62], [0xff, 0xfe, 0x00, 0x80], Array("Ménaka, غاو".utf8)] as [[UInt8]])
  func `Text and blobs come back byte for byte, U+0000 and ill-formed UTF-8 included`(_ bytes: [UInt8]) throws {
    let connection = try Connection(":memory:", .create)
    try connection.execute("CREATE TABLE kept(t TEXT, b BLOB, borrowed BLOB)")
    let insert = try connection.prepare("INSERT INTO kept VALUES(?1, ?2, ?3)")
    try insert.bind(1, text: bytes)
    try insert.bind(2, blob: bytes)
    try unsafe bytes.withUnsafeBytes { raw in
      try unsafe insert.bind(3, borrowedBlob: raw)
      try insert.run()
      insert.clearBindings()
    }
    let select = try connection.prepare("SELECT t, b, borrowed, length(b), typeof(b), typeof(t) FROM kept")
    #expect(try select.step())
    #expect(select.bytes(0) == bytes)
    #expect(select.bytes(1) == bytes)
    #expect(unsafe select.withBlob(2) { unsafe [UInt8]($0) } == bytes)
    #expect(select.integer(3) == Int64(bytes.count))
    #expect(select.text(4) == "blob")
    #expect(select.text(5) == "text")
    #expect(try !select.step())
  }

  @Test func `A String with U+0000 is kept whole, and NULL is not an empty value`() throws {
    let connection = try Connection(":memory:", .create)
    let select = try connection.prepare("SELECT ?1, ?2, ?3, ?4")
    try select.bind(1, text: "a\u{0}b")
    try select.bind(2, text: nil)
    try select.bind(3, Int64?.none)
    try select.bind(4, Int64.min)
    #expect(try select.step())
    #expect(select.text(0) == "a\u{0}b")
    #expect(select.text(1) == nil)
    #expect(select.isNull(2) && select.optionalInteger(2) == nil)
    #expect(select.integer(3) == Int64.min)
  }

  @Test func `An error carries both codes, the sentence and the statement`() throws {
    let connection = try Connection(":memory:", .create)
    try connection.execute("CREATE TABLE one(id INTEGER PRIMARY KEY); INSERT INTO one VALUES(1)")
    let insert = try connection.prepare("INSERT INTO one VALUES(?1)")
    try insert.bind(1, Int64(1))
    let error = #expect(throws: SQLiteError.self) { try insert.run() }
    #expect(error?.code == 19)
    #expect(error?.extendedCode == 1555)
    #expect(error?.isConstraint == true)
    #expect(error?.sql == "INSERT INTO one VALUES(?1)")
    #expect(error?.message == "UNIQUE constraint failed: one.id")
    let typo = #expect(throws: SQLiteError.self) { try connection.execute("SELEC 1") }
    #expect(typo?.sql == "SELEC 1")
  }

  @Test(arguments: ["", "  ", "-- nothing", "SELECT 1; SELECT 2", "SELECT 1; x"])
  func `Exactly one statement is prepared, or none`(_ sql: String) throws {
    let connection = try Connection(":memory:", .create)
    #expect(throws: SQLiteError.self) { _ = try connection.prepare(sql) }
  }

  @Test func `A trailing semicolon is no second statement`() throws {
    let connection = try Connection(":memory:", .create)
    let select = try connection.prepare("SELECT 1;\n")
    #expect(try select.step())
  }

  @Test func `A statement may outlive its connection`() throws {
    func orphan() throws -> Statement {
      let connection = try Connection(":memory:", .create)
      return try connection.prepare("SELECT 42")
    }
    let statement = try orphan()
    #expect(try statement.step())
    #expect(statement.integer(0) == 42)
  }

  @Test func `A missing file is not created by reading or writing it`() throws {
    for access in [Access.readOnly, .readWrite, .immutable] {
      let error = #expect(throws: SQLiteError.self) { _ = try Connection(folder.path("none"), access) }
      #expect(error?.isUnopenable == true)
    }
  }

  @Test(arguments: ["plain.sqlite", "file:odd?mode=memory", "100%41#?.sqlite"])
  func `A path is a file name, never a URI`(_ name: String) throws {
    let path = folder.path(name)
    try Connection(path, .create).execute("CREATE TABLE here(x); INSERT INTO here VALUES(7)")
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(try Connection(path, .readOnly).integer("SELECT x FROM here") == 7)
    #expect(try Connection(path, .immutable).integer("SELECT x FROM here") == 7)
  }

  @Test func `The settings asked for are read back, and a refusal is an error`() throws {
    let connection = try Connection(folder.path("wal.sqlite"), .create)
    try connection.useWriteAheadLog(.full)
    #expect(try connection.integer("PRAGMA synchronous") == 2)
    #expect(try connection.text("PRAGMA journal_mode") == "wal")
    #expect(throws: SQLiteError.self) { try connection.assure("synchronous", is: 1) }
    let memory = try Connection(":memory:", .create)
    let error = #expect(throws: SQLiteError.self) { try memory.useWriteAheadLog(.full) }
    #expect(error?.message == "PRAGMA journal_mode is memory where wal is needed")
  }

  @Test func `A transaction commits whole or not at all`() throws {
    let connection = try Connection(":memory:", .create)
    try connection.execute("CREATE TABLE t(x)")
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try connection.transaction {
        try connection.execute("INSERT INTO t VALUES(1)")
        throw Refused()
      }
    }
    #expect(try connection.integer("SELECT count(*) FROM t") == 0)
    let stillOpen = connection.isInTransaction
    #expect(!stillOpen)
    let answer = try connection.transaction {
      try connection.execute("INSERT INTO t VALUES(1)")
      return connection.changes
    }
    #expect(answer == 1)
    #expect(try connection.integer("SELECT count(*) FROM t") == 1)
  }

  @Test func `A second writer is told that it is busy`() throws {
    let path = folder.path("busy.sqlite")
    let first = try Connection(path, .create)
    try first.useWriteAheadLog(.full)
    let second = try Connection(path, .readWrite, busyMilliseconds: 5)
    try first.execute("BEGIN IMMEDIATE")
    let error = #expect(throws: SQLiteError.self) { try second.execute("BEGIN IMMEDIATE") }
    #expect(error?.isBusy == true)
    first.rollBack()
    try second.execute("BEGIN IMMEDIATE; COMMIT")
  }

  @Test func `A reader cannot write`() throws {
    let path = folder.path("ro.sqlite")
    try Connection(path, .create).execute("CREATE TABLE t(x)")
    let reader = try Connection(path, .readOnly)
    let error = #expect(throws: SQLiteError.self) { try reader.execute("INSERT INTO t VALUES(1)") }
    #expect(error?.isReadOnly == true)
  }

  @Test func `A file that is no database is refused by its first statement`() throws {
    let path = folder.path("letter.txt")
    try Data(repeating: 0x41, count: 5000).write(to: URL(fileURLWithPath: path))
    let connection = try Connection(path, .readOnly)
    let error = #expect(throws: SQLiteError.self) { _ = try connection.integer("SELECT count(*) FROM sqlite_schema") }
    #expect(error?.isDamaged == true)
  }

  @Test func `Triggers of a distrusted file do not run, and its schema cannot be written`() throws {
    let path = folder.path("strange.sqlite")
    let maker = try Connection(path, .create)
    try maker.execute(
      "CREATE TABLE t(x); CREATE TABLE seen(x); CREATE TRIGGER spy AFTER INSERT ON t BEGIN INSERT INTO seen VALUES(1); END"
    )
    let wary = try Connection(path, .readWrite)
    try wary.distrustSchema()
    try wary.execute("INSERT INTO t VALUES(1)")
    #expect(try wary.integer("SELECT count(*) FROM seen") == 0)
    #expect(throws: SQLiteError.self) {
      try wary.execute("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''")
    }
  }
}
