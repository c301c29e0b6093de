import Foundation
import Leaf
import Ledger
import SQLiteLog
import Testing
import TransparencyLog

@testable import Audit

/// What an ended key signed, lawfully and not; the mutation suites have the ways of falsifying.
@Suite struct `an ended key` {
  private let sample = Result { try BundleSample.shared.get() }
  private static let origin = "example.org/bundle"

  /// Events about keys `a` to `d`, as the log tells them.
  private func events(_ told: [(UInt64, String, SignerKey)]) throws -> KeyEvents {
    var events = KeyEvents()
    for (position, state, key) in told {
      let leaf: Value = [
        "kind": "policy",
        "payload": [
          "subject": "key", "settings": ["state": .string(state), "vkey": .string(key.verifier.description)],
        ],
      ]
      events.note(try Document(leaf.encode(), as: .canonical).root, at: position)
    }
    return events
  }

  private func key(_ seed: UInt8) throws -> SignerKey {
    try SignerKey(name: Self.origin, seed: [UInt8](repeating: seed, count: 32))
  }

  private func note(_ size: UInt64, _ keys: SignerKey...) throws -> [UInt8] {
    try Checkpoint(origin: Self.origin, size: size, root: .emptyRoot).sign(with: keys).bytes
  }

  private func told(_ events: KeyEvents, known: [SignerKey], _ notes: [[UInt8]]) -> [String] {
    var keys = EndedKeys(events, origin: Self.origin, known: known.map(\.verifier))
    for (index, note) in notes.enumerated() { keys.look(at: note, named: "\(index)") }
    return keys.findings.map { "\($0.verdict.rawValue) \($0.location)" }
  }

  @Test func `may sign up to its end and once over it, beside a key that lives then`() throws {
    let (a, b, c) = (try key(1), try key(2), try key(3))
    let events = try events([
      (10, "introduced", b), (20, "retired", a), (30, "introduced", c), (40, "retired", b), (45, "introduced", a),
    ])
    let lawful = [
      try note(15, a, b), try note(21, a, b), try note(25, b), try note(41, b, c), try note(60, c),
    ]
    #expect(told(events, known: [a, b, c], lawful) == [])
    // Somebody else appended between the event and its checkpoint; the reader may know only the key that ends.
    let meanwhile = [try note(23, a, b), try note(43, b, c)]
    for known in [[a], [b], [c], [a, b, c], []] { #expect(told(events, known: known, meanwhile) == []) }
    #expect(told(events, known: [a, b, c], [try note(23, a)]) == ["FAIL 0"], "alone it may not")
    #expect(told(events, known: [a, b, c], [try note(21, a), try note(23, a, b)]) == ["FAIL 1"], "nor a second time")
    #expect(
      told(events, known: [a, b, c], [try note(50, a, b)]) == ["FAIL 0", "FAIL 0"], "nor both when both have ended")
    // A key that came after the end is no witness of it, unless the reader has it from elsewhere.
    #expect(told(events, known: [a], [try note(35, a, c)]) == ["FAIL 0"])
    #expect(told(events, known: [a, c], [try note(35, a, c)]) == [])
  }

  @Test func `that others have signed its last over its end alone; the first over more is anybody's`() throws {
    let a = try key(1)
    let events = try events([(20, "compromised", a)])
    #expect(told(events, known: [a], [try note(20, a), try note(21, a)]) == [])
    #expect(told(events, known: [a], [try note(21, a), try note(22, a)]) == ["FAIL 1"])
    #expect(told(events, known: [a], [try note(22, a)]) == ["UNKNOWN 0"])
    #expect(told(events, known: [a], [try note(22, a), try note(23, a)]) == ["UNKNOWN 0", "FAIL 1"])
  }

  @Test func `signs no bundle, and comes into every selection`() throws {
    let sample = try sample.get()
    #expect(try BundleSelection.complete([20], in: sample.ledger, size: 600).suffix(4) == [455, 456, 457, 458])
    let folder = sample.home.appendingPathComponent("ended-\(UUID().uuidString)")
    try FileManager.default.copyItem(atPath: sample.ledger.folder.path, toPath: folder.path)
    defer { try? FileManager.default.removeItem(at: folder) }
    let ledger = try Ledger.open(at: LedgerFolder(folder.path), .writing)
    var order = BundleOrder(reader: [])
    order.positions = [7]
    let target = folder.path + "/bundle"
    #expect(try BundleWriter.write(order, of: ledger, to: target).isSealed)
    // The key that was retired is put back, as from a backup, and the one that signs taken away.
    let secret = BundleSample.retired.secretText + "\n"
    try Data(secret.utf8).write(to: URL(fileURLWithPath: ledger.keys.signerPath))
    try ledger.keys.introduce(BundleSample.retired.verifier)
    #expect(try BundleWriter.write(order, of: ledger, to: target + "-2").isSealed == false)
  }

  @Test func `of a frozen log that a thief goes on with is found out by the audit`() throws {
    let sample = try LedgerSample.shared.get()
    let copy = try LedgerCopy(sample)
    let ledger = try Ledger.open(at: copy.folder, .writing)
    let thief = try ledger.keys.signers(for: LedgerSample.origin)[0]
    try LedgerSample.append(to: ledger, 300..<301, key: thief.verifier)
    let last = try #require(try ledger.lastCheckpoint(of: thief.verifier, .compromised))
    try ledger.keys.freeze()
    #expect(try copy.audit().verdict == .withheld)
    try LedgerSample.append(to: ledger, 301..<303)
    #expect(throws: LedgerError.self) { try ledger.checkpoint() }
    let tree = try ledger.tree()
    let forged = try Checkpoint(origin: LedgerSample.origin, size: 303, root: tree.root).sign(with: [thief])
    try ledger.log.keep(checkpoint: forged.bytes, size: 303)
    let found = try copy.audit().findings.filter { $0.verdict == .fail }
    #expect(found.map { "\($0.check) \($0.location)" } == ["keys checkpoint 303"])
    #expect(try Checkpoint(text: last.text).size == 301)
  }
}
