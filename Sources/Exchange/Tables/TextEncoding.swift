/// The character encoding of a table.
package enum TextEncoding: String, Equatable, Sendable, CaseIterable {
  case utf8
  /// ISO 8859-1: each byte is the character with its number.
  case latin1
  /// Windows-1252 as browsers read it (WHATWG Encoding), in which every byte has a character.
  case windows1252 = "windows-1252"

  /// What Windows-1252 has at 80 to 9F; elsewhere it is ISO 8859-1.
  private static let windows: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  /// The character of a byte from 80 on.
  private func character(_ byte: UInt8) -> UInt16 {
    self == .windows1252 && byte < 0xA0 ? Self.windows[Int(byte) - 0x80] : UInt16(byte)
  }

  /// Appends the UTF-8 of bytes in this encoding.
  func decode(_ bytes: UnsafeRawBufferPointer, into text: inout [UInt8]) {
    guard self != .utf8 else { return unsafe text.append(contentsOf: bytes) }
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      if byte < 0x80 {
        text.append(byte)
      } else {
        let code = character(byte)
        if code < 0x800 {
          text += [0xC0 | UInt8(code >> 6), 0x80 | UInt8(code & 0x3F)]
        } else {
          text += [0xE0 | UInt8(code >> 12), 0x80 | UInt8(code >> 6 & 0x3F), 0x80 | UInt8(code & 0x3F)]
        }
      }
    }
  }

  /// The bytes of UTF-8 text in this encoding; `nil` when it has a character that the encoding has not.
  func encode(_ text: [UInt8]) -> [UInt8]? {
    guard self != .utf8 else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if let place = (UInt8(0x80)...0xFF).first(where: { UInt32(character($0)) == scalar.value }) {
        bytes.append(place)
      } else {
        return nil
      }
    }
    return bytes
  }
}
