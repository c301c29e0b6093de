/// A JSON value that tests write as literals and that writes itself canonically (keys sorted, no white space).
enum JSON: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case null
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSON])
  case object([(String, JSON)])

  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: JSON...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }

  /// The canonical bytes (RFC 8785 for ASCII keys).
  var bytes: [UInt8] { Array(canonical.utf8) }

  private var canonical: String {
    switch self {
    case .null: "null"
    case .text(let text): JSON.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): "[" + items.map(\.canonical).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        .map { JSON.quoted($0.0) + ":" + $0.1.canonical }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// An object with what is there, leaving out what is not.
  static func some(_ members: (String, JSON?)...) -> JSON {
    .object(members.compactMap { member in member.1.map { (member.0, $0) } })
  }
}

/// Reading, for the published vectors.
extension JSON {
  /// What `JSONSerialization` read.
  init(_ any: Any) {
    switch any {
    case let text as String: self = .text(text)
    case let flag as Bool where "\(type(of: any))".contains("Bool"): self = .flag(flag)
    case let number as Int: self = .number(number)
    case let items as [Any]: self = .list(items.map(JSON.init))
    case let members as [String: Any]:
      self = .object(members.sorted { $0.key < $1.key }.map { ($0.key, JSON($0.value)) })
    default: self = .null
    }
  }

  subscript(_ key: String) -> JSON {
    guard case .object(let members) = self else { return .null }
    return members.first { $0.0 == key }?.1 ?? .null
  }

  /// The text; empty when it is none.
  var text: String { if case .text(let text) = self { text } else { "" } }

  /// The number.
  var number: Int? { if case .number(let number) = self { number } else { nil } }

  /// The items; none when it is no list.
  var items: [JSON] { if case .list(let items) = self { items } else { [] } }

  /// Whether it is there.
  var isPresent: Bool { if case .null = self { false } else { true } }
}

extension JSON: Equatable, CustomStringConvertible {
  static func == (left: JSON, right: JSON) -> Bool { left.bytes == right.bytes }

  var description: String { canonical }
}
