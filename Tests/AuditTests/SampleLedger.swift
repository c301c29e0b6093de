import Audit
import Foundation
import Leaf
import Ledger
import SQLiteLog
import TransparencyLog
import Vocabulary

/// A ledger of 600 small events in a folder of its own, signed at 300 and at 600: two full tiles and a tail.
final class SampleLedger: FalsifiedFolder {
  static let eventCount = 600
  let folder: LedgerFolder

  init() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("audit-\(UUID().uuidString)").path
    folder = LedgerFolder(path)
    let ledger = try Ledger.create(at: folder, origin: "example.org/audit")
    try append(to: ledger, 0..<300)
    _ = try ledger.checkpoint()
    try append(to: ledger, 300..<SampleLedger.eventCount)
    _ = try ledger.checkpoint()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.path) }

  /// Appends more events of the same sort.
  func grow(_ ledger: Ledger, by count: Int) throws {
    let size = Int(try ledger.size)
    try append(to: ledger, size..<size + count)
  }

  private func append(to ledger: Ledger, _ positions: Range<Int>) throws {
    try ledger.log.append(.few) { transaction throws(LedgerError) in
      for position in positions {
        let bytes = try SampleLedger.leaf(position, in: transaction)
        let id = EventID(high: 1, low: UInt64(position))
        _ = try unsafe bytes.span.bytes.withUnsafeBytes { raw throws(LedgerError) in
          try unsafe transaction.append(id: id, leaf: raw)
        }
      }
    }
  }

  /// Event `position` refers to the one before it; event 7 names an original, event 8 claims a place.
  static func leaf(_ position: Int, in transaction: any AppendTransaction) throws(LedgerError) -> [UInt8] {
    var members: [Value.Member] = [
      Value.Member("v", 1),
      Value.Member("kind", .string([7: "custody", 8: "claim.control"][position] ?? "claim.presence")),
      Value.Member("id", .string(EventID(high: 1, low: UInt64(position)).description)),
      Value.Member("at", "2026-11-24T08:00:00Z"), Value.Member("by", "test"),
    ]
    if position > 0 {
      let hash = try transaction.leafHash(at: UInt64(position - 1))
      members.append(
        Value.Member(
          "refs", .array([["leaf": .string(hash.hex), "rel": "cites", "seq": .integer(Int64(position - 1))]])))
    }
    if position == 7 {
      members.append(Value.Member("payload", ["act": "capture", "evidence": .string(original.hex)]))
    }
    if position == 8 {
      members.append(Value.Member("payload", ["actor": "isgs", "content": "hold"]))
      members.append(Value.Member("place", ["id": "ML0701"]))
    }
    return Value.object(members).encode()
  }

  static let originalBytes = [UInt8]("what was seen".utf8)
  static let original = Digest.sha256(originalBytes)

  /// The audit of the ledger as it lies there now.
  func audit(only names: Set<String>? = nil, outside: [(name: String, note: [UInt8])] = []) throws -> AuditReport {
    let ledger = try Ledger.open(at: folder, .reading)
    return Audit(of: ledger, outside: outside, views: LiveViews(of: ledger)).run(only: names)
  }
}
