import Foundation
import SQLite
import Testing
import ViewStore
import Views
import Vocabulary

@Suite("Views made by another version are built beside and exchanged whole")
struct VersionTests {
  let scratch: Scratch
  let log = MemoryLog(RandomLog(120, seed: 5).leaves)

  init() throws {
    scratch = try Scratch()
    try scratch.store().follow(log)
  }

  /// Makes the views those of another program.
  private func alter(_ sql: String) throws { try Connection(scratch.path("views.sqlite"), .readWrite).execute(sql) }

  private func expectSound() throws {
    let fresh = scratch.store("fresh")
    try fresh.follow(log)
    #expect(try scratch.store().digests() == fresh.digests())
    #expect(!FileManager.default.fileExists(atPath: scratch.path("views.sqlite.new")))
  }

  @Test func `A projection with an older version is made anew, while readers keep what they opened`() throws {
    try alter(
      """
      UPDATE projection SET version = 0 WHERE name = 'control';
      UPDATE fact SET subject = 'old' WHERE projection = (SELECT id FROM projection WHERE name = 'control')
      """)
    let reader = try scratch.store().snapshot()
    let report = try scratch.store().follow(log)
    #expect(report.rebuilt == .otherProjections(["control"]))
    #expect(report.rebuilt?.isAlarming == false)
    #expect(report.size == 120)
    #expect(reader.subjects("control") == ["old"])
    #expect(!reader.facts("control", subject: "old").isEmpty)
    #expect(reader.failure == nil)
    #expect(try scratch.store().snapshot().subjects("control") == ["a", "b", "c"])
    try expectSound()
    #expect(try scratch.store().follow(log).rebuilt == nil)
  }

  @Test func `A projection that appeared or went away counts as a change`() throws {
    try alter("DELETE FROM projection WHERE name = 'provenance'")
    #expect(try scratch.store().follow(log).rebuilt == .otherProjections(["provenance"]))
    try alter("INSERT INTO projection VALUES(99, 'weather', 1)")
    #expect(try scratch.store().follow(log).rebuilt == .otherProjections(["weather"]))
    try expectSound()
  }

  @Test func `Other tables or another vocabulary are made anew`() throws {
    try alter("UPDATE followed SET format = 0")
    #expect(try scratch.store().follow(log).rebuilt == .otherFormat)
    try alter("UPDATE followed SET vocabulary = 0")
    #expect(try scratch.store().follow(log).rebuilt == .otherVocabulary)
    try expectSound()
  }

  @Test func `A log that is shorter, or another one, is alarming`() throws {
    #expect(try scratch.store().follow(log.prefix(100)).rebuilt == .logShorter(followed: 120, size: 100))
    let other = MemoryLog(RandomLog(120, seed: 6).leaves)
    let report = try scratch.store().follow(other)
    #expect(report.rebuilt == .logDiffers(followed: 100))
    #expect(report.rebuilt?.isAlarming == true)
    #expect(try scratch.store().verify(other).allSatisfy(\.isEqual))
  }

  @Test func `A file that is no database is made anew`() throws {
    for suffix in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: scratch.path("views.sqlite" + suffix))
    }
    try Data(repeating: 0x61, count: 20_000).write(to: URL(fileURLWithPath: scratch.path("views.sqlite")))
    guard case .damaged? = try scratch.store().follow(log).rebuilt else {
      Issue.record("not told to be damaged")
      return
    }
    try expectSound()
  }
}
