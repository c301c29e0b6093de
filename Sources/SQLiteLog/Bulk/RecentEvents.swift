internal import Ledger
internal import TransparencyLog
internal import Vocabulary

/// Where lately appended or cited events stand and what their leaf hashes are, in constant memory (6 MiB).
///
/// Each id and each position has one place; a later one with the same place takes it. What is not here is asked of the log.
final class RecentEvents {
  private static let places = 1 << 16
  private var ids = [(high: UInt64, low: UInt64, position: UInt64)](
    repeating: (0, 0, .max), count: RecentEvents.places)
  private var hashes = [(position: UInt64, hash: Digest)](
    repeating: (.max, Digest.emptyRoot), count: RecentEvents.places)

  func insert(_ id: EventID, _ position: UInt64) {
    ids[RecentEvents.place(id)] = (id.high, id.low, position)
  }

  func insert(_ position: UInt64, _ hash: Digest) {
    hashes[Int(position) & (RecentEvents.places - 1)] = (position, hash)
  }

  func position(of id: EventID) -> UInt64? {
    let found = ids[RecentEvents.place(id)]
    return found.position != .max && found.low == id.low && found.high == id.high ? found.position : nil
  }

  func hash(at position: UInt64) -> Digest? {
    let found = hashes[Int(position) & (RecentEvents.places - 1)]
    return found.position == position ? found.hash : nil
  }

  private static func place(_ id: EventID) -> Int {
    Int(((id.low ^ id.high) &* 0x9e37_79b9_7f4a_7c15) >> 48)
  }
}
