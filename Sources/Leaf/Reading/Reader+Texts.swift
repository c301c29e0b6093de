extension Reader {
  /// A text: where it lies and whether it was decoded.
  struct Text {
    var start: Int
    var length: Int
    /// The byte behind its closing quotation mark.
    var end: Int
    var isEscaped: Bool
  }

  /// Reads a text whose opening quotation mark stands here.
  @inline(__always)
  mutating func readText(_ memory: TapeMemory, _ quote: Int) throws(Stop) -> Text {
    let start = quote &+ 1
    var here = start
    while true {
      let mark = Words.stops(memory.word(here), foreign: !Rules.isTrusted)
      if mark == 0 {
        here &+= 8
        continue
      }
      here &+= Words.ahead(mark)
      let byte = memory.byte(here)
      if byte == 0x22 { return Text(start: start, length: here &- start, end: here &+ 1, isEscaped: false) }
      if byte == 0x5C { return try decode(from: start, here) }
      here = try passForeign(here)
    }
  }

  /// Passes over characters that are not ASCII.
  @inline(never)
  private mutating func passForeign(_ start: Int) throws(Stop) -> Int {
    var here = start
    while memory.byte(here) >= 0x80 {
      let length = UTF8Form.length(memory, here)
      guard length > 0 else { throw Stop(reason: .notUTF8, offset: here) }
      here += length
    }
    if here == start { throw stop(here, .controlCharacter) }
    return here
  }

  /// Reads the rest of a text from its first escape, and decodes all of it.
  @inline(never)
  private mutating func decode(from start: Int, _ escape: Int) throws(Stop) -> Text {
    let first = arena
    for offset in start..<escape { put(memory.byte(offset)) }
    var at = escape
    while true {
      let byte = memory.byte(at)
      if byte == 0x22 { return Text(start: first, length: arena - first, end: at + 1, isEscaped: true) }
      if byte == 0x5C {
        at = try decodeEscape(at)
      } else if byte >= 0x80, !Rules.isTrusted {
        let end = try passForeign(at)
        for offset in at..<end { put(memory.byte(offset)) }
        at = end
      } else if byte < 0x20 {
        throw stop(at, .controlCharacter)
      } else {
        put(byte)
        at += 1
      }
    }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    memory.write(byte, at: arena)
    arena += 1
  }

  /// Decodes one escape; answers where it ends.
  private mutating func decodeEscape(_ escape: Int) throws(Stop) -> Int {
    let sign = memory.byte(escape + 1)
    if sign == 0x75 { return try decodeNumber(escape) }
    let byte: UInt8
    switch sign {
    case 0x22, 0x5C: byte = sign
    case 0x2F: byte = sign
    case 0x62: byte = 0x08
    case 0x66: byte = 0x0C
    case 0x6E: byte = 0x0A
    case 0x72: byte = 0x0D
    case 0x74: byte = 0x09
    default: throw stop(escape + 1, .escape, from: escape)
    }
    if sign == 0x2F, !Rules.isDraft, !Rules.isTrusted { throw Stop(reason: .needlessEscape, offset: escape) }
    put(byte)
    return escape + 2
  }

  /// Decodes `\uXXXX`, or two of them that make a pair.
  private mutating func decodeNumber(_ escape: Int) throws(Stop) -> Int {
    var code = try number(escape + 2, escape)
    var at = escape + 6
    if code & 0xFC00 == 0xD800 {
      guard memory.byte(at) == 0x5C, memory.byte(at + 1) == 0x75 else {
        throw stop(at, .loneSurrogate, from: escape)
      }
      let low = try number(at + 2, at)
      guard low & 0xFC00 == 0xDC00 else { throw Stop(reason: .loneSurrogate, offset: escape) }
      code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
      at += 6
    }
    guard let scalar = Unicode.Scalar(code) else { throw Stop(reason: .loneSurrogate, offset: escape) }
    if !Rules.isDraft, !Rules.isTrusted { try refuseNeedless(escape, code) }
    for byte in String(scalar).utf8 { put(byte) }
    return at
  }

  /// A leaf escapes by number only control characters that have no short escape, in small letters.
  private mutating func refuseNeedless(_ escape: Int, _ code: UInt32) throws(Stop) {
    var isNeeded = code < 0x20 && ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(code)
    for offset in escape + 2..<escape + 6 where (0x41...0x46).contains(memory.byte(offset)) { isNeeded = false }
    guard isNeeded else { throw Stop(reason: .needlessEscape, offset: escape) }
  }

  /// Four hexadecimal digits.
  private mutating func number(_ start: Int, _ escape: Int) throws(Stop) -> UInt32 {
    var number: UInt32 = 0
    for offset in start..<start + 4 {
      let byte = memory.byte(offset)
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: throw stop(offset, .escape, from: escape)
      }
      number = number << 4 | UInt32(digit)
    }
    return number
  }
}
