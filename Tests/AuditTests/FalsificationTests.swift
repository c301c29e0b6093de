import Audit
import Foundation
import Ledger
import SQLite
import SQLiteLog
import Testing
import TransparencyLog
import ViewStore

extension SampleLedger {
  func addOriginal() throws {
    let file = path("original.bin")
    try Data(SampleLedger.originalBytes).write(to: URL(fileURLWithPath: file))
    _ = try Ledger.open(at: folder).evidence.add(file)
  }
}

@Suite struct `an audit` {
  @Test func `finds nothing wrong with a ledger that nobody touched`() throws {
    let sample = try SampleLedger()
    try sample.addOriginal()
    let report = try sample.audit()
    #expect(report.verdict == .ok, "\(report.findings)")
    #expect(
      Set(report.findings.map(\.check)) == Set(Audit.checks.map { $0.name }).subtracting(["mirrors", "timestamps"]))
  }

  @Test func `says UNKNOWN of a cut tail when nothing outside the log is known, and FAIL with a newer checkpoint`()
    throws
  {
    let sample = try SampleLedger()
    let newest = try #require(try Ledger.open(at: sample.folder).checkpoints().last)
    try sample.cutTail(to: 300)
    try sample.falsify("DELETE FROM checkpoint WHERE size > 300")
    try FileManager.default.removeItem(atPath: sample.path("keys/head"))
    let alone = try sample.audit(only: ["log"])
    #expect(alone.verdict == .unknown && alone.verdict.exitStatus == 2, "\(alone.findings)")
    let informed = try sample.audit(only: ["log"], outside: [("the letter of 24 November", newest.note)])
    #expect(informed.verdict == .fail)
    #expect(informed.findings.contains { $0.location == "the letter of 24 November" })
  }

  @Test func `tells an original that is named and not kept as withheld, and goes on`() throws {
    let report = try SampleLedger().audit(only: ["evidence"])
    #expect(report.verdict == .withheld && report.verdict.exitStatus == 0)
    #expect(report.findings.contains { $0.event == 7 && $0.verdict == .withheld })
  }

  @Test func `rebuilds the views beside the live ones and names the one that was altered`() throws {
    let sample = try SampleLedger()
    #expect(try sample.audit(only: ["views"]).findings.contains { $0.what.contains("no views are kept here") })
    try ViewStore(at: sample.folder.views).follow(FollowedLedger(Ledger.open(at: sample.folder, .reading)))
    let sound = try sample.audit(only: ["views"])
    #expect(sound.verdict == .ok)
    #expect(sound.findings.contains { $0.what.contains("equal a replay of the first 600 events") })
    try Connection(sample.folder.views, .readWrite).execute(
      "UPDATE fact SET subject = 'nobody' WHERE id = (SELECT min(id) FROM fact WHERE projection IN "
        + "(SELECT id FROM projection WHERE name = 'control'))")
    let report = try sample.audit(only: ["views"])
    #expect(report.verdict == .fail)
    #expect(report.findings.filter { $0.verdict == .fail }.map(\.location) == ["view control"])
  }
}
