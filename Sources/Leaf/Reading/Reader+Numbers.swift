extension Reader {
  /// Reads a whole number as RFC 8785 writes it.
  @inline(__always)
  mutating func readNumber(_ memory: TapeMemory, _ position: inout Position) throws(Stop) {
    let start = position.at
    let isNegative = memory.byte(start) == 0x2D
    var here = isNegative ? start &+ 1 : start
    let first = here
    var value: UInt64 = 0
    while true {
      let digit = memory.byte(here) &- 0x30
      guard digit < 10 else { break }
      value = value &* 10 &+ UInt64(digit)
      here &+= 1
    }
    let digits = here &- first
    let next = memory.byte(here)
    let isPlain =
      digits < 17 && value <= UInt64(Limits.integer) && next != 0x2E && next | 0x20 != 0x65
      && (memory.byte(first) != 0x30 || digits == 1 && !isNegative) && digits > 0
    guard isPlain else { throw numberProblem(start, first, here) }
    position.at = here
    memory.append(
      Node(start: start, length: here &- start, next: position.free &+ 1, tag: Node.integer), &position.free)
  }

  @inline(never)
  private func numberProblem(_ start: Int, _ first: Int, _ end: Int) -> Stop {
    let next = memory.byte(end)
    if first == end { return stop(end, .noDigit, from: start) }
    if memory.byte(first) == 0x30, end - first > 1 { return Stop(reason: .leadingZero, offset: start) }
    if next == 0x2E { return Stop(reason: .fraction, offset: start) }
    if next | 0x20 == 0x65 { return Stop(reason: .exponent, offset: start) }
    return Stop(reason: memory.byte(first) == 0x30 ? .minusZero : .numberTooLarge, offset: start)
  }

  /// Reads `true`, `false` or `null`.
  @inline(__always)
  mutating func readWord(_ memory: TapeMemory, _ position: inout Position) throws(Stop) {
    let at = position.at
    let word = UInt32(truncatingIfNeeded: memory.word(at))
    let length: Int
    let tag: UInt32
    switch word {
    case 0x6575_7274: (length, tag) = (4, Node.boolean)
    case 0x736C_6166 where memory.byte(at &+ 4) == 0x65: (length, tag) = (5, Node.boolean)
    case 0x6C6C_756E: (length, tag) = (4, Node.null)
    default: throw stop(at, .noValue)
    }
    memory.append(Node(start: at, length: length, next: position.free &+ 1, tag: tag), &position.free)
    position.at = at &+ length
  }
}
