internal import Ledger
internal import Vocabulary

/// Remembers ids in constant memory (8 MiB): it never forgets one, and seldom takes a new one for known.
///
/// A blocked Bloom filter: four bits in one cache line for each id. At a million ids one new id in several thousand looks known; then the
/// log is asked, which costs a pause of the bulk append and no more.
@safe
final class IDFilter {
  private static let lines = 1 << 17
  private let words = UnsafeMutablePointer<UInt64>.allocate(capacity: IDFilter.lines * 8)

  init() { unsafe words.initialize(repeating: 0, count: IDFilter.lines * 8) }

  deinit { unsafe words.deallocate() }

  /// Remembers an id.
  func insert(_ id: EventID) {
    var (line, bits) = IDFilter.place(id)
    for _ in 0..<4 {
      let bit = Int(bits & 511)
      unsafe words[line + bit >> 6] |= 1 << UInt64(bit & 63)
      bits >>= 9
    }
  }

  /// Whether the id may have been inserted; `false` is certain.
  func mayContain(_ id: EventID) -> Bool {
    var (line, bits) = IDFilter.place(id)
    for _ in 0..<4 {
      let bit = Int(bits & 511)
      if unsafe words[line + bit >> 6] & 1 << UInt64(bit & 63) == 0 { return false }
      bits >>= 9
    }
    return true
  }

  /// The first word of the id's line, and 36 bits that choose inside it.
  private static func place(_ id: EventID) -> (line: Int, bits: UInt64) {
    var mixed = id.low ^ (id.high &* 0x9e37_79b9_7f4a_7c15)
    mixed = (mixed ^ mixed >> 32) &* 0xd6e8_feb8_6659_fd93
    mixed = (mixed ^ mixed >> 32) &* 0xd6e8_feb8_6659_fd93
    mixed ^= mixed >> 32
    return (Int(mixed >> 47) << 3, mixed & 0x7fff_ffff_ffff)
  }
}
