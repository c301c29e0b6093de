/// Questions about eight bytes at a time, loaded as one number whose least significant byte comes first, or about sixteen.
enum Words {
  @inline(__always) private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inline(__always) private static var tops: UInt64 { 0x8080_8080_8080_8080 }

  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { ones &* byte }

  /// Marks the bytes at which a text must be looked at: a quotation mark, a backslash, a control character, and, when
  /// asked for, anything that is not ASCII. The lowest mark is exact; those above it may be wrong.
  @inline(__always)
  static func stops(_ word: UInt64, foreign: Bool) -> UInt64 {
    let quote = word ^ each(0x22)
    let backslash = word ^ each(0x5C)
    let low = ((word &- each(0x20)) | (quote &- ones) | (backslash &- ones)) & ~word
    return (foreign ? low | word : low) & tops
  }

  /// Where the next quotation mark stands; there must be one. Most texts are short, so that no loop is gone through.
  @inline(__always)
  static func quote(_ memory: TapeMemory, _ start: Int) -> Int {
    let marks = nibbles(memory.sixteen(start) .== quotes)
    return marks != 0 ? start &+ marks.trailingZeroBitCount &>> 2 : farQuote(memory, start &+ 16)
  }

  @inline(never)
  private static func farQuote(_ memory: TapeMemory, _ start: Int) -> Int {
    var here = start
    while true {
      let marks = nibbles(memory.sixteen(here) .== quotes)
      if marks != 0 { return here &+ marks.trailingZeroBitCount &>> 2 }
      here &+= 16
    }
  }

  @inline(__always) private static var quotes: SIMD16<UInt8> { SIMD16(repeating: 0x22) }

  /// Whether a byte is among the first of the memory. Up to 31 more are looked at, for which the answer may be yes too.
  @inline(__always)
  static func contain(_ memory: TapeMemory, _ count: Int, _ byte: UInt8) -> Bool {
    let wanted = SIMD16(repeating: byte)
    var found = SIMDMask<SIMD16<Int8>>(repeating: false)
    var here = 0
    while here < count {
      found .|= (memory.sixteen(here) .== wanted) .| (memory.sixteen(here &+ 16) .== wanted)
      here &+= 32
    }
    return nibbles(found) != 0
  }

  /// Sixteen answers as one number of four bits each, the first being the least significant.
  @inline(__always)
  private static func nibbles(_ answers: SIMDMask<SIMD16<Int8>>) -> UInt64 {
    let pairs = unsafe unsafeBitCast(answers, to: SIMD8<UInt16>.self)
    return UInt64(littleEndian: unsafe unsafeBitCast(SIMD8<UInt8>(truncatingIfNeeded: pairs &>> 4), to: UInt64.self))
  }

  /// The number of bytes ahead of the lowest mark.
  @inline(__always)
  static func ahead(_ mark: UInt64) -> Int { mark.trailingZeroBitCount >> 3 }

  /// Whether the bytes are of the form of a key: `[a-z_][a-z0-9_]{0,31}`.
  @inline(__always)
  static func isKey(_ memory: TapeMemory, _ start: Int, _ length: Int) -> Bool {
    guard length > 0, length <= Limits.keyBytes, memory.byte(start) > 0x39 else { return false }
    var index = 0
    while index < length {
      let word = memory.word(start + index)
      let rest = length - index
      let wanted = rest >= 8 ? tops : tops & ((1 << UInt64(rest * 8)) &- 1)
      guard keyStops(word) & wanted == 0 else { return false }
      index += 8
    }
    return true
  }

  /// Marks the bytes that may not stand in a key; exactly.
  @inline(__always)
  static func keyStops(_ word: UInt64) -> UInt64 { (~keySigns(word) | word) & tops }

  /// One of 64 bits, told by a key.
  @inline(__always)
  static func filterBit(_ prefix: UInt64, _ length: Int) -> UInt64 {
    1 &<< (((prefix &+ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15) &>> 58)
  }

  /// Marks the bytes that may stand in a key; only right for ASCII.
  @inline(__always)
  private static func keySigns(_ word: UInt64) -> UInt64 {
    let ascii = word & ~tops
    let letter = (ascii &+ each(0x80 - 0x61)) & ~(ascii &+ each(0x80 - 0x7B))
    let digit = (ascii &+ each(0x80 - 0x30)) & ~(ascii &+ each(0x80 - 0x3A))
    let underscore = ~((ascii ^ each(0x5F)) &+ each(0x7F))
    return letter | digit | underscore
  }

  /// The first eight bytes, the first being the most significant, zeros behind a shorter text: such numbers compare
  /// like the texts.
  @inline(__always)
  static func prefix(_ memory: TapeMemory, _ start: Int, _ length: Int) -> UInt64 {
    let word = memory.word(start).byteSwapped
    return length >= 8 ? word : length == 0 ? 0 : word & ~(UInt64.max &>> UInt64(truncatingIfNeeded: length &* 8))
  }
}
