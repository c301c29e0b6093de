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
  /// Where keys are moved while they are sorted; kept for the next run.
  private var spare: [SortedKey] = []
  private var runs: [KeyRun] = []

  /// - Parameters:
  ///   - path: where a run may be written; it is nameless as soon as it is opened.
  ///   - limit: how many keys may be in memory, but for those that are added between two calls of ``spill()``.
  init(_ path: String, limit: Int = KeySorter.limit) {
    self.path = path
    self.limit = limit
  }

  /// Adds a key that is a number; of equal keys the one with the smaller row is added first.
  mutating func add(_ number: UInt64, row: Int64) { keys.append(SortedKey(number: number, row: row)) }

  /// Adds a key that is a small number and a text; of equal keys the one with the smaller row is added first.
  @unsafe
  mutating func add(_ number: UInt8, _ text: UnsafeRawBufferPointer, row: Int64) {
    let key = unsafe SortedKey(number: number, text: text, start: texts.count, row: row)
    if key.isLong { unsafe texts.append(contentsOf: text) }
    keys.append(key)
  }

  /// Sorts what is in memory and puts it into a file, when it is enough.
  mutating func spill() throws {
    guard keys.count >= limit || texts.count > KeySorter.textLimit else { return }
    sort()
    runs.append(try KeyRun(writing: keys, texts, to: path))
    keys.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }

  /// Everything that was added, as sorted runs; the sorter is empty afterwards.
  mutating func finish() -> [KeyRun] {
    sort()
    defer { (keys, texts, spare, runs) = ([], [], [], []) }
    return keys.isEmpty ? runs : runs + [KeyRun(keys, texts)]
  }

  private mutating func sort() {
    if spare.count < keys.count {
      spare = [SortedKey](repeating: SortedKey(number: 0, row: 0), count: max(keys.count, min(limit, keys.capacity)))
    }
    let texts = texts
    // Out of the sorter while they are sorted, since both are changed at once.
    var (keys, spare): ([SortedKey], [SortedKey]) = ([], [])
    swap(&keys, &self.keys)
    swap(&spare, &self.spare)
    unsafe keys.withUnsafeMutableBufferPointer { keys in
      unsafe spare.withUnsafeMutableBufferPointer { spare in
        unsafe KeyOrder(spare: spare, texts: texts).sort(keys)
      }
    }
    swap(&keys, &self.keys)
    swap(&spare, &self.spare)
  }
}
