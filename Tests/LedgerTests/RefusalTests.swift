import Audit
import Foundation
import Ledger
import SQLite
import SQLiteLog
import Testing

@testable import LogConformance
@testable import LogWriter

/// What is wrong around a ledger is told by the right error, and changes nothing.
@Suite struct RefusalTests {
  private let place: TestFolder
  private let folder: LedgerFolder

  init() throws {
    place = try TestFolder()
    folder = LedgerFolder(place.path("ledger"))
    try Ledger.create(at: folder, origin: "log.example/refused").log.append(WrittenEvent.call(9, 0), .few)
  }

  @Test(arguments: [150_000, 300_000, 1_000_000])
  func `a full disk ends an append, and what was acknowledged stands`(limit: Int) throws {
    let writer = try SpawnedWriter(["append", folder.path, "1", "\(limit)"], number: 1, in: place)
    #expect(writer.end() == 74)
    #expect(try writer.said().last == "refused diskFull")
    var log = WrittenLog()
    let ledger = try Ledger.open(at: folder)
    try log.look(ledger.log)
    try log.compare(writer)
    try ledger.log.append(WrittenEvent.call(2, 0), .few)
  }

  @Test func `a log that another process holds is busy, and is written when that has ended`() throws {
    let holder = try SpawnedWriter(["hold", folder.path], in: place)
    #expect(try holder.wait())
    let log = try SQLiteLog(at: folder.log, patience: .milliseconds(60))
    let before = try log.size()
    let error = #expect(throws: LedgerError.self) { try log.append(WrittenEvent.call(3, 0), .few) }
    #expect(error.map(LogWriter.name) == "busy")
    #expect(error?.exitStatus == 75)
    #expect(try log.size() == before)
    #expect(holder.end() == 0)
    #expect(try log.append(WrittenEvent.call(3, 0), .few) == before)
  }

  @Test func `a file that is no log of Daybook is refused and left as it was`() throws {
    let foreign = place.path("foreign.sqlite")
    try Connection(foreign, .create).execute(
      "CREATE TABLE event(seq INTEGER PRIMARY KEY, leaf BLOB); PRAGMA user_version = 1")
    let text = place.path("text")
    try Data("not a database, but long enough to be looked at as one; not a database, but long enough".utf8)
      .write(to: URL(fileURLWithPath: text))
    let empty = place.path("empty")
    try Data().write(to: URL(fileURLWithPath: empty))
    for path in [foreign, text, empty] {
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      for opening in [SQLiteLog.Opening.writing, .reading, .auditing] {
        let error = #expect(throws: LedgerError.self) { _ = try SQLiteLog(at: path, opening) }
        #expect(error.map(LogWriter.name) == "damaged", "\(path)")
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test func `a log of a newer format is refused`() throws {
    try Connection(folder.log, .readWrite).execute("PRAGMA user_version = 99")
    #expect(throws: LedgerError.newerFormat(path: folder.log, found: 99, known: 1)) { try Ledger.open(at: folder) }
  }

  @Test func `a torn file is refused, or its leaves are those that were written, or the audit fails`() throws {
    try Ledger.open(at: folder).log.append(WrittenEvent.call(8, 1), .many)
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.log))
    let leaves = try SQLiteLog(at: folder.log, .reading).leaves()
    let seed = Sample.seed()
    var chance = Sample.Numbers(seed: seed)
    var refused = 0
    for attempt in 0..<60 {
      let path = place.path("torn-\(attempt).sqlite")
      var torn = whole
      let at = Int(chance.next() % UInt64(whole.count))
      if attempt % 2 == 0 {
        torn = torn.prefix(at)
      } else {
        let page = at / 4_096 * 4_096
        torn.replaceSubrange(page..<page + 4_096, with: Data(count: 4_096))
      }
      try torn.write(to: URL(fileURLWithPath: path))
      do {
        let log = try SQLiteLog(at: path, .auditing)
        // A page that only continues a long leaf gives other bytes and no error: the audit must see it.
        if try log.leaves() != leaves {
          let report = Audit(of: Ledger(folder: folder, log: log)).run(only: ["log"])
          #expect(report.verdict == .fail, "DAYBOOK_SEED=\(seed), attempt \(attempt)")
        }
      } catch let error as LedgerError {
        #expect(LogWriter.name(of: error) == "damaged", "\(error) with DAYBOOK_SEED=\(seed), attempt \(attempt)")
        refused += 1
      }
    }
    #expect(refused > 20)
  }

  @Test func `a key that others may read signs nothing`() throws {
    let ledger = try Ledger.open(at: folder)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: ledger.keys.signerPath)
    #expect(throws: LedgerError.key(.open(path: ledger.keys.signerPath, mode: 0o644))) { try ledger.checkpoint() }
    #expect(try ledger.checkpoints().isEmpty)
    #expect(try ledger.keys.head().size == 0)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: ledger.keys.signerPath)
    _ = try ledger.checkpoint()
  }

  @Test func `a log restored from an older copy is not signed`() throws {
    let copy = place.path("copy.sqlite")
    try FileManager.default.copyItem(atPath: folder.log, toPath: copy)
    let events = WrittenEvent.call(7, 0)
    let size = try Ledger.open(at: folder).log.append(events, .few) + UInt64(events.count)
    _ = try Ledger.open(at: folder).checkpoint()
    for name in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: folder.log + name) }
    try FileManager.default.copyItem(atPath: copy, toPath: folder.log)
    let ledger = try Ledger.open(at: folder)
    let older = try ledger.size
    #expect(older < size)
    #expect(throws: LedgerError.signing(.rollback(signed: size, size: older))) { try ledger.checkpoint() }
  }
}
