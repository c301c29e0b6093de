/// Writes one flat canonical object into a sink's bytes; members must come in the order of their keys.
struct BodyWriter {
  private var isEmpty = true

  /// A text; nothing when there is none.
  mutating func text(_ key: StaticString, _ value: String?, to bytes: inout [UInt8]) {
    guard let value else { return }
    begin(key, &bytes)
    BodyWriter.quote(value, &bytes)
  }

  /// A list of texts; nothing when it is empty.
  mutating func list(_ key: StaticString, _ values: [String], to bytes: inout [UInt8]) {
    guard !values.isEmpty else { return }
    begin(key, &bytes)
    var mark: UInt8 = 0x5B
    for value in values {
      bytes.append(mark)
      BodyWriter.quote(value, &bytes)
      mark = 0x2C
    }
    bytes.append(0x5D)
  }

  /// `true`; nothing when it is false.
  mutating func flag(_ key: StaticString, _ value: Bool, to bytes: inout [UInt8]) {
    guard value else { return }
    begin(key, &bytes)
    bytes.append(contentsOf: "true".utf8)
  }

  /// Ends the object.
  func end(_ bytes: inout [UInt8]) {
    if isEmpty { bytes.append(0x7B) }
    bytes.append(0x7D)
  }

  /// Writes the key and what stands before it.
  mutating func begin(_ key: StaticString, _ bytes: inout [UInt8]) {
    bytes.append(isEmpty ? 0x7B : 0x2C)
    isEmpty = false
    bytes.append(0x22)
    key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  /// A string as RFC 8785 writes it.
  private static func quote(_ text: String, _ bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0x08: bytes.append(contentsOf: [0x5C, 0x62])
      case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
      case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
      case 0x0C: bytes.append(contentsOf: [0x5C, 0x66])
      case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(0x30 + (byte >> 4))
        bytes.append(byte & 15 < 10 ? 0x30 + (byte & 15) : 0x57 + (byte & 15))
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
