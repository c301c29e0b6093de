/// Tells, in one reading of a table, which keys may stand in it twice; its memory hardly grows with the table.
///
/// A Bloom filter of sixteen bits for each row that is expected, at most 16 MiB. A key that it takes for known is remembered:
/// those that do stand twice, and of the others fewer than one in a thousand; more only beyond eight million rows.
struct KeySieve {
  private static let mostBits: UInt64 = 1 << 27

  private var words: [UInt64]
  private let mask: UInt64
  /// The keys that may stand twice.
  private(set) var suspects: Set<UInt64> = []

  /// - Parameter rows: how many are expected.
  init(rows: UInt64) {
    var bits: UInt64 = 1 << 14
    while bits < KeySieve.mostBits, bits / 16 < rows { bits *= 2 }
    mask = bits - 1
    words = [UInt64](repeating: 0, count: Int(bits / 64))
  }

  /// Adds the key of the next row.
  mutating func add(_ key: RowHash) {
    var isKnown = true
    for place in [key.high, key.high >> 32, key.low, key.low >> 32] {
      let (word, bit) = (Int((place & mask) / 64), UInt64(1) << (place & 63))
      if words[word] & bit == 0 { isKnown = false }
      words[word] |= bit
    }
    if isKnown { suspects.insert(key.high) }
  }
}
