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
    var text = ""
    write(into: &text, indent: 0, prefix: 0)
    return text + "\n"
  }

  /// The text on one line.
  public var line: String {
    switch self {
    case .null: "null"
    case .string(let string): Self.quoted(string)
    case .integer(let number): String(number)
    case .boolean(let truth): truth ? "true" : "false"
    case .array(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.0)): \($0.1.line)" }.joined(separator: ", ") + "}"
    }
  }

  private func write(into text: inout String, indent: Int, prefix: Int) {
    let short = line
    let margin = String(repeating: "  ", count: indent + 1)
    switch self {
    case .array(let items) where indent + prefix + short.utf8.count > 110:
      text += "[\n"
      for (index, item) in items.enumerated() {
        text += margin
        item.write(into: &text, indent: indent + 1, prefix: indent * 2)
        text += index + 1 < items.count ? ",\n" : "\n"
      }
      text += margin.dropLast(2) + "]"
    case .object(let members) where indent == 0 || indent + prefix + short.utf8.count > 110:
      text += "{\n"
      for (index, member) in members.enumerated() {
        let key = Self.quoted(member.0) + ": "
        text += margin + key
        member.1.write(into: &text, indent: indent + 1, prefix: indent * 2 + key.utf8.count)
        text += index + 1 < members.count ? ",\n" : "\n"
      }
      text += margin.dropLast(2) + "}"
    default: text += short
    }
  }

  private static func quoted(_ string: String) -> String {
    var bytes: [UInt8] = [0x22]
    for byte in string.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x09: bytes += [0x5C, 0x74]
      case 0..<0x20: bytes += Array("\\u00".utf8) + [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes + [0x22], as: UTF8.self)
  }
}
