/// Reads the bytes of a leaf that was checked before, for replay: the same nodes as ``Reader`` writes, with fewer questions.
///
/// Most leaves have no escapes, and then no text is looked at for one.
///
/// What it relies on is only what keeps it inside the memory: behind the document stand two quotation marks and zeros, so
/// that every text ends, even one that begins there, and nothing goes on behind it. What it cannot read it leaves to
/// ``Reader``, which says why.
///
/// All that moves is kept in local variables, which stay in registers.
struct TrustedReader {
  private let memory: TapeMemory
  private let count: Int

  init(_ memory: TapeMemory, count: Int) {
    self.memory = memory
    self.count = count
  }

  /// Whether texts may have escapes, as a constant, so that each kind of leaf gets a reader of its own.
  private protocol Escapes { static var isPossible: Bool { get } }
  private enum NoEscapes: Escapes { static var isPossible: Bool { false } }
  private enum SomeEscapes: Escapes { static var isPossible: Bool { true } }

  /// Reads the document; `false` when it is none.
  func read() -> Bool {
    setEnd(0x22)
    defer { setEnd(0) }
    return Words.contain(memory, count, 0x5C) ? readAll(SomeEscapes.self) : readAll(NoEscapes.self)
  }

  private func setEnd(_ byte: UInt8) {
    memory.setByte(byte, at: count)
    memory.setByte(byte, at: count + 1)
  }

  @inline(__always)
  private func readAll<Some: Escapes>(_ escapes: Some.Type) -> Bool {
    let memory = memory
    var texts = Reader<TrustedRules>(memory, count: count)
    var (at, free, top, depth) = (0, 0, 0, 0)
    // The tag of the innermost object or list; that of one around it is kept in its node until it is the innermost again.
    var tag: UInt32 = 0
    while true {
      let byte = memory.byte(at)
      if byte == 0x22 {
        guard readText(escapes, &texts, memory, &at, &free) else { return false }
      } else if byte | 0x20 == 0x7B {
        guard depth < Limits.depth else { return false }
        if depth > 0 { memory.setTag(top, tag) }
        tag = byte == 0x7B ? Node.object : Node.array
        let parent = top
        top = free
        memory.append(start: at, length: parent, next: 0, tag: tag, &free)
        depth &+= 1
        at &+= 1
        // `{` and `[` are two less than their closing brackets.
        if memory.byte(at) != byte &+ 2 {
          tag &+= Node.one
          if byte == 0x5B { continue }
          guard let isRead = readTexts(escapes, &texts, memory, &at, &free, &tag) else { return false }
          if !isRead { continue }
        }
      } else {
        let isNumber = byte &- 0x30 < 10 || byte == 0x2D
        let length = isNumber ? numberLength(memory, at) : wordLength(memory, at)
        guard length > 0 else { return false }
        let kind = isNumber ? Node.integer : byte == 0x6E ? Node.null : Node.boolean
        memory.append(start: at, length: length, next: free &+ 1, tag: kind, &free)
        at &+= length
      }
      while true {
        while depth > 0, memory.byte(at) == (tag & 15 == Node.object ? 0x7D : 0x5D) {
          at &+= 1
          let node = memory[top]
          var place = top
          memory.append(start: Int(node.start), length: at &- Int(node.start), next: free, tag: tag, &place)
          top = Int(node.length)
          depth &-= 1
          tag = memory[top].tag
        }
        guard memory.byte(at) == 0x2C, depth > 0 else { return depth == 0 && at == count }
        at &+= 1
        tag &+= Node.one
        if tag & 15 != Node.object { break }
        guard let isRead = readTexts(escapes, &texts, memory, &at, &free, &tag) else { return false }
        if !isRead { break }
      }
    }
  }

  /// Reads members as long as their values are texts, which most are. `true` when what stands behind such a value is
  /// none; `false` when a key was read whose value is no text; `nil` when it is no key, or a text is none.
  @inline(__always)
  private func readTexts<Some: Escapes>(
    _ escapes: Some.Type, _ texts: inout Reader<TrustedRules>, _ memory: TapeMemory, _ at: inout Int,
    _ free: inout Int, _ tag: inout UInt32
  ) -> Bool? {
    while true {
      guard readKey(memory, &at, &free) else { return nil }
      guard memory.byte(at) == 0x22 else { return false }
      guard readText(escapes, &texts, memory, &at, &free) else { return nil }
      // `,"`
      guard UInt16(truncatingIfNeeded: memory.word(at)) == 0x222C else { return true }
      at &+= 1
      tag &+= Node.one
    }
  }

  /// Reads a text; there is always an end of it. `false` when an escape in it is none.
  @inline(__always)
  private func readText<Some: Escapes>(
    _ escapes: Some.Type, _ texts: inout Reader<TrustedRules>, _ memory: TapeMemory, _ at: inout Int,
    _ free: inout Int
  ) -> Bool {
    if Some.isPossible {
      guard let text = try? texts.readText(memory, at) else { return false }
      let tag = text.isEscaped ? Node.text | Node.escaped : Node.text
      memory.append(start: text.start, length: text.length, next: free &+ 1, tag: tag, &free)
      at = text.end
      return true
    }
    let start = at &+ 1
    let end = Words.quote(memory, start)
    memory.append(start: start, length: end &- start, next: free &+ 1, tag: Node.text, &free)
    at = end &+ 1
    return true
  }

  /// Reads a key and its colon.
  @inline(__always)
  private func readKey(_ memory: TapeMemory, _ at: inout Int, _ free: inout Int) -> Bool {
    guard memory.byte(at) == 0x22 else { return false }
    let start = at &+ 1
    let end = Words.quote(memory, start)
    // `":`
    guard UInt16(truncatingIfNeeded: memory.word(end)) == 0x3A22 else { return false }
    memory.append(start: start, length: end &- start, next: at, tag: Node.key, &free)
    at = end &+ 2
    return true
  }

  /// The length of a whole number; 0 when it is none of the profile.
  private func numberLength(_ memory: TapeMemory, _ start: Int) -> Int {
    let first = memory.byte(start) == 0x2D ? start &+ 1 : start
    var end = first
    while memory.byte(end) &- 0x30 < 10 { end &+= 1 }
    return end > first && end &- first < 17 ? end &- start : 0
  }

  /// The length of `true`, `false` or `null`; 0 for anything else.
  private func wordLength(_ memory: TapeMemory, _ start: Int) -> Int {
    switch UInt32(truncatingIfNeeded: memory.word(start)) {
    case 0x6575_7274, 0x6C6C_756E: 4
    case 0x736C_6166: memory.byte(start &+ 4) == 0x65 ? 5 : 0
    default: 0
    }
  }
}
