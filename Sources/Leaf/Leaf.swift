// Interim reader of the profile, replaced by the tape of this module as soon as it lands.

public enum Limits {
  public static let leafBytes = 65_535
  public static let depth = 32
  public static let keyBytes = 32
  public static let integer: Int64 = 9_007_199_254_740_991
}

public struct LeafError: Error, Equatable, Sendable {
  public enum Reason: String, Sendable {
    case syntax, duplicateKey, notCanonical, key, number, string, depth
  }
  public let reason: Reason
  public let line: Int
  public let column: Int
  public let path: String
  public let value: String
  public var message: String { "line \(line), column \(column): \(reason.rawValue)" }
}

public indirect enum Value: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case null
  case boolean(Bool)
  case integer(Int64)
  case string(String)
  case array([Value])
  case object([Member])

  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: Value
    public init(key: String, value: Value) {
      self.key = key
      self.value = value
    }
    public init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(arrayLiteral elements: Value...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, Value)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }

  public subscript(key: String) -> Value? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }
    set {
      guard case .object(var members) = self else { return }
      if let index = members.firstIndex(where: { $0.key.utf8.elementsEqual(key.utf8) }) {
        if let newValue { members[index].value = newValue } else { members.remove(at: index) }
      } else if let newValue {
        members.append(Member(key: key, value: newValue))
      }
      self = .object(members)
    }
  }

  public func encode() -> [UInt8] {
    var bytes: [UInt8] = []
    encode(into: &bytes)
    return bytes
  }

  public func encode(into bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .string(let text): Value.quote(text, into: &bytes)
    case .array(let values):
      bytes.append(0x5B)
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(0x2C) }
        value.encode(into: &bytes)
      }
      bytes.append(0x5D)
    case .object(let members):
      bytes.append(0x7B)
      for (index, member) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).enumerated() {
        if index > 0 { bytes.append(0x2C) }
        Value.quote(member.key, into: &bytes)
        bytes.append(0x3A)
        member.value.encode(into: &bytes)
      }
      bytes.append(0x7D)
    }
  }

  static func quote(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: bytes += [0x5C, 0x22]
      case 0x5C: bytes += [0x5C, 0x5C]
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0..<0x20:
        bytes += "\\u00".utf8
        bytes.append(Array("0123456789abcdef".utf8)[Int(byte >> 4)])
        bytes.append(Array("0123456789abcdef".utf8)[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}

public struct Document: Sendable {
  public enum Form: Sendable { case draft, canonical, trusted }
  public private(set) var bytes: [UInt8] = []
  private var tree: Value = .null

  public init() {}
  public init(_ bytes: [UInt8], as form: Form = .draft) throws(LeafError) { try parse(bytes, as: form) }

  public mutating func parse(_ bytes: UnsafeRawBufferPointer, as form: Form) throws(LeafError) {
    try unsafe parse([UInt8](bytes), as: form)
  }

  public mutating func parse(_ source: [UInt8], as form: Form) throws(LeafError) {
    var reader = Reader(bytes: source)
    let value = try reader.document()
    if form == .canonical, value.encode() != source { throw reader.error(.notCanonical) }
    tree = value
    bytes = source
  }

  public var root: Element { Element(value: tree) }
}

public struct Element: Sendable {
  public enum Kind: Sendable { case object, array, string, integer, boolean, null }
  public let value: Value

  public var kind: Kind {
    switch value {
    case .null: .null
    case .boolean: .boolean
    case .integer: .integer
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }
  public subscript(_ key: StaticString) -> Element? { member("\(key)") }
  public func member(_ key: String) -> Element? { value[key].map { Element(value: $0) } }
  public var string: String? { if case .string(let text) = value { text } else { nil } }
  public var integer: Int64? { if case .integer(let number) = value { number } else { nil } }
  public var boolean: Bool? { if case .boolean(let flag) = value { flag } else { nil } }
  public func equals(_ text: StaticString) -> Bool { string.map { $0.utf8.elementsEqual("\(text)".utf8) } ?? false }
  public func withUTF8<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R? {
    guard var text = string else { return nil }
    return text.withUTF8 { unsafe body($0) }
  }
  public var elements: [Element] {
    if case .array(let values) = value { values.map { Element(value: $0) } } else { [] }
  }
  public var members: [(key: String, value: Element)] {
    guard case .object(let members) = value else { return [] }
    return members.map { ($0.key, Element(value: $0.value)) }
  }
  public var count: Int {
    switch value {
    case .array(let values): values.count
    case .object(let members): members.count
    default: 0
    }
  }
}

struct Reader {
  let bytes: [UInt8]
  var at = 0
  var depth = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  func error(_ reason: LeafError.Reason) -> LeafError {
    let before = bytes[..<min(at, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    return LeafError(reason: reason, line: line, column: column, path: "", value: "")
  }

  var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  mutating func space() { while [0x20, 0x0A, 0x0D, 0x09].contains(next), at < bytes.count { at += 1 } }

  mutating func document() throws(LeafError) -> Value {
    space()
    let result = try value()
    space()
    if at != bytes.count { throw error(.syntax) }
    return result
  }

  mutating func word(_ text: String, _ value: Value) throws(LeafError) -> Value {
    guard bytes[at...].starts(with: text.utf8) else { throw error(.syntax) }
    at += text.utf8.count
    return value
  }

  mutating func value() throws(LeafError) -> Value {
    depth += 1
    defer { depth -= 1 }
    if depth > Limits.depth { throw error(.depth) }
    switch next {
    case 0x7B: return try object()
    case 0x5B: return try array()
    case 0x22: return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try integer()
    }
  }

  mutating func integer() throws(LeafError) -> Value {
    let start = at
    if next == 0x2D { at += 1 }
    while next >= 0x30, next <= 0x39 { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard let number = Int64(text), String(number) == text, abs(number) <= Limits.integer, next != 0x2E,
      next | 32 != 0x65
    else { throw error(at == start ? .syntax : .number) }
    return .integer(number)
  }

  mutating func array() throws(LeafError) -> Value {
    at += 1
    var values: [Value] = []
    space()
    if next == 0x5D {
      at += 1
      return .array([])
    }
    while true {
      space()
      values.append(try value())
      space()
      at += 1
      if bytes[at - 1..<min(at, bytes.count)].first == 0x5D { return .array(values) }
      if bytes[at - 1..<min(at, bytes.count)].first != 0x2C { throw error(.syntax) }
    }
  }

  mutating func object() throws(LeafError) -> Value {
    at += 1
    var members: [Value.Member] = []
    space()
    if next == 0x7D {
      at += 1
      return .object([])
    }
    while true {
      space()
      guard next == 0x22 else { throw error(.syntax) }
      let key = try string()
      if members.contains(where: { $0.key.utf8.elementsEqual(key.utf8) }) { throw error(.duplicateKey) }
      space()
      guard next == 0x3A else { throw error(.syntax) }
      at += 1
      space()
      members.append(Value.Member(key: key, value: try value()))
      space()
      guard at < bytes.count else { throw error(.syntax) }
      at += 1
      if bytes[at - 1] == 0x7D { return .object(members) }
      if bytes[at - 1] != 0x2C { throw error(.syntax) }
    }
  }

  mutating func string() throws(LeafError) -> String {
    at += 1
    var units: [UInt8] = []
    while at < bytes.count, bytes[at] != 0x22 {
      if bytes[at] == 0x5C {
        at += 1
        let escapes: [UInt8: UInt8] = [
          0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
        ]
        if let plain = escapes[next] {
          units.append(plain)
          at += 1
        } else if next == 0x75 {
          guard at + 5 <= bytes.count,
            let unit = UInt32(String(decoding: bytes[at + 1..<at + 5], as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(unit)
          else { throw error(.string) }
          units += String(Character(scalar)).utf8
          at += 5
        } else {
          throw error(.string)
        }
      } else {
        units.append(bytes[at])
        at += 1
      }
    }
    guard at < bytes.count, let text = String(validating: units, as: UTF8.self) else { throw error(.string) }
    at += 1
    return text
  }
}

public struct Writer: Sendable {
  public var bytes: [UInt8] = []
  private var needsComma = false
  public init() {}
  public mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }
  private mutating func comma() { if needsComma { bytes.append(0x2C) } }
  public mutating func beginObject() {
    comma()
    bytes.append(0x7B)
    needsComma = false
  }
  public mutating func endObject() {
    bytes.append(0x7D)
    needsComma = true
  }
  public mutating func beginArray() {
    comma()
    bytes.append(0x5B)
    needsComma = false
  }
  public mutating func endArray() {
    bytes.append(0x5D)
    needsComma = true
  }
  public mutating func key(_ key: StaticString) {
    comma()
    Value.quote("\(key)", into: &bytes)
    bytes.append(0x3A)
    needsComma = false
  }
  public mutating func string(_ text: String) {
    comma()
    Value.quote(text, into: &bytes)
    needsComma = true
  }
  public mutating func integer(_ number: Int64) {
    comma()
    bytes += String(number).utf8
    needsComma = true
  }
  public mutating func boolean(_ flag: Bool) {
    comma()
    bytes += (flag ? "true" : "false").utf8
    needsComma = true
  }
}
