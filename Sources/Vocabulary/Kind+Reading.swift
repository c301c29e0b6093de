extension Kind {
  /// The kind whose word this is, as UTF-8; asked for every event of a replay, so no `String` is made.
  init?(utf8 text: Span<UInt8>) {
    guard text.count <= 16 else { return nil }
    let (head, tail) = Self.halves(text)
    for word in Self.words where word.head == head && word.tail == tail && word.length == text.count {
      self = word.kind
      return
    }
    return nil
  }

  /// A word as two numbers: its first eight bytes and the eight behind them.
  private struct Word {
    var head: UInt64
    var tail: UInt64
    var length: Int
    var kind: Kind
  }

  private static let words: [Word] = allCases.map { kind in
    let (head, tail) = halves(kind.rawValue.utf8Span.span)
    return Word(head: head, tail: tail, length: kind.rawValue.utf8.count, kind: kind)
  }

  private static func halves(_ text: Span<UInt8>) -> (head: UInt64, tail: UInt64) {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    for index in 0..<min(8, text.count) { head = head &<< 8 | UInt64(text[index]) }
    for index in min(8, text.count)..<text.count { tail = tail &<< 8 | UInt64(text[index]) }
    return (head, tail)
  }
}
