extension Value {
  /// The canonical bytes (RFC 8785).
  public func encode() -> [UInt8] {
    var bytes: [UInt8] = []
    encode(into: &bytes)
    return bytes
  }

  /// Appends the canonical bytes (RFC 8785).
  public func encode(into bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let flag): bytes += flag ? "true".utf8 : "false".utf8
    case .integer(let number): CanonicalText.append(number, to: &bytes)
    case .string(let text): CanonicalText.append(text, to: &bytes)
    case .array(let values):
      bytes.append(0x5B)
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(0x2C) }
        value.encode(into: &bytes)
      }
      bytes.append(0x5D)
    case .object(let members):
      bytes.append(0x7B)
      for (index, member) in members.sorted(by: Value.isBefore).enumerated() {
        if index > 0 { bytes.append(0x2C) }
        CanonicalText.append(member.key, to: &bytes)
        bytes.append(0x3A)
        member.value.encode(into: &bytes)
      }
      bytes.append(0x7D)
    }
  }

  /// The order of RFC 8785 section 3.2.3: by UTF-16 code units, which for keys of the profile is that of their bytes.
  private static func isBefore(_ left: Member, _ right: Member) -> Bool {
    left.key.utf16.lexicographicallyPrecedes(right.key.utf16)
  }
}
