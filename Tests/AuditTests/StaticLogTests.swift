import Audit
import Foundation
import Ledger
import SQLiteLog
import Testing
import TransparencyLog

/// Files in memory, by path.
private final class Files: FileSink {
  var all: [String: [UInt8]] = [:]
  func put(_ path: String, _ bytes: [UInt8]) { all[path] = bytes }
}

/// Reads tiles from files, as a client of a static log does.
private struct Tiles: TileReader {
  let files: [String: [UInt8]]
  func tile(_ tile: TileID, width: Int) throws -> [UInt8] { try #require(files[tile.path(width: width)]) }
}

@Suite struct `a log as static files` {
  @Test func `has every tile and entry of a checkpoint, full and partial, and nothing else`() throws {
    let sample = try SampleLedger()
    let ledger = try Ledger.open(at: sample.folder, .reading)
    let head = try ledger.head()
    let files = Files()
    try StaticLog.write(
      ledger, to: Checkpoint(origin: ledger.origin, size: head.size, root: head.root), into: files)
    #expect(
      files.all.keys.sorted() == [
        "tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/000", "tile/entries/001",
        "tile/entries/002.p/88",
      ])
    #expect(try Tree.root(size: 600, reader: TileHashes(size: 600, tiles: Tiles(files: files.all))) == head.root)
    var leaves: [[UInt8]] = []
    for path in ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/88"] {
      let bundle = try #require(files.all[path])
      leaves += try #require(EntryBundle.leaves(bundle)).map { [UInt8]($0) }
    }
    let stored = try (0..<600).map { try ledger.leaf(at: $0) }
    #expect(leaves == stored)
  }

  @Test func `goes on from what was written before with the same bytes`() throws {
    let sample = try SampleLedger()
    let ledger = try Ledger.open(at: sample.folder, .reading)
    let whole = Files()
    let head = try ledger.head()
    let last = Checkpoint(origin: ledger.origin, size: head.size, root: head.root)
    try StaticLog.write(ledger, to: last, into: whole)
    let rest = Files()
    try StaticLog.write(ledger, from: 300, to: last, into: rest)
    #expect(rest.all["tile/0/000"] == nil)
    #expect(rest.all.count == 5)
    for (path, bytes) in rest.all { #expect(whole.all[path] == bytes, "\(path)") }
  }

  @Test func `is refused when an event is no longer what the checkpoint signs`() throws {
    let sample = try SampleLedger()
    try sample.falsify(
      "UPDATE event SET leaf = CAST(replace(CAST(leaf AS TEXT), 'test', 'tesu') AS BLOB) WHERE seq = 10")
    let ledger = try Ledger.open(at: sample.folder, .reading)
    let head = try ledger.head()
    #expect(throws: LedgerError.self) {
      try StaticLog.write(
        ledger, to: Checkpoint(origin: ledger.origin, size: head.size, root: head.root), into: Files())
    }
  }

  @Test func `lies in a folder after it was put there, and no temporary file stays`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("static-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let sink = try FolderSink(path)
    try sink.put("tile/entries/x001/000", [1, 2])
    try sink.put("tile/entries/x001/000", [3])
    try sink.sync()
    #expect(try sink.bytes("tile/entries/x001/000") == [3])
    #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/tile/entries/x001") == ["000"])
  }
}
