import Foundation
import SQLite
import Testing

@testable import ViewStore

@Suite("A rebuild puts rows past SQLite and gives what following gives")
struct RebuildTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func check(_ path: String) throws -> String? {
    try Connection(path, .readOnly).text("PRAGMA integrity_check")
  }

  @Test(arguments: Seeded.seeds(8))
  func `Whatever the size of batches and sorted runs, a rebuild equals views followed event by event`(
    _ seed: UInt64
  ) throws {
    print("seed \(seed)")
    var generator = Seeded(seed ^ 5)
    let size = Int.random(in: 0...160, using: &generator)
    let log = MemoryLog(RandomLog(size, seed: seed).leaves)
    var followed = scratch.store("followed")
    followed.batch = UInt64.random(in: 1...7, using: &generator)
    try followed.rebuild(log.prefix(0))
    #expect(try followed.follow(log).rebuilt == nil)
    var rebuild = Rebuild(log: log)
    rebuild.batch = UInt64.random(in: 1...30, using: &generator)
    rebuild.sortLimit = Int.random(in: 1...60, using: &generator)
    let path = scratch.path("rebuilt.sqlite")
    try rebuild.build(path, size: UInt64(size)) { _ in }
    #expect(try ViewStore(at: path).digests() == followed.digests(), "seed \(seed)")
    #expect(try check(path) == "ok", "seed \(seed)")
    #expect(try ViewStore(at: path).follow(log).added == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
    #expect(names.filter { $0.hasPrefix("rebuilt") && $0.contains("subjects") } == [])
  }

  @Test func `What one of the threads cannot read ends the rebuild, and the views stay as they were`() throws {
    let log = MemoryLog(RandomLog(100, seed: 3).leaves)
    let store = scratch.store()
    try store.follow(log)
    let before = try store.digests()
    for fault in UInt64(60)..<70 {
      let faulty = Faulty(log: log, fault: fault)
      var rebuild = Rebuild(log: faulty)
      rebuild.batch = 4
      #expect(throws: Faulty.Broken(position: fault)) {
        try rebuild.build(scratch.path("refused.sqlite"), size: 100) { _ in }
      }
      #expect(throws: Faulty.Broken(position: fault)) { try store.rebuild(faulty) }
    }
    #expect(try store.digests() == before)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("views.sqlite.new")))
  }
}

/// A log that cannot read one event.
private struct Faulty: FollowedLog {
  struct Broken: Error, Equatable { var position: UInt64 }

  let log: MemoryLog
  let fault: UInt64

  func size() -> UInt64 { log.size() }
  func root(at size: UInt64) -> [UInt8] { log.root(at: size) }
  func read(_ positions: Range<UInt64>, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool) throws {
    try unsafe log.read(positions) { position, leaf in
      if position == fault { throw Broken(position: position) }
      return try unsafe body(position, leaf)
    }
  }
}
