import Foundation
import SQLite
import Testing

@testable import ViewStore

@Suite("Pages written past SQLite are what SQLite would go on with")
struct TreeTests {
  let scratch: Scratch
  let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.path("trees.sqlite")
  }

  /// A table of texts with an index on them, both empty.
  private func make(pageSize: Int) throws -> (table: UInt32, index: UInt32) {
    let connection = try Connection(path, .create)
    try connection.execute(
      """
      PRAGMA page_size = \(pageSize); PRAGMA journal_mode = OFF; PRAGMA auto_vacuum = NONE;
      CREATE TABLE line(id INTEGER PRIMARY KEY, words TEXT NOT NULL); CREATE INDEX by_words ON line(words)
      """)
    let roots = try ["line", "by_words"].map {
      UInt32(try connection.integer("SELECT rootpage FROM sqlite_schema WHERE name = '\($0)'") ?? 0)
    }
    return (roots[0], roots[1])
  }

  /// Puts rows and their keys into the file.
  private func fill(_ rows: [(id: Int64, words: [UInt8])], pageSize: Int) throws {
    let roots = try make(pageSize: pageSize)
    let file = try PageFile(path)
    let memory = RecordMemory()
    let table = Tree.table(file, root: roots.table)
    for row in rows {
      memory.clear()
      let record = memory.record(atMost: row.words.count + 32) { record in
        let type = Number.type(ofText: row.words.count)
        record.put(UInt8(2 + Number.length(type)))
        record.put(Number.null)
        record.put(varint: type)
        unsafe row.words.withUnsafeBytes { unsafe record.put($0) }
      }
      try unsafe table.append(row: row.id, memory[record])
    }
    try table.finish()
    let index = Tree.index(file, root: roots.index)
    let sorted = rows.sorted {
      $0.words == $1.words ? $0.id < $1.id : $0.words.lexicographicallyPrecedes($1.words)
    }
    for row in sorted {
      memory.clear()
      let record = memory.record(atMost: row.words.count + 32) { record in
        let types = (words: Number.type(ofText: row.words.count), id: Number.type(row.id))
        record.put(UInt8(2 + Number.length(types.words)))
        record.put(varint: types.words)
        record.put(types.id)
        unsafe row.words.withUnsafeBytes { unsafe record.put($0) }
        record.put(row.id, type: types.id)
      }
      try unsafe index.append(key: memory[record])
    }
    try index.finish()
    try file.finish()
  }

  private func rows(_ generator: inout Seeded, _ count: Int, longest: Int) -> [(id: Int64, words: [UInt8])] {
    var id = Int64.random(in: -3...3, using: &generator)
    return (0..<count).map { _ in
      id += [1, 1, 2, 1 << 20, 1 << 40].randomElement(using: &generator)!
      let length = Int.random(in: 0...(generator.once(in: 20) ? longest : 30), using: &generator)
      return (id, (0..<length).map { _ in UInt8.random(in: 0x61...0x63, using: &generator) })
    }
  }

  private func expectThere(_ rows: [(id: Int64, words: [UInt8])], _ seed: UInt64) throws {
    let connection = try Connection(path, .readWrite)
    let select = try connection.prepare("SELECT id, words FROM line ORDER BY id")
    for row in rows {
      try #require(try select.step(), "seed \(seed)")
      try #require(select.integer(0) == row.id && select.bytes(1) == row.words, "seed \(seed)")
    }
    #expect(try !select.step())
  }

  @Test(arguments: Seeded.seeds(10))
  func `Trees of any depth hold every row, and SQLite goes on with them`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed)
    let pageSize = [512, 1024, 4096].randomElement(using: &generator)!
    let count = [0, 1, 2, 30, 300, 3_000].randomElement(using: &generator)!
    let rows = rows(&generator, count, longest: 3 * pageSize)
    try fill(rows, pageSize: pageSize)
    try expectThere(rows, seed)
    let connection = try Connection(path, .readWrite)
    #expect(try connection.text("PRAGMA integrity_check") == "ok", "seed \(seed)")
    #expect(try connection.integer("PRAGMA freelist_count") == 0)
    try connection.execute(
      """
      DELETE FROM line WHERE id % 3 = 0; UPDATE line SET words = words || 'x' WHERE id % 3 = 1;
      INSERT INTO line(words) SELECT words || 'y' FROM line
      """)
    #expect(try connection.text("PRAGMA integrity_check") == "ok", "seed \(seed)")
  }

  /// Every number of rows from none up, so that each way in which a page can be the last of its level comes up.
  @Test func `Every number of rows makes sound trees`() throws {
    var generator = Seeded(1)
    for count in stride(from: 0, to: 400, by: 3) {
      let rows = rows(&generator, count, longest: 40)
      try fill(rows, pageSize: 512)
      #expect(try Connection(path, .readWrite).text("PRAGMA integrity_check") == "ok", "\(count) rows")
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test func `The page with the byte that SQLite locks stays empty`() throws {
    // The file is made to end just before that page; it is not as long on the disk.
    let pageSize = 65_536
    let roots = try make(pageSize: pageSize)
    let pages = (1 << 30) / pageSize - 6
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.truncate(atOffset: UInt64(pages * pageSize))
    try handle.seek(toOffset: 28)
    try handle.write(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: pages >> (24 - 8 * $0)) })
    try handle.close()
    let file = try PageFile(path)
    let memory = RecordMemory()
    let table = Tree.table(file, root: roots.table)
    let length = 3 * pageSize
    for id in 0..<8 {
      memory.clear()
      let record = memory.record(atMost: length + 32) { record in
        let type = Number.type(ofText: length)
        record.put(UInt8(2 + Number.length(type)))
        record.put(Number.null)
        record.put(varint: type)
        let text = [UInt8](repeating: 0x61 + UInt8(id), count: length)
        unsafe text.withUnsafeBytes { unsafe record.put($0) }
      }
      try unsafe table.append(row: Int64(id), memory[record])
    }
    try table.finish()
    try file.finish()
    let connection = try Connection(path, .readOnly)
    #expect(try connection.integer("PRAGMA page_count") ?? 0 > (1 << 30) / pageSize + 2)
    let select = try connection.prepare("SELECT id, words FROM line NOT INDEXED ORDER BY id")
    for id in 0..<8 {
      #expect(try select.step() && select.bytes(1) == [UInt8](repeating: 0x61 + UInt8(id), count: length))
    }
    let complaints = try connection.prepare("PRAGMA integrity_check(1000000)")
    while try complaints.step() {
      let complaint = complaints.text(0) ?? ""
      // The pages that were skipped to come here, and the keys that were not written.
      #expect(complaint.contains("never used") || complaint.contains("index by_words"), "\(complaint)")
    }
  }
}
