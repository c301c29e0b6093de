import Foundation
import Leaf
import Ledger
import SQLiteLog
import TransparencyLog
import Vocabulary

/// A small ledger with everything an audit looks at, made once for all ways of falsifying it.
///
/// 300 events, signed at 100, 103, 280 and 300. Event 7 names an original; 12 hides a value that event 30 redacted, 13 one
/// that can be opened; event 101 brings in a second key and event 102 retires the first, which signed last at 103; event
/// 110 brings in a third, and event 111 says that others have it.
final class LedgerSample: Sendable {
  static let shared = Result { try LedgerSample() }
  static let origin = "example.org/falsified"
  static let original = [UInt8]("what was seen".utf8)
  static let hidden = ["redacted", "kept"].enumerated().map { index, name in
    try! Disclosure(
      salt: [UInt8](repeating: UInt8(index + 1), count: 16), name: name, value: .string("secret \(index)"))
  }

  let home: URL
  /// The key that event 102 retires, as a thief has it, and the one that signs now.
  let retired: SignerKey
  let present: SignerKey
  /// The key that event 111 says is in other hands.
  static let stolen = try! SignerKey(name: origin, seed: [UInt8](repeating: 0x22, count: 32))
  /// The signed notes by size.
  let notes: [UInt64: [UInt8]]
  var folder: LedgerFolder { LedgerFolder(home.appendingPathComponent("ledger").path) }

  init() throws {
    home = FileManager.default.temporaryDirectory.appendingPathComponent("ledgers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let ledger = try Ledger.create(
      at: LedgerFolder(home.appendingPathComponent("ledger").path), origin: LedgerSample.origin)
    let file = home.appendingPathComponent("original.bin")
    try Data(LedgerSample.original).write(to: file)
    _ = try ledger.evidence.add(file.path)
    retired = try ledger.keys.signers(for: LedgerSample.origin)[0]
    var notes: [UInt64: [UInt8]] = [:]
    try LedgerSample.append(to: ledger, 0..<100)
    notes[100] = try ledger.checkpoint().bytes
    try ledger.keys.introduce(LedgerSample.stolen.verifier)
    let next = try ledger.keys.successor(origin: LedgerSample.origin)
    try LedgerSample.append(to: ledger, 100..<102, key: next)
    try ledger.keys.introduce(next)
    try LedgerSample.append(to: ledger, 102..<103, key: retired.verifier)
    notes[103] = try ledger.lastCheckpoint(of: retired.verifier, .retired)?.bytes
    try ledger.keys.drop(id: KeyID.text(retired.verifier), origin: LedgerSample.origin)
    present = try ledger.keys.signers(for: LedgerSample.origin)[0]
    for (start, end) in [(103, 280), (280, 300)] {
      try LedgerSample.append(to: ledger, start..<end)
      notes[UInt64(end)] = try ledger.checkpoint().bytes
    }
    self.notes = notes
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  static func append(to ledger: Ledger, _ positions: Range<Int>, by: String = "test", key: VerifierKey? = nil) throws {
    try ledger.log.append(.few) { transaction throws(LedgerError) in
      for position in positions {
        let bytes = try leaf(position, by, key, in: transaction)
        _ = try unsafe bytes.span.bytes.withUnsafeBytes { raw throws(LedgerError) in
          try unsafe transaction.append(id: EventID(high: 3, low: UInt64(position)), leaf: raw)
        }
        if position == 13 {
          try transaction.keep(
            ledger.disclosures.seal(Array(hidden[1].text.utf8), subject: "somebody", position: UInt64(position)))
        }
      }
    }
  }

  private static func leaf(
    _ position: Int, _ by: String, _ key: VerifierKey?, in transaction: any AppendTransaction
  ) throws(LedgerError) -> [UInt8] {
    var members: [Value.Member] = [
      .init("v", 1), .init("id", .string(EventID(high: 3, low: UInt64(position)).description)),
      .init("at", "2026-11-24T08:00:00Z"), .init("by", .string(by)),
    ]
    if position > 0 {
      let hash = try transaction.leafHash(at: UInt64(position - 1))
      members.append(
        .init("refs", .array([["leaf": .string(hash.hex), "rel": "cites", "seq": .integer(Int64(position - 1))]])))
    }
    var kind = "claim.presence"
    switch position {
    case 7:
      kind = "custody"
      members.append(.init("payload", ["act": "capture", "evidence": .string(Digest.sha256(original).hex)]))
    case 12, 13: members.append(.init("_sd", .array([.string(hidden[position - 12].digest)])))
    case 30:
      kind = "redact"
      members.append(
        .init(
          "payload", ["digests": .array([.string(hidden[0].digest)]), "reason": "asked for it", "authority": "office"]))
    case 101, 102, 110, 111, 300:
      kind = "policy"
      let key = key ?? stolen.verifier
      let state = [102: "retired", 111: "compromised", 300: "compromised"][position] ?? "introduced"
      members.append(
        .init(
          "payload",
          [
            "subject": "key", "key": .string(KeyID.text(key)),
            "settings": ["state": .string(state), "vkey": .string(key.description)],
          ]))
    default: break
    }
    members.append(.init("kind", .string(kind)))
    return Value.object(members).encode()
  }
}
