import Audit
import Foundation
import Ledger
import SQLite
import SQLiteLog
import Testing
import TransparencyLog

/// An audit that has something from elsewhere: a mirror, published tiles, a bundle's log, a witness's answer.
@Suite struct `an audit with outside knowledge` {
  /// A folder of tiles as anybody could have fetched them, made from the leaves alone.
  private func publish(_ sample: SampleLedger, _ name: String, at place: String = "") throws -> String {
    let ledger = try Ledger.open(at: sample.folder, .reading)
    let root = sample.path(name)
    let log = root + place
    func write(_ path: String, _ bytes: [UInt8]) throws {
      let url = URL(fileURLWithPath: log + "/" + path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
    let size = try ledger.size
    try write("checkpoint", try #require(try ledger.checkpoints().last).note)
    for index in 0...size >> 8 {
      let positions = index << 8..<min(size, (index + 1) << 8)
      guard !positions.isEmpty else { continue }
      var entries: [UInt8] = []
      var hashes: [UInt8] = []
      for position in positions {
        let leaf = try ledger.leaf(at: position)
        entries += [UInt8(leaf.count >> 8), UInt8(leaf.count & 255)] + leaf
        hashes += Digest.leaf(leaf).bytes
      }
      try write(TilePath(entries: index, width: positions.count).description, entries)
      try write(TilePath(tile: TileID(level: 0, index: index), width: positions.count).description, hashes)
    }
    return root
  }

  private func audit(
    _ sample: SampleLedger, _ mirrors: [any Mirror], only: Set<String>? = ["mirrors"],
    outside: [(name: String, note: [UInt8])] = [], witnesses: [VerifierKey] = []
  ) throws -> AuditReport {
    let ledger = try Ledger.open(at: sample.folder, .reading)
    return Audit(of: ledger, outside: outside, mirrors: mirrors, witnesses: witnesses).run(only: only)
  }

  private func tiles(_ path: String) throws -> TileMirror {
    try TileMirror(try #require(TileFolder(in: path)), named: "the mirror")
  }

  @Test(arguments: ["", "/log", "/data/log"])
  func `finds every event as published tiles or a bundle hold it`(place: String) throws {
    let sample = try SampleLedger()
    let report = try audit(sample, [try tiles(try publish(sample, "tiles", at: place))], only: ["mirrors", "log"])
    #expect(report.verdict == .ok, "\(report.findings)")
    #expect(report.findings.contains { $0.check == "mirrors" && $0.what.contains("the first 600 events") })
  }

  @Test func `names the event that was altered with its whole tree repaired`() throws {
    let sample = try SampleLedger()
    let mirror = try tiles(try publish(sample, "tiles"))
    try sample.rewrite(from: 598)
    let report = try audit(sample, [mirror])
    #expect(report.findings.filter { $0.verdict == .fail }.map(\.event) == [598, 599], "\(report.findings)")
  }

  @Test func `knows a cut tail by a mirror, and by another ledger`() throws {
    let sample = try SampleLedger()
    let mirror = try tiles(try publish(sample, "tiles"))
    let other = try SampleLedger()
    try FileManager.default.removeItem(atPath: other.folder.path)
    try FileManager.default.copyItem(atPath: sample.folder.path, toPath: other.folder.path)
    try sample.cutTail(to: 300)
    try sample.falsify("DELETE FROM checkpoint WHERE size > 300")
    try FileManager.default.removeItem(atPath: sample.path("keys/head"))
    let copy = try LedgerMirror(try Ledger.open(at: other.folder, .reading), named: "the other office")
    for mirror in [mirror, copy] as [any Mirror] {
      let report = try audit(sample, [mirror], only: ["log", "mirrors"])
      let failed = report.findings.filter { $0.verdict == .fail }
      #expect(failed.contains { $0.check == "mirrors" && $0.what.contains("holds 600 events") }, "\(failed)")
      #expect(failed.contains { $0.check == "log" && $0.what.contains("signs 600 events") })
    }
  }

  @Test func `says of a mirror that lies that it lies, and believes nothing of it`() throws {
    let sample = try SampleLedger()
    let root = try publish(sample, "tiles")
    let file = URL(fileURLWithPath: root + "/" + TilePath(entries: 1).description)
    var bytes = try Data(contentsOf: file)
    bytes[100] ^= 1
    try bytes.write(to: file)
    let report = try audit(sample, [try tiles(root)])
    #expect(report.findings.map(\.location) == ["the mirror"])
    #expect(report.findings[0].verdict == .fail && report.findings[0].what.contains("damaged, or lies"))
    // Its entries are gone and its hashes are sound: those count.
    try FileManager.default.removeItem(atPath: root + "/tile/entries")
    #expect(try audit(sample, [try tiles(root)]).verdict == .ok)
    try FileManager.default.removeItem(atPath: root + "/tile/0/002.p")
    #expect(try audit(sample, [try tiles(root)]).verdict == .unknown)
  }

  @Test func `concludes nothing from a mirror of another log`() throws {
    let (sample, other) = (try SampleLedger(), try SampleLedger())
    let report = try audit(sample, [try tiles(try publish(other, "tiles"))])
    #expect(report.verdict == .unknown && report.findings[0].what.contains("no checkpoint that this log has signed"))
  }

  // MARK: Witnesses

  private func witness(_ sample: SampleLedger, at time: UInt64 = 1_764_000_000) throws -> (
    key: VerifierKey, lines: [UInt8], note: [UInt8]
  ) {
    let signer = try SignerKey(name: "witness.example", seed: [UInt8](repeating: 7, count: 32))
    let key = try VerifierKey(name: signer.name, publicKey: signer.verifier.publicKey, algorithm: .cosignature)
    let kept = try #require(try Ledger.open(at: sample.folder, .reading).checkpoints().last).note
    let text = try Note(kept).text
    let message = Array("cosignature/v1\ntime \(time)\n".utf8) + text
    let signature = signer.sign(message).bytes
    let stamped = (0..<8).map { UInt8(truncatingIfNeeded: time >> UInt64(56 - 8 * $0)) } + signature
    let line = NoteSignature(name: key.name, keyID: key.id, bytes: stamped).description + "\n"
    return (key, Array(line.utf8), kept + Array(line.utf8))
  }

  @Test func `takes a witness's answer and a cosigned note as knowledge from outside`() throws {
    let sample = try SampleLedger()
    let (key, lines, note) = try witness(sample)
    for bytes in [lines, note] {
      let report = try audit(sample, [], only: ["log"], outside: [("the answer", bytes)], witnesses: [key])
      #expect(report.verdict == .ok, "\(report.findings)")
      #expect(report.findings.contains { $0.what == "was cosigned by witness.example at 2025-11-24T16:00:00Z" })
    }
    let without = try audit(sample, [], only: ["log"], outside: [("the answer", lines)])
    #expect(without.findings.contains { $0.verdict == .unknown && $0.what.contains("--witness") })
  }

  @Test func `refuses a witness's answer that fits no checkpoint here`() throws {
    let sample = try SampleLedger()
    var (key, lines, _) = try witness(sample)
    try sample.falsify("DELETE FROM checkpoint WHERE size > 300")
    let report = try audit(sample, [], only: ["log"], outside: [("the answer", lines)], witnesses: [key])
    #expect(report.findings.contains { $0.verdict == .fail && $0.location == "the answer" })
    lines[40] ^= 1
    #expect(try audit(sample, [], only: ["log"], outside: [("the answer", lines)], witnesses: [key]).verdict == .fail)
  }

  // MARK: Files

  @Test(arguments: [
    ("log.sqlite", 0o666, "log.sqlite"), ("keys", 0o755, "keys"), ("keys/head", 0o644, "keys/head"),
    ("evidence", 0o777, "evidence"),
  ])
  func `names a file that others may change or read`(name: String, mode: Int, place: String) throws {
    let sample = try SampleLedger()
    #expect(try sample.audit(only: ["files"]).verdict == .ok)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: sample.path(name))
    let report = try sample.audit(only: ["files"])
    #expect(report.findings.filter { $0.verdict == .fail }.map(\.location) == [place], "\(report.findings)")
  }

  // MARK: Protected values

  @Test func `tells a sealed value of an event that hides nothing`() throws {
    let sample = try SampleLedger()
    try sample.falsify("INSERT INTO disclosure VALUES(randomblob(32), 5, x'00', x'00')")
    let report = try sample.audit(only: ["protected"])
    #expect(report.findings.contains { $0.verdict == .fail && $0.event == 5 }, "\(report.findings)")
  }
}
