/// Reading fixed-width numbers and single signs from the UTF-8 of a date, without allocation.
enum DateDigits {
  /// Takes one sign when it comes next.
  static func skip(_ sign: UInt8, in bytes: Span<UInt8>, at position: inout Int) -> Bool {
    guard position < bytes.count, bytes[position] == sign else { return false }
    position += 1
    return true
  }

  /// Takes a number of exactly `width` digits, or nothing.
  static func number(_ width: Int, in bytes: Span<UInt8>, at position: inout Int) -> Int? {
    guard position + width <= bytes.count else { return nil }
    var value = 0
    for offset in position..<position + width {
      guard (0x30...0x39).contains(bytes[offset]) else { return nil }
      value = value * 10 + Int(bytes[offset] - 0x30)
    }
    position += width
    return value
  }

  /// The last digits of a number, padded with zeros.
  static func padded(_ number: Int, _ width: Int) -> [UInt8] {
    var rest = number
    var bytes = [UInt8](repeating: 0x30, count: width)
    for place in bytes.indices.reversed() {
      bytes[place] = 0x30 + UInt8(rest % 10)
      rest /= 10
    }
    return bytes
  }
}
