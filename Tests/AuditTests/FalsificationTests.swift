import Audit
import Foundation
import Ledger
import SQLite
import SQLiteLog
import Testing
import TransparencyLog
import ViewStore

/// One way to falsify a ledger, and what the audit must say, where.
struct Falsification: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var apply: @Sendable (SampleLedger) throws -> Void
  var verdict: Verdict = .fail
  var location: String
  var says: String

  static let altered = "UPDATE event SET leaf = CAST(replace(CAST(leaf AS TEXT), 'test', 'tesu') AS BLOB) WHERE seq = "

  static let all: [Falsification] = [
    Falsification(
      testDescription: "one byte of an event in a full tile", apply: { try $0.falsify(altered + "10") },
      location: "event #10", says: "the event was altered after checkpoint 300 was signed"),
    Falsification(
      testDescription: "one byte of an event in the tail", apply: { try $0.falsify(altered + "590") },
      location: "event #590", says: "the event was altered after checkpoint 600 was signed"),
    Falsification(
      testDescription: "the first event", apply: { try $0.falsify(altered + "0") },
      location: "event #0", says: "the event was altered"),
    Falsification(
      testDescription: "the last event", apply: { try $0.falsify(altered + "599") },
      location: "event #599", says: "the event was altered"),
    Falsification(
      testDescription: "a stored leaf hash",
      apply: {
        try $0.falsify("UPDATE tile SET data = substr(data,1,320) || randomblob(32) || substr(data,353) WHERE id = 0")
      },
      location: "event #10", says: "the stored hash was altered"),
    Falsification(
      testDescription: "two events swapped",
      apply: {
        try $0.falsify(
          "CREATE TEMP TABLE swap AS SELECT seq, leaf FROM event WHERE seq IN (20, 21)",
          "UPDATE event SET leaf = (SELECT leaf FROM swap WHERE swap.seq = 41 - event.seq) WHERE seq IN (20, 21)")
      },
      location: "event #20", says: "the event was altered"),
    Falsification(
      testDescription: "an event taken out", apply: { try $0.falsify("DELETE FROM event WHERE seq = 30") },
      location: "event #30", says: "where event #30 should be"),
    Falsification(
      testDescription: "a full tile taken out", apply: { try $0.falsify("DELETE FROM tile WHERE id = 1") },
      location: "tile", says: "is missing"),
    Falsification(
      testDescription: "the tail cut", apply: { try $0.cutTail(to: 500) },
      location: "keys/head", says: "the tail was cut"),
    Falsification(
      testDescription: "history rewritten with its tree repaired", apply: { try $0.rewrite(from: 350) },
      location: "events #300 to #599, before checkpoint 600", says: "history was rewritten"),
    Falsification(
      testDescription: "a signature of a checkpoint",
      apply: {
        try $0.falsify(
          "UPDATE checkpoint SET note = CAST(replace(CAST(note AS TEXT), '300', '299') AS BLOB) "
            + "WHERE size = 300")
      },
      location: "checkpoint 300", says: "is not a checkpoint signed by the log"),
    Falsification(
      testDescription: "a checkpoint filed under another size",
      apply: { try $0.falsify("UPDATE checkpoint SET size = 301 WHERE size = 300") },
      location: "checkpoint 301", says: "another size"),
    Falsification(
      testDescription: "the index of ids", apply: { try $0.falsify("UPDATE event_id SET seq = 5 WHERE seq = 4") },
      location: "event #4", says: "stands in the index at #5"),
    Falsification(
      testDescription: "a guard rail taken away",
      apply: { try Connection($0.folder.log, .readWrite).execute("DROP TRIGGER event_keep_update") },
      location: "log", says: "event_keep_update is missing"),
    Falsification(
      testDescription: "a foreign trigger",
      apply: {
        try Connection($0.folder.log, .readWrite).execute(
          "CREATE TRIGGER spy AFTER INSERT ON event BEGIN SELECT 1; END")
      },
      location: "log", says: "spy is not Daybook's"),
    Falsification(
      testDescription: "an original altered",
      apply: { sample in
        try sample.addOriginal()
        try sample.overwriteOriginal()
      },
      location: "event #7", says: "was altered"),
    Falsification(
      testDescription: "a signing key that others may read",
      apply: {
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o644], ofItemAtPath: $0.path("keys/log.key"))
      },
      location: "", says: "log.key"),
  ]
}

extension SampleLedger {
  /// Keeps the first events only, with a tree that fits them, as a restored backup would.
  func cutTail(to size: Int) throws {
    try rebuild(size: size) { $0 }
  }

  /// Alters every event from a position on and repairs tiles and right edge.
  func rewrite(from first: Int) throws {
    try rebuild(size: SampleLedger.eventCount) { position, leaf in
      position < first
        ? leaf : [UInt8](String(decoding: leaf, as: UTF8.self).replacingOccurrences(of: "test", with: "tesu").utf8)
    }
  }

  private func rebuild(size: Int, _ change: (Int, [UInt8]) -> [UInt8]) throws {
    var frontier = Frontier()
    var statements = ["DELETE FROM event WHERE seq >= \(size)", "DELETE FROM tile"]
    let ledger = try Ledger.open(at: folder, .reading)
    for position in 0..<size {
      let leaf = change(position, try ledger.leaf(at: UInt64(position)))
      let hex = leaf.map { String(format: "%02x", $0) }.joined()
      statements.append("UPDATE event SET leaf = x'\(hex)' WHERE seq = \(position)")
      frontier.append(Digest.leaf(leaf)) { tile, data in
        let hex = data.map { String(format: "%02x", $0) }.joined()
        statements.append("INSERT INTO tile VALUES(\(UInt64(tile.level) << 48 + tile.index), x'\(hex)')")
      }
    }
    let state = frontier.encode().map { String(format: "%02x", $0) }.joined()
    statements.append("UPDATE frontier SET state = x'\(state)'")
    statements.append("DELETE FROM event_id WHERE seq >= \(size)")
    try falsify(statements.joined(separator: ";\n"))
  }

  private func rebuild(size: Int, _ change: ([UInt8]) -> [UInt8]) throws {
    try rebuild(size: size) { _, leaf in change(leaf) }
  }

  func addOriginal() throws {
    let file = path("original.bin")
    try Data(SampleLedger.originalBytes).write(to: URL(fileURLWithPath: file))
    _ = try Ledger.open(at: folder).evidence.add(file)
  }

  func overwriteOriginal() throws {
    let object = try Ledger.open(at: folder).evidence.path(of: SampleLedger.original)
    try FileManager.default.removeItem(atPath: object)
    try Data("what was not seen".utf8).write(to: URL(fileURLWithPath: object))
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

  @Test(arguments: Falsification.all)
  func `names the place of`(_ falsification: Falsification) throws {
    let sample = try SampleLedger()
    try falsification.apply(sample)
    let report = try sample.audit()
    #expect(report.verdict == falsification.verdict)
    #expect(report.verdict.exitStatus == 1)
    let found = report.findings.contains {
      $0.verdict == falsification.verdict && $0.location == falsification.location
        && $0.what.contains(falsification.says)
    }
    #expect(found, "\(report.findings.filter { $0.verdict == .fail }.prefix(5))")
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
