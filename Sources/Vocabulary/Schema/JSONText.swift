/// A JSON text for people and for schemas: members keep the order in which they were given.
///
/// Not for hashed bytes; those are written by Leaf.
public indirect enum JSONText: Sendable {
  case null
  case string(String)
  case integer(Int64)
  case boolean(Bool)
  case array([JSONText])
  case object([(String, JSONText)])

  /// The text: objects and arrays that fit on a line stay on it, others are indented by two spaces.
  public var pretty: String {
    var bytes: [UInt8] = []
    write(into: &bytes, indent: 0, prefix: 0)
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  /// The text as one item of an array that is a member of the outermost object, for those who write a long one piece by piece.
  public var prettyItem: [UInt8] {
    var bytes: [UInt8] = Array("    ".utf8)
    write(into: &bytes, indent: 2, prefix: 2)
    return bytes
  }

  /// The text on one line.
  public var line: String {
    var bytes: [UInt8] = []
    writeLine(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How wide a text may be that stays on its line.
  private static let width = 110

  private func write(into bytes: inout [UInt8], indent: Int, prefix: Int) {
    // What does not fit on the line is written anew in pieces.
    let start = bytes.count
    if indent > 0 || !isObject, writeLine(into: &bytes, upTo: start + Self.width - indent - prefix) { return }
    bytes.removeSubrange(start...)
    switch self {
    case .array(let items):
      bytes += "[\n".utf8
      for (index, item) in items.enumerated() {
        Self.margin(indent + 1, into: &bytes)
        item.write(into: &bytes, indent: indent + 1, prefix: indent * 2)
        bytes += (index + 1 < items.count ? ",\n" : "\n").utf8
      }
      Self.margin(indent, into: &bytes)
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes += "{\n".utf8
      for (index, member) in members.enumerated() {
        Self.margin(indent + 1, into: &bytes)
        let key = bytes.count
        Self.quote(member.0, into: &bytes)
        bytes += ": ".utf8
        member.1.write(into: &bytes, indent: indent + 1, prefix: indent * 2 + bytes.count - key)
        bytes += (index + 1 < members.count ? ",\n" : "\n").utf8
      }
      Self.margin(indent, into: &bytes)
      bytes.append(UInt8(ascii: "}"))
    case .null, .string, .integer, .boolean: writeLine(into: &bytes)
    }
  }

  private var isObject: Bool { if case .object = self { true } else { false } }

  /// Puts the text on one line behind others; whether they then take no more bytes than the limit. Ends early when not.
  @discardableResult
  public func writeLine(into bytes: inout [UInt8], upTo limit: Int = .max) -> Bool {
    switch self {
    case .null: bytes += "null".utf8
    case .string(let string): Self.quote(string, into: &bytes)
    case .integer(let number): bytes += String(number).utf8
    case .boolean(let truth): bytes += (truth ? "true" : "false").utf8
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes += ", ".utf8 }
        guard item.writeLine(into: &bytes, upTo: limit) else { return false }
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes += ", ".utf8 }
        Self.quote(member.0, into: &bytes)
        bytes += ": ".utf8
        guard member.1.writeLine(into: &bytes, upTo: limit) else { return false }
      }
      bytes.append(UInt8(ascii: "}"))
    }
    return bytes.count <= limit
  }

  private static func margin(_ indent: Int, into bytes: inout [UInt8]) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
  }

  private static func quote(_ string: String, into bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in string.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x09: bytes += [0x5C, 0x74]
      case 0..<0x20: bytes += Array("\\u00".utf8) + [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
