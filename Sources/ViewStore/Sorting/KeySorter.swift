/// Collects the entries of an index and sorts them; what exceeds its memory goes to files without names, run by run.
///
/// SQLite sorts rows while it makes an index as well, at five times the cost: it compares whole records.
struct KeySorter {
  /// How many keys are sorted in memory: nine megabytes, and as much for sorting.
  static let limit = 3 << 17
  /// How many bytes of long texts are kept in memory.
  private static let textLimit = 1 << 22

  private let limit: Int
  private let path: String
  private var keys: [SortedKey] = []
  private var texts: [UInt8] = []
  private var runs: [KeyRun] = []

  /// - Parameters:
  ///   - path: where a run may be written; it is nameless as soon as it is opened.
  ///   - limit: how many keys may be in memory.
  init(_ path: String, limit: Int = KeySorter.limit) {
    self.path = path
    self.limit = limit
  }

  /// Adds a key that is a number; of equal keys the one with the smaller row is added first.
  mutating func add(_ number: UInt64, row: Int64) throws {
    keys.append(SortedKey(number: number, row: row))
    if keys.count == limit { try spill() }
  }

  /// Adds a key that is a small number and a text.
  @unsafe
  mutating func add(_ number: UInt8, _ text: UnsafeRawBufferPointer, row: Int64) throws {
    let key = unsafe SortedKey(number: number, text: text, start: texts.count, row: row)
    if key.isLong { unsafe texts.append(contentsOf: text) }
    keys.append(key)
    if keys.count == limit || texts.count > KeySorter.textLimit { try spill() }
  }

  /// Everything that was added, as sorted runs; the sorter is empty afterwards.
  mutating func finish() -> [KeyRun] {
    sort()
    defer { (keys, texts, runs) = ([], [], []) }
    return keys.isEmpty ? runs : runs + [KeyRun(keys, texts)]
  }

  private mutating func spill() throws {
    sort()
    runs.append(try KeyRun(writing: keys, texts, to: path))
    keys.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }

  private mutating func sort() {
    guard keys.count > 1 else { return }
    var spare = keys
    unsafe keys.withUnsafeMutableBufferPointer { keys in
      unsafe spare.withUnsafeMutableBufferPointer { spare in unsafe KeySorter.sortByPrefix(keys, spare) }
    }
    sortEqualPrefixes()
  }

  /// Sorts by the prefix alone, byte by byte from the last; equal ones keep their order.
  private static func sortByPrefix(
    _ keys: UnsafeMutableBufferPointer<SortedKey>, _ spare: UnsafeMutableBufferPointer<SortedKey>
  ) {
    var (from, into) = unsafe (keys, spare)
    let count = from.count
    var counts = [Int](repeating: 0, count: 8 * 256)
    for place in 0..<count {
      let prefix = unsafe from[place].prefix
      for byte in 0..<8 { counts[byte << 8 | Int(prefix >> UInt64(8 * byte) & 0xFF)] += 1 }
    }
    for byte in 0..<8 {
      let row = byte << 8
      let isSame = unsafe counts[row | Int(from[0].prefix >> UInt64(8 * byte) & 0xFF)] == count
      if isSame { continue }
      var sum = 0
      for value in row..<row + 256 { (sum, counts[value]) = (sum + counts[value], sum) }
      for place in 0..<count {
        let key = unsafe from[place]
        let value = row | Int(key.prefix >> UInt64(8 * byte) & 0xFF)
        unsafe into[counts[value]] = key
        counts[value] += 1
      }
      unsafe (from, into) = (into, from)
    }
    if unsafe from.baseAddress != keys.baseAddress { unsafe _ = keys.update(from: from) }
  }

  /// Where prefixes are equal, looks at the texts behind them.
  private mutating func sortEqualPrefixes() {
    var start = 0
    while start < keys.count {
      var end = start + 1
      var isEqual = !keys[start].isLong
      while end < keys.count, keys[end].prefix == keys[start].prefix {
        if keys[end].length != keys[start].length { isEqual = false }
        end += 1
      }
      if !isEqual, end - start > 1 {
        let texts = texts
        keys[start..<end].sort { SortedKey.areInOrder($0, texts, $1, texts) }
      }
      start = end
    }
  }
}
