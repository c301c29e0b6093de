/// Decimal numbers as the C2SP formats write them: ASCII digits, no sign, no leading zero.
enum Decimal {
  /// The number, or `nil` for any other spelling and for 2^64 and above.
  static func read(_ text: ArraySlice<UInt8>) -> UInt64? {
    guard let first = text.first, first != UInt8(ascii: "0") || text.count == 1 else { return nil }
    var value: UInt64 = 0
    for character in text {
      guard (0x30...0x39).contains(character) else { return nil }
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(UInt64(character - 0x30))
      guard !overflow, !carry else { return nil }
      value = sum
    }
    return value
  }
}
