import Audit
import Foundation
import Leaf
import Ledger
import SQLiteLog
import Schemas
import TransparencyLog
import Vocabulary

/// A small ledger with everything a bundle can hold, and its full and selected bundles, made once for all ways of
/// falsifying them.
///
/// 600 events, signed at 300, 450 and 600. Event 7 names an original; event 12 hides three values, one shown, one
/// withheld, one destroyed by event 400; event 20 refers to 12. Events 455 and 457 bring in keys; 456 retires the first, and
/// 458 says that others have the second.
final class BundleSample: Sendable {
  static let shared = Result { try BundleSample() }
  static let original = [UInt8]("what was seen".utf8)
  static let hidden = ["collector", "exact_place", "source_name"].enumerated().map { index, name in
    try! Disclosure(
      salt: [UInt8](repeating: UInt8(index + 1), count: 16), name: name, value: .string("secret \(index)"))
  }

  /// The key that event 456 retires, as a thief has it, and the one that event 458 says is in other hands.
  static let retired = try! SignerKey(name: "example.org/bundle", seed: [UInt8](repeating: 0x21, count: 32))
  static let stolen = try! SignerKey(name: "example.org/bundle", seed: [UInt8](repeating: 0x22, count: 32))

  let home: URL
  let ledger: Ledger
  /// The public key of the log, as its reader has it, and all that it ever had.
  let key: VerifierKey
  var keys: [VerifierKey] { [key, BundleSample.retired.verifier, BundleSample.stolen.verifier] }
  var full: URL { home.appendingPathComponent("full") }
  var selected: URL { home.appendingPathComponent("selected") }
  /// The signed checkpoints by size.
  let notes: [UInt64: [UInt8]]

  init() throws {
    home = FileManager.default.temporaryDirectory.appendingPathComponent("bundles-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    ledger = try Ledger.create(
      at: LedgerFolder(home.appendingPathComponent("ledger").path), origin: "example.org/bundle")
    key = try ledger.keys.verifier()
    let file = home.appendingPathComponent("original.bin")
    try Data(Self.original).write(to: file)
    _ = try ledger.evidence.add(file.path)
    var notes: [UInt64: [UInt8]] = [:]
    for end in [300, 450, 600] {
      try Self.append(to: ledger, (end == 300 ? 0 : end - 150)..<end)
      notes[UInt64(end)] = try ledger.checkpoint().bytes
    }
    self.notes = notes
    try ledger.log.keep(token: Self.token(over: notes[450] ?? []), of: 2)
    var order = BundleOrder(reader: BundleReader.verifyPy)
    order.proofs = [7, 12, 599]
    order.disclosures = [12: [Self.hidden[0].text]]
    order.tables = [
      .init(file: "control.csv", question: "view control") { write in
        for line in ["key,status\r\n", "ML07,claimed\r\n"] { try write(Array(line.utf8)) }
        return 1
      }
    ]
    _ = try BundleWriter.write(order, of: ledger, to: full.path)
    order.tables = []
    order.positions = try BundleSelection.complete([20], in: ledger, size: 600)
    order.selection = "--event #20"
    _ = try BundleWriter.write(order, of: ledger, to: selected.path)
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  /// What stands for a timestamp: bytes that hold the digest of a note. Its signature is not looked at here.
  static func token(over note: [UInt8]) -> [UInt8] { [0x30, 0x22] + Digest.sha256(note).bytes + [0x05, 0x00] }

  static func append(to ledger: Ledger, _ positions: Range<Int>) throws {
    try ledger.log.append(.few) { transaction throws(LedgerError) in
      for position in positions {
        let bytes = try leaf(position, in: transaction)
        _ = try unsafe bytes.span.bytes.withUnsafeBytes { raw throws(LedgerError) in
          try unsafe transaction.append(id: EventID(high: 2, low: UInt64(position)), leaf: raw)
        }
      }
    }
  }

  private static func leaf(_ position: Int, in transaction: any AppendTransaction) throws(LedgerError) -> [UInt8] {
    var members: [Value.Member] = [
      .init("v", 1), .init("id", .string(EventID(high: 2, low: UInt64(position)).description)),
      .init("at", "2026-11-24T08:00:00Z"), .init("by", "test"),
    ]
    func reference(_ target: Int, _ word: String) throws(LedgerError) -> Value {
      let hash = try transaction.leafHash(at: UInt64(target))
      return .array([["leaf": .string(hash.hex), "rel": .string(word), "seq": .integer(Int64(target))]])
    }
    var kind = "claim.presence"
    switch position {
    case 7:
      kind = "custody"
      members.append(.init("payload", ["act": "capture", "evidence": .string(Digest.sha256(original).hex)]))
    case 12:
      members.append(.init("_sd", .array(Disclosure.digests(of: hidden).map(Value.string))))
      members.append(.init("refs", try reference(7, "cites")))
    case 20: members.append(.init("refs", try reference(12, "supports")))
    case 400:
      kind = "redact"
      members.append(
        .init(
          "payload", ["digests": .array([.string(hidden[2].digest)]), "reason": "asked for it", "authority": "office"]))
      members.append(.init("refs", try reference(12, "redacts")))
    case 455...458:
      kind = "policy"
      let key = (position < 457 ? retired : stolen).verifier
      let state = [456: "retired", 458: "compromised"][position] ?? "introduced"
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
