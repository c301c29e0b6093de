/// Reads JSON (RFC 8259) from bytes, value by value, keeping nothing that nobody asks for.
///
/// Leaf's reader is for canonical leaves of at most 65,535 bytes without fractions; a boundary file is neither.
struct JSONBytes {
  private let bytes: [UInt8]
  private(set) var position = 0
  private var depth = 0
  static let deepest = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// An error at a place, else here.
  func error(_ problem: GeoJSONError.Problem, at place: Int? = nil) -> GeoJSONError {
    let place = min(place ?? position, bytes.count)
    let before = bytes[..<place]
    let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return GeoJSONError(problem: problem, feature: nil, line: line, column: place - start + 1)
  }

  /// The next byte that is no white space, without taking it.
  mutating func peek() -> UInt8? {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    return position < bytes.count ? bytes[position] : nil
  }

  /// Takes a byte that must come next.
  mutating func take(_ byte: UInt8, _ expected: String) throws(GeoJSONError) {
    guard peek() == byte else { throw error(.syntax(expected: expected)) }
    position += 1
  }

  /// Takes an object; `body` is called behind each key and takes the value.
  mutating func object(
    _ body: (inout JSONBytes, String) throws(GeoJSONError) -> Void
  ) throws(GeoJSONError) {
    try take(0x7B, "an object")
    try enter()
    if peek() != 0x7D {
      while true {
        guard peek() == 0x22 else { throw error(.syntax(expected: "a key in quotation marks")) }
        let key = try string()
        try take(0x3A, "a colon")
        try body(&self, key)
        guard peek() == 0x2C else { break }
        position += 1
      }
    }
    try take(0x7D, "a comma or the end of the object")
    depth -= 1
  }

  /// Takes a list; `body` is called before each item and takes it.
  mutating func list(_ body: (inout JSONBytes) throws(GeoJSONError) -> Void) throws(GeoJSONError) {
    try take(0x5B, "a list")
    try enter()
    if peek() != 0x5D {
      while true {
        try body(&self)
        guard peek() == 0x2C else { break }
        position += 1
      }
    }
    try take(0x5D, "a comma or the end of the list")
    depth -= 1
  }

  private mutating func enter() throws(GeoJSONError) {
    depth += 1
    guard depth <= JSONBytes.deepest else { throw error(.tooDeep) }
  }

  /// Takes a text.
  mutating func string() throws(GeoJSONError) -> String {
    try take(0x22, "a text in quotation marks")
    var text: [UInt8] = []
    while true {
      guard position < bytes.count else { throw error(.syntax(expected: "the end of a text")) }
      let byte = bytes[position]
      position += 1
      switch byte {
      case 0x22:
        guard let valid = String(validating: text, as: UTF8.self) else {
          throw error(.syntax(expected: "a text in UTF-8"))
        }
        return valid
      case 0x5C: text += try escape()
      case 0..<0x20: throw error(.syntax(expected: "an escape instead of a control character"), at: position - 1)
      default: text.append(byte)
      }
    }
  }

  private mutating func escape() throws(GeoJSONError) -> [UInt8] {
    guard position < bytes.count else { throw error(.syntax(expected: "an escape")) }
    let byte = bytes[position]
    position += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: return [byte]
    case 0x62: return [0x08]
    case 0x66: return [0x0C]
    case 0x6E: return [0x0A]
    case 0x72: return [0x0D]
    case 0x74: return [0x09]
    case 0x75:
      var code = try fourDigits()
      if (0xD800..<0xDC00).contains(code), position + 1 < bytes.count, bytes[position] == 0x5C,
        bytes[position + 1] == 0x75
      {
        position += 2
        let low = try fourDigits()
        guard (0xDC00..<0xE000).contains(low) else { throw error(.syntax(expected: "the other half of a pair")) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw error(.syntax(expected: "a character")) }
      return Array(String(Character(scalar)).utf8)
    default: throw error(.syntax(expected: "an escape"), at: position - 1)
    }
  }

  private mutating func fourDigits() throws(GeoJSONError) -> UInt32 {
    guard position + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16),
      bytes[position] != 0x2B
    else { throw error(.syntax(expected: "four hexadecimal digits")) }
    position += 4
    return code
  }

  /// Takes a number and gives where it is written.
  mutating func number() throws(GeoJSONError) -> Range<Int> {
    _ = peek()
    let start = position
    func digits(_ place: inout Int) -> Bool {
      let first = place
      while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
      return place > first
    }
    if position < bytes.count, bytes[position] == 0x2D { position += 1 }
    let whole = position
    guard digits(&position) else { throw error(.syntax(expected: "a number"), at: start) }
    if bytes[whole] == 0x30, position > whole + 1 { throw error(.syntax(expected: "a number"), at: start) }
    if position < bytes.count, bytes[position] == 0x2E {
      position += 1
      guard digits(&position) else { throw error(.syntax(expected: "a digit behind the point")) }
    }
    if position < bytes.count, bytes[position] | 0x20 == 0x65 {
      position += 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
      guard digits(&position) else { throw error(.syntax(expected: "a digit of the exponent")) }
    }
    return start..<position
  }

  /// A piece of the file as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The value of a number that was taken: correctly rounded, like every reading of a decimal.
  func value(_ range: Range<Int>) -> Double {
    var (mantissa, scale, isFraction) = (0, 0, false)
    for index in range where bytes[index] != 0x2D {
      if bytes[index] == 0x2E {
        isFraction = true
        continue
      }
      guard range.count <= 17, (0x30...0x39).contains(bytes[index]) else { return Double(text(range)) ?? .nan }
      mantissa = mantissa * 10 + Int(bytes[index] - 0x30)
      if isFraction { scale += 1 }
    }
    // Both are exact below 2^53 and 10^22, so that one division rounds once.
    guard mantissa < 1 << 53 else { return Double(text(range)) ?? .nan }
    let value = Double(mantissa) / JSONBytes.powers[scale]
    return bytes[range.lowerBound] == 0x2D ? -value : value
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  ]

  /// Takes a word that must come next.
  mutating func word(_ word: StaticString) throws(GeoJSONError) {
    let text = "\(word)".utf8
    guard bytes[position...].starts(with: text) else { throw error(.syntax(expected: "a value")) }
    position += text.count
  }

  /// Takes whatever comes next; gives it when it is a text, number or truth.
  @discardableResult mutating func scalar() throws(GeoJSONError) -> String? {
    switch peek() {
    case 0x7B:
      try object { (bytes, _) throws(GeoJSONError) in try bytes.scalar() }
      return nil
    case 0x5B:
      try list { (bytes) throws(GeoJSONError) in try bytes.scalar() }
      return nil
    case 0x22: return try string()
    case 0x74:
      try word("true")
      return "true"
    case 0x66:
      try word("false")
      return "false"
    case 0x6E:
      try word("null")
      return nil
    default: return text(try number())
    }
  }

  /// Throws unless nothing but white space is left.
  mutating func end() throws(GeoJSONError) {
    if peek() != nil { throw error(.syntax(expected: "the end of the file")) }
  }
}
