import Ledger
import SQLiteLog
import ViewStore
import Vocabulary

/// A ledger on disk that takes the events of a random log, a few at a time.
final class RandomLedger {
  let folder: LedgerFolder
  let ledger: Ledger
  /// What is appended, in order; the leaves are as a ledger would seal them but for the hashes in references.
  var random: RandomLog
  private(set) var size = 0

  init(in scratch: Scratch, events: Int, seed: UInt64) throws {
    folder = LedgerFolder(scratch.path("ledger"))
    ledger = try Ledger.create(at: folder, origin: "log.example/views")
    random = RandomLog(events, seed: seed)
  }

  var log: FollowedLedger { FollowedLedger(ledger) }

  var store: ViewStore { ViewStore(at: folder.views) }

  /// Appends the next events, as many as there are left.
  func append(_ count: Int = .max) throws {
    let entries = random.entries
    let next = size..<min(size.addingReportingOverflow(count).overflow ? .max : size + count, entries.count)
    try ledger.log.append(.few) { transaction throws(LedgerError) in
      for position in next {
        let id = EventID(high: 7, low: UInt64(position))
        let leaf = entries[position].leaf.bytes
        _ = try unsafe leaf.span.bytes.withUnsafeBytes { raw throws(LedgerError) in
          try unsafe transaction.append(id: id, leaf: raw)
        }
      }
    }
    size = next.upperBound
  }
}
