internal import Glibc

/// One entry of an index on its way to its place: a number and a text, then the id of the row.
struct SortedKey {
  /// How many bytes of the text stand in the prefix.
  static let inPrefix = 7

  /// A number in the first byte with the beginning of the text behind it, filled with zeros; or a number alone.
  var prefix: UInt64
  var row: Int64
  /// Where the text lies; meant only when it is longer than what the prefix holds.
  var start: UInt32
  /// How long the text is.
  var length: UInt32

  /// Whether the text lies elsewhere.
  var isLong: Bool { length > UInt32(SortedKey.inPrefix) }

  /// Where a long text lies.
  var long: Range<Int> { Int(start)..<Int(start) + Int(length) }

  /// A key that is a number alone.
  init(number: UInt64, row: Int64) { (prefix, self.row, start, length) = (number, row, 0, 0) }

  /// A key with a number and a text, whose long form lies at `start`.
  init(number: UInt8, text: UnsafeRawBufferPointer, start: Int, row: Int64) {
    var prefix: UInt64 = 0
    for place in 0..<min(text.count, SortedKey.inPrefix) {
      prefix |= unsafe UInt64(text[place]) << UInt64(48 - 8 * place)
    }
    self.prefix = UInt64(number) << 56 | prefix
    self.row = row
    self.start = UInt32(truncatingIfNeeded: start)
    length = UInt32(truncatingIfNeeded: text.count)
  }

  /// Whether a key comes before another one, in the order of SQLite: number, bytes of the text, shorter before longer, row.
  static func areInOrder(
    _ left: SortedKey, _ leftTexts: borrowing [UInt8], _ right: SortedKey, _ rightTexts: borrowing [UInt8]
  ) -> Bool {
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    if left.isLong, right.isLong {
      let common = Int(min(left.length, right.length))
      let order = unsafe leftTexts.withUnsafeBytes { leftBytes in
        unsafe rightTexts.withUnsafeBytes { rightBytes in
          guard let one = leftBytes.baseAddress, let other = rightBytes.baseAddress else { return Int32(0) }
          return unsafe memcmp(one + Int(left.start), other + Int(right.start), common)
        }
      }
      if order != 0 { return order < 0 }
    }
    if left.length != right.length { return left.length < right.length }
    return left.row < right.row
  }
}
