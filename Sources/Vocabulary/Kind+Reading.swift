internal import Leaf

extension Kind {
  /// The kind whose word stands at a place; asked for every event of a replay, so no `String` is made.
  init?(_ document: Document, at place: Int) {
    guard document.isString(place) else { return nil }
    let (head, tail, length) = document.halves(place)
    for word in Self.words where word.head == head && word.tail == tail && word.length == length {
      self = word.kind
      return
    }
    return nil
  }

  /// A word of at most 16 bytes as two numbers: its first eight bytes and the eight behind them.
  private struct Word {
    var head: UInt64
    var tail: UInt64
    var length: Int
    var kind: Kind
  }

  private static let words: [Word] = allCases.map { kind in
    let text = kind.rawValue.utf8
    precondition(text.count <= 16)
    var halves = [UInt64](repeating: 0, count: 2)
    for (index, byte) in text.enumerated() { halves[index / 8] |= UInt64(byte) << UInt64(56 - 8 * (index % 8)) }
    return Word(head: halves[0], tail: halves[1], length: text.count, kind: kind)
  }
}
