import Foundation
import Ledger
import SQLiteLog
import Testing
import TransparencyLog

@testable import Audit

/// A log as static files, and back.
@Suite struct PublishTests {
  private let sample: SampleLedger
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("published-\(UUID().uuidString)")

  init() throws { sample = try SampleLedger() }

  private func files() throws -> [String: Date] {
    var found: [String: Date] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
      if attributes[.type] as? FileAttributeType == .typeRegular {
        found[name] = attributes[.modificationDate] as? Date
      }
    }
    return found
  }

  /// A reader that shares nothing with the writer but the hash function: RFC 6962 by its recursive definition over the published entries.
  private func rootOfEntries() throws -> (size: Int, root: [UInt8]) {
    let note = try String(contentsOf: folder.appendingPathComponent("checkpoint"), encoding: .utf8)
    let size = try #require(Int(note.split(separator: "\n", omittingEmptySubsequences: false)[1]))
    var leaves: [[UInt8]] = []
    for index in 0..<(size + 255) / 256 {
      let width = min(256, size - index * 256)
      let name = String(format: "tile/entries/%03d", index) + (width == 256 ? "" : ".p/\(width)")
      var bytes = try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))[...]
      var count = 0
      while bytes.count >= 2 {
        let length = Int(bytes[bytes.startIndex]) << 8 | Int(bytes[bytes.startIndex + 1])
        leaves.append(Array(bytes.dropFirst(2).prefix(length)))
        bytes = bytes.dropFirst(2 + length)
        count += 1
      }
      try #require(bytes.isEmpty && count == width)
      let tile = try [UInt8](
        Data(contentsOf: folder.appendingPathComponent(name.replacingOccurrences(of: "entries", with: "0"))))
      #expect(tile == leaves.suffix(width).flatMap { Digest.sha256([0] + $0).bytes })
    }
    func root(_ part: ArraySlice<[UInt8]>) -> [UInt8] {
      if part.count == 1 { return Digest.sha256([0] + part[part.startIndex]).bytes }
      var split = 1
      while split * 2 < part.count { split *= 2 }
      return Digest.sha256([1] + root(part.prefix(split)) + root(part.dropFirst(split))).bytes
    }
    return (size, root(leaves[...]))
  }

  @Test func `the checkpoint, the tiles and the entries agree, read by somebody else`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let ledger = try Ledger.open(at: sample.folder, .reading)
    let report = try ledger.publish(to: folder.path)
    #expect(report == PublishReport(before: 0, size: 600, files: 8))
    let read = try rootOfEntries()
    #expect(try read.size == 600 && read.root == ledger.head().root.bytes)
    let note = try [UInt8](Data(contentsOf: folder.appendingPathComponent("checkpoint")))
    #expect(try Checkpoint.open(note, origin: ledger.origin, logKeys: ledger.keys.verifiers()).checkpoint.size == 600)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path).allSatisfy { !$0.hasSuffix(".new") })
  }

  @Test func `publishing again writes only what is new`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let ledger = try Ledger.open(at: sample.folder)
    _ = try ledger.publish(to: folder.path)
    let first = try files()
    #expect(try ledger.publish(to: folder.path).files == 0)
    #expect(try files() == first)
    try sample.grow(ledger, by: 500)
    _ = try ledger.checkpoint()
    let report = try ledger.publish(to: folder.path)
    #expect(report.before == 600 && report.size == 1100)
    let second = try files()
    for name in ["tile/0/000", "tile/0/001", "tile/entries/000", "tile/entries/001", "tile/0/002.p/88"] {
      #expect(second[name] == first[name], "\(name) was written again")
    }
    #expect(report.files == second.filter { first[$0.key] != $0.value }.count)
    #expect(try rootOfEntries().root == ledger.head().root.bytes)
  }

  @Test func `a log that lost events is not published over what is there, and takes them back`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let backup = sample.folder.path + "-backup"
    defer { try? FileManager.default.removeItem(atPath: backup) }
    try FileManager.default.createDirectory(atPath: backup, withIntermediateDirectories: true)
    let parts = ["", "-wal"].filter { FileManager.default.fileExists(atPath: sample.folder.log + $0) }
    for part in parts {
      try FileManager.default.copyItem(atPath: sample.folder.log + part, toPath: backup + "/log.sqlite" + part)
    }
    var whole: Digest?
    do {
      let ledger = try Ledger.open(at: sample.folder)
      try sample.grow(ledger, by: 300)
      _ = try ledger.checkpoint()
      _ = try ledger.publish(to: folder.path)
      whole = try ledger.head().root
    }
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: sample.folder.log + end) }
    for part in parts {
      try FileManager.default.copyItem(atPath: backup + "/log.sqlite" + part, toPath: sample.folder.log + part)
    }
    let old = try Ledger.open(at: sample.folder)
    #expect(throws: LedgerError.signing(.rollback(signed: 900, size: 600))) { try old.checkpoint() }
    #expect(throws: PublishError.ahead(path: folder.path, published: 900, size: 600)) {
      try old.publish(to: folder.path)
    }
    // A copy with an entry altered gives nothing back.
    let entries = folder.appendingPathComponent("tile/entries/002")
    let good = try Data(contentsOf: entries)
    var altered = good
    let place = try #require(altered.range(of: Data("claim.presence".utf8), in: 30_000..<altered.count)).lowerBound
    altered[place] = UInt8(ascii: "C")
    try altered.write(to: entries)
    #expect(throws: LedgerError.self) { try old.restore(from: folder.path) }
    #expect(try old.size == 600)
    try good.write(to: entries)
    #expect(try old.restore(from: folder.path) == 300)
    #expect(try old.head().root == whole)
    #expect(try old.restore(from: folder.path) == 0)
    _ = try old.checkpoint()
    #expect(try sample.audit(only: ["log", "events"]).verdict != .fail)
  }

  @Test func `another history is neither published over nor taken`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let other = try SampleLedger()
    _ = try Ledger.open(at: other.folder, .reading).publish(to: folder.path)
    let ledger = try Ledger.open(at: sample.folder)
    for attempt in [{ _ = try ledger.publish(to: folder.path) }, { _ = try ledger.restore(from: folder.path) }] {
      let error = #expect(throws: PublishError.self) { try attempt() }
      guard case .foreign = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
    #expect(throws: PublishError.nothing(path: "/nowhere")) { try ledger.restore(from: "/nowhere") }
  }
}
