internal import Vocabulary

/// Assigns ids in the order of time: UUID version 7 (RFC 9562 section 5.7).
///
/// 48 bits of milliseconds since 1970, 12 bits that count within a millisecond, 62 random bits. Each is greater than the last, so that the index of
/// ids grows at its end; a clock that steps back does not matter.
struct EventIDs {
  private var last: UInt64 = 0

  /// The next id.
  mutating func next(milliseconds: Int64, random: UInt64) -> EventID {
    let now = UInt64(clamping: milliseconds) << 12
    last = max(now, last + 1)
    let high = (last >> 12) << 16 | 0x7000 | last & 0xfff
    return EventID(high: high, low: random & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000)
  }
}
