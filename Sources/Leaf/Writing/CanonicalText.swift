/// Texts and numbers as RFC 8785 writes them.
enum CanonicalText {
  /// Appends a text in quotation marks.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(0x22)
    text.withUTF8 { unsafe append(content: $0, to: &bytes) }
    bytes.append(0x22)
  }

  /// Appends the bytes of a text, escaping those that need it.
  static func append(content: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var start = 0
    for index in content.indices {
      let byte = unsafe content[index]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      unsafe bytes.append(contentsOf: content[start..<index])
      start = index + 1
      let escape = Escape(byte)
      for offset in 0..<escape.count { bytes.append(escape.bytes[offset]) }
    }
    unsafe bytes.append(contentsOf: content[start...])
  }

  /// Appends a whole number.
  static func append(_ number: Int64, to bytes: inout [UInt8]) {
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var start = 20
    var rest = number.magnitude
    repeat {
      start -= 1
      digits[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if number < 0 { bytes.append(0x2D) }
    for index in start..<20 { bytes.append(digits[index]) }
  }

  /// The escape of one byte: two or six bytes.
  struct Escape {
    var bytes: InlineArray<6, UInt8> = [0x5C, 0x75, 0x30, 0x30, 0, 0]
    var count = 6

    /// The escape of a quotation mark, a backslash or a control character.
    init(_ byte: UInt8) {
      switch byte {
      case 0x22, 0x5C: short(byte)
      case 0x08: short(0x62)
      case 0x09: short(0x74)
      case 0x0A: short(0x6E)
      case 0x0C: short(0x66)
      case 0x0D: short(0x72)
      default:
        bytes[4] = 0x30 + byte >> 4
        bytes[5] = byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15
      }
    }

    private mutating func short(_ sign: UInt8) {
      bytes[1] = sign
      count = 2
    }
  }
}
