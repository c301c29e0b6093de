import Foundation
import SQLite
import Testing
import ViewStore
import Views

@Suite("The live views are compared with a fresh rebuild")
struct VerifyTests {
  /// One way to alter the views by hand, and the parts that must be named.
  struct Alteration: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var sql: String
    var named: Set<String>

    static let all = [
      Alteration(
        testDescription: "the body of a fact of control",
        sql: """
          UPDATE fact SET body = body || ' ' WHERE id =
          (SELECT min(id) FROM fact WHERE projection = (SELECT id FROM projection WHERE name = 'control'))
          """, named: ["control"]),
      Alteration(
        testDescription: "the subject of a reference fact, stored as a blob",
        sql: """
          UPDATE fact SET subject = CAST(subject AS BLOB) WHERE id = (SELECT min(id) FROM fact WHERE projection = 0)
          """, named: ["reference"]),
      Alteration(
        testDescription: "the month that a fact of control is filed under",
        sql: """
          UPDATE fact SET month = '2011-01' WHERE id = (SELECT max(id) FROM fact WHERE month IS NOT NULL)
          """, named: ["control"]),
      Alteration(
        testDescription: "a body that a fact of attacks shares with the one before, of presence",
        sql: """
          UPDATE fact SET body = body || ' ' WHERE id = (SELECT max(f.id) - 1 FROM fact f JOIN projection p
          ON p.id = f.projection WHERE p.name = 'attacks' AND f.body IS NULL)
          """, named: ["presence", "attacks"]),
      Alteration(
        testDescription: "a fact taken out",
        sql: "DELETE FROM fact WHERE id = (SELECT max(id) FROM fact WHERE projection = 0)", named: ["reference"]),
      Alteration(
        testDescription: "a fact of no projection",
        sql: "INSERT INTO fact SELECT id + 1000, 99, subject, month, valid_from, valid_to, body FROM fact LIMIT 1",
        named: ["facts of no projection"]),
      Alteration(
        testDescription: "the stamp of an event without facts",
        sql: """
          UPDATE standing SET by = by + 1 WHERE id = (SELECT id FROM standing WHERE state = 2 LIMIT 1)
          """, named: ["standing"]),
      Alteration(testDescription: "a name", sql: "UPDATE name SET folded = folded || 'x'", named: ["name"]),
      Alteration(testDescription: "a report's day", sql: "UPDATE report SET published = 1", named: ["report"]),
      Alteration(testDescription: "an effect", sql: "DELETE FROM effect", named: ["effect"]),
      Alteration(testDescription: "the root", sql: "UPDATE followed SET root = x'00'", named: ["followed"]),
      Alteration(
        testDescription: "a view for people",
        sql: "DROP VIEW fact_now; CREATE VIEW fact_now AS SELECT 1 AS one", named: ["schema"]),
      Alteration(testDescription: "a table", sql: "DROP TABLE dated", named: ["dated", "schema"]),
    ]
  }

  let scratch: Scratch
  let log = MemoryLog(RandomLog(200, seed: 4).leaves)

  init() throws {
    scratch = try Scratch()
    try scratch.store().follow(log.prefix(150))
    try scratch.store().follow(log)
  }

  @Test func `Views that nobody touched equal a rebuild, and nothing is left beside them`() throws {
    let before = try names()
    let compared = try scratch.store().verify(log)
    #expect(compared.filter { !$0.isEqual } == [])
    #expect(compared.map(\.view).starts(with: Views.projections.map { $0.name }))
    let live = try scratch.store().digests()
    let parts = live.map(\.part)
    #expect(compared.filter { parts.contains($0.view) }.map(\.live) == live.map(\.digest))
    #expect(try names() == before)
  }

  @Test(arguments: Alteration.all)
  func `One altered row is found, and its part named`(_ alteration: Alteration) throws {
    try Connection(scratch.path("views.sqlite"), .readWrite).execute(alteration.sql)
    let compared = try scratch.store().verify(log)
    #expect(Set(compared.filter { !$0.isEqual }.map(\.view)) == alteration.named)
  }

  @Test func `A row that an index hides is found`() throws {
    let connection = try Connection(scratch.path("views.sqlite"), .readWrite)
    try connection.execute(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = 'CREATE INDEX fact_subject ON fact(projection, subject, month) WHERE id > 9999999999999'
      WHERE name = 'fact_subject'
      """)
    try Connection(scratch.path("views.sqlite"), .readWrite).execute("REINDEX fact_subject")
    try connection.execute(
      """
      UPDATE sqlite_schema SET sql = 'CREATE INDEX fact_subject ON fact(projection, subject, month)'
      WHERE name = 'fact_subject'
      """)
    let compared = try scratch.store().verify(log)
    #expect(compared.filter { !$0.isEqual }.map(\.view) == ["file"])
  }

  @Test func `Where rows lie does not matter`() throws {
    let before = try scratch.store().digests()
    try Connection(scratch.path("views.sqlite"), .readWrite).execute("VACUUM; ANALYZE")
    #expect(try scratch.store().digests() == before)
  }

  @Test func `As many events are replayed as the live views followed`() throws {
    log.append(RandomLog(201, seed: 4).leaves[200])
    #expect(try scratch.store().verify(log).allSatisfy(\.isEqual))
    #expect(throws: ViewStoreError.ahead(path: scratch.path("views.sqlite"), followed: 200, size: 100)) {
      try scratch.store().verify(log.prefix(100))
    }
  }

  @Test func `Nothing is left behind when the log fails halfway`() throws {
    let before = try names()
    #expect(throws: (any Error).self) { try scratch.store().verify(ShortLog(log: log)) }
    #expect(try names() == before)
  }
}

extension VerifyTests {
  /// The files in the folder but those that SQLite and the locks keep beside the views.
  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).filter { name in
      !["-wal", "-shm", ".lock", ".door"].contains { name == "views.sqlite" + $0 }
    }
  }
}

/// A log that gives fewer leaves than it promises.
private struct ShortLog: FollowedLog {
  let log: MemoryLog

  func size() -> UInt64 { log.size() }
  func root(at size: UInt64) -> [UInt8] { log.root(at: size) }
  func read(_ positions: Range<UInt64>, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool) throws {
    try unsafe log.read(positions.clamped(to: 0..<100), body)
  }
}
