import Leaf
import TestSupport

/// Random values of the profile, and random ways to write them.
struct RandomValue {
  var random: SeededRandom

  init(_ seed: UInt64) { random = SeededRandom(seed) }

  /// A value, nested at most so deep.
  mutating func value(depth: Int = 4) -> Value {
    switch random.below(depth > 0 ? 9 : 5) {
    case 0: return .null
    case 1: return .boolean(random.once(in: 2))
    case 2: return .integer(number())
    case 3, 4: return .string(text())
    case 5, 6: return .array((0..<random.below(6)).map { _ in value(depth: depth - 1) })
    default: return object(depth: depth)
    }
  }

  /// An object with keys of which many begin alike, in random order.
  mutating func object(depth: Int = 4) -> Value {
    var members: [String: Value] = [:]
    for _ in 0..<(depth == 4 && random.once(in: 3) ? 90 : random.below(9)) { members[key()] = value(depth: depth - 1) }
    var ordered = members.map { Value.Member($0.key, $0.value) }.sorted { $0.key < $1.key }
    ordered.shuffle(using: &random)
    return .object(ordered)
  }

  private mutating func number() -> Int64 {
    switch random.below(4) {
    case 0: Int64(random.below(2001)) - 1000
    case 1: [0, -1, Limits.integer, -Limits.integer, 1_000_000][random.below(5)]
    default: Int64.random(in: -Limits.integer...Limits.integer, using: &random)
    }
  }

  private mutating func key() -> String {
    let first = Array("abcxyz_")
    let rest = Array("abc_0189z")
    var key = random.once(in: 2) ? "same_beginning"[...] : "\(first[random.below(first.count)])"[...]
    for _ in 0..<random.below(6) { key.append(rest[random.below(rest.count)]) }
    return String(key.prefix(Limits.keyBytes))
  }

  private mutating func text() -> String {
    var text = ""
    for _ in 0..<[0, 1, 3, 7, 8, 9, 20, 60][random.below(8)] { text.unicodeScalars.append(scalar()) }
    return text
  }

  private mutating func scalar() -> Unicode.Scalar {
    let code: UInt32 =
      switch random.below(12) {
      case 0: UInt32(random.below(0x20))
      case 1: [0x22, 0x5C, 0x2F, 0x7F][random.below(4)]
      case 2: [0xE9, 0x301, 0x644, 0x4E2D, 0xFFFF, 0x1F600, 0x10FFFF, 0x80, 0x7FF, 0x800][random.below(10)]
      case 3: UInt32.random(in: 0..<0x11_0000, using: &random)
      default: UInt32(random.below(95)) + 0x20
      }
    return Unicode.Scalar(code) ?? "?"
  }

  /// Writes the value as a person might: white space, members in another order, needless escapes.
  mutating func draft(_ value: Value) -> String {
    let body: String
    switch value {
    case .null: body = "null"
    case .boolean(let flag): body = String(flag)
    case .integer(let number): body = String(number)
    case .string(let text): body = quoted(text)
    case .array(let values):
      body = "[" + values.map { draft($0) }.joined(separator: ",") + (values.isEmpty ? space() : "") + "]"
    case .object(let members):
      let written = members.shuffled(using: &random).map { space() + quoted($0.key) + space() + ":" + draft($0.value) }
      body = "{" + written.joined(separator: ",") + (members.isEmpty ? space() : "") + "}"
    }
    return space() + body + space()
  }

  private mutating func space() -> String {
    guard random.once(in: 3) else { return "" }
    return (0..<random.below(3)).map { _ in [" ", "\n", "\t", "\r"][random.below(4)] }.joined()
  }

  private mutating func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      let isForced = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      if isForced || random.once(in: 10) {
        for unit in String(scalar).utf16 { quoted += escape(unit) }
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private mutating func escape(_ unit: UInt16) -> String {
    let short: [UInt16: String] = [
      0x22: #"\""#, 0x5C: #"\\"#, 0x2F: #"\/"#, 8: #"\b"#, 12: #"\f"#, 10: #"\n"#, 13: #"\r"#, 9: #"\t"#,
    ]
    if let escape = short[unit], random.once(in: 2) { return escape }
    let digits = String(unit, radix: 16, uppercase: random.once(in: 2))
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
