/// Sorts keys by eight bytes at a time: first by their prefixes, then, where these are equal, by the text behind.
///
/// Equal keys keep their order, so they stand by their rows if they stood so before.
@safe
struct KeyOrder {
  /// Fewer keys than this are compared with each other.
  private static let few = 64

  /// As much room as the keys take.
  private let spare: UnsafeMutableBufferPointer<SortedKey>
  private let texts: [UInt8]

  @unsafe
  init(spare: UnsafeMutableBufferPointer<SortedKey>, texts: [UInt8]) {
    unsafe self.spare = spare
    self.texts = texts
  }

  /// Sorts keys whose texts are the same up to a place; behind it their prefixes are what is sorted by.
  @unsafe
  func sort(_ keys: UnsafeMutableBufferPointer<SortedKey>, upTo place: Int = SortedKey.inPrefix) {
    guard keys.count >= KeyOrder.few else { return unsafe compare(keys) }
    unsafe sortByPrefix(keys)
    var start = 0
    while start < keys.count {
      let first = unsafe keys[start]
      var end = start + 1
      var (isSame, isLonger) = (true, Int(first.length) > place)
      while end < keys.count, unsafe keys[end].prefix == first.prefix {
        let length = unsafe keys[end].length
        if length != first.length { isSame = false }
        if Int(length) <= place { isLonger = false }
        end += 1
      }
      if end - start > 1, isLonger || !isSame {
        let equal = unsafe UnsafeMutableBufferPointer(rebasing: keys[start..<end])
        if isLonger, equal.count >= KeyOrder.few {
          unsafe sort(equal, behind: place)
        } else {
          unsafe compare(equal)
        }
      }
      start = end
    }
  }

  /// Sorts keys one against the other.
  private func compare(_ keys: UnsafeMutableBufferPointer<SortedKey>) {
    var keys = unsafe keys
    unsafe keys.sort { SortedKey.areInOrder($0, texts, $1, texts) }
  }

  /// Sorts keys with the same prefix by the next eight bytes of their texts, which stand in its place meanwhile.
  private func sort(_ keys: UnsafeMutableBufferPointer<SortedKey>, behind place: Int) {
    let prefix = unsafe keys[0].prefix
    for index in keys.indices {
      let start = unsafe Int(keys[index].start) + place
      let end = unsafe min(start + 8, keys[index].long.upperBound)
      unsafe keys[index].prefix = 0
      for byte in start..<end { unsafe keys[index].prefix |= UInt64(texts[byte]) << UInt64(56 - 8 * (byte - start)) }
    }
    unsafe sort(keys, upTo: place + 8)
    for index in keys.indices { unsafe keys[index].prefix = prefix }
  }

  /// Sorts by the prefix alone, byte by byte from the last.
  private func sortByPrefix(_ keys: UnsafeMutableBufferPointer<SortedKey>) {
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
    if unsafe from.baseAddress != keys.baseAddress {
      unsafe _ = keys.update(from: UnsafeMutableBufferPointer(rebasing: from[..<count]))
    }
  }
}
