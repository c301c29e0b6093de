extension Reader {
  /// Why reading stops at a byte, when its place alone may tell more than the rule that was being followed.
  ///
  /// - Parameter token: where what is refused begins, when not at the byte.
  @inline(never)
  func stop(_ offset: Int, _ reason: LeafError.Reason, from token: Int? = nil) -> Stop {
    let byte = memory.byte(offset)
    let isFirst = (0..<min(offset, count)).allSatisfy { Self.space.contains(memory.byte($0)) }
    if offset >= count, reason != .trailingText {
      return Stop(reason: isFirst ? .empty : .unfinished, offset: count)
    }
    if isFirst {
      if byte == 0xEF, memory.byte(offset + 1) == 0xBB { return Stop(reason: .byteOrderMark, offset: offset) }
      if byte == 0xFE || byte == 0xFF { return Stop(reason: .notUTF8, offset: offset) }
    }
    let isStructural = [.noValue, .noKey, .noColon, .noCommaInObject, .noCommaInList, .trailingText].contains(reason)
    if isStructural, Self.space.contains(byte), !Rules.isDraft {
      return Stop(reason: .whiteSpace, offset: offset)
    }
    if reason == .noKey || reason == .noValue, byte == 0x7D || byte == 0x5D, let comma = comma(before: offset) {
      return Stop(reason: .trailingComma, offset: comma)
    }
    return Stop(reason: reason, offset: token ?? offset)
  }

  private func comma(before offset: Int) -> Int? {
    var place = offset - 1
    while place >= 0, Self.space.contains(memory.byte(place)) { place -= 1 }
    return place >= 0 && memory.byte(place) == 0x2C ? place : nil
  }

  /// The error with everything a person needs to find the place.
  @inline(never)
  func diagnosis(of stop: Stop) -> LeafError {
    var line = 1
    var column = 1
    for offset in 0..<min(stop.offset, count) {
      let byte = memory.byte(offset)
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return LeafError(
      reason: stop.reason, line: line, column: column, path: path(at: stop), value: value(at: stop))
  }

  /// The path of the value that was being read.
  private func path(at stop: Stop) -> String {
    var steps: [String] = []
    var container = last.top
    for _ in 0..<last.depth {
      let node = memory[container]
      if node.kind == Node.array {
        if node.count > 0 { steps.append(String(node.count - 1)) }
      } else if node.next > 0 {
        let key = memory[Int(node.next)]
        steps.append(unsafe String(decoding: memory.run(Int(key.start), Int(key.length)), as: UTF8.self))
      }
      container = Int(node.length)
    }
    return steps.reversed().joined(separator: ".")
  }

  /// What is refused, as it is written.
  private func value(at stop: Stop) -> String {
    guard stop.offset < count else { return "" }
    var end = stop.offset + 1
    switch stop.reason {
    case .key, .duplicateKey, .keyOrder:
      while end < count, memory.byte(end) != 0x22 { end += memory.byte(end) == 0x5C ? 2 : 1 }
      end = min(end + 1, count)
    case .escape, .loneSurrogate, .needlessEscape:
      end = min(count, stop.offset + (memory.byte(stop.offset + 1) == 0x75 ? 6 : 2))
    case .fraction, .exponent, .leadingZero, .minusZero, .noDigit, .numberTooLarge, .noValue, .trailingText:
      if Self.delimiters.contains(memory.byte(stop.offset)) { break }
      while end < count, !Self.delimiters.contains(memory.byte(end)), memory.byte(end) > 0x20 { end += 1 }
    case .controlCharacter, .notUTF8, .byteOrderMark, .whiteSpace:
      return "byte 0x" + (memory.byte(stop.offset) < 16 ? "0" : "") + String(memory.byte(stop.offset), radix: 16)
    default: break
    }
    while end < count, memory.byte(end) & 0xC0 == 0x80 { end += 1 }
    let text = unsafe String(decoding: memory.run(stop.offset, min(end - stop.offset, 400)), as: UTF8.self)
    return text.count <= 60 ? text : text.prefix(59) + "…"
  }

  private static var delimiters: [UInt8] { [0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D, 0x22] }
  private static var space: [UInt8] { [0x20, 0x09, 0x0A, 0x0D] }
}
