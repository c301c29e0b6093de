/// The bytes of a document as they stand, for code that copies pieces of leaves into other bytes.
extension Document {
  /// Whether the document was read as a leaf, so that every run of it stands as RFC 8785 writes it.
  package var isLeaf: Bool { tape.isCanonical }

  /// Where a member begins: the offset of the quotation mark of its key. `value` is the place of its value.
  @inlinable package func start(ofMember value: Int) -> Int { Int(tape.memory[value &- 1].next) }

  /// Where the members of a leaf's object end: the offset of its closing brace.
  @inlinable
  package func end(ofMembers object: Int) -> Int {
    let node = tape.memory[object]
    return Int(node.start) &+ Int(node.length) &- 1
  }

  /// Where the text or key at a place lies. A text that was written with escapes lies there decoded, see ``isEscaped(_:)``;
  /// around any other stand its quotation marks.
  @inlinable
  package func run(_ place: Int) -> (start: Int, count: Int) {
    let node = tape.memory[place]
    return (Int(node.start), Int(node.length))
  }

  /// Whether the text at a place was written with escapes.
  @inlinable package func isEscaped(_ place: Int) -> Bool { tape.memory[place].tag & 16 != 0 }

  /// Copies a run to where there must be room for it.
  @unsafe @inlinable
  package func copy(_ start: Int, _ count: Int, to target: UnsafeMutablePointer<UInt8>) {
    withExtendedLifetime(tape) { unsafe target.update(from: tape.memory.readableBytes + start, count: count) }
  }

  /// The first eight bytes of the key or text at a place and the eight behind them, as ``prefix(_:)`` gives them, and
  /// its length.
  @inlinable
  package func halves(_ place: Int) -> (head: UInt64, tail: UInt64, length: Int) {
    let (head, length) = prefix(place)
    guard length > 8 else { return (head, 0, length) }
    let word = tape.memory.word(Int(tape.memory[place].start) &+ 8).byteSwapped
    return (head, length >= 16 ? word : word & ~(UInt64.max &>> UInt64(truncatingIfNeeded: (length &- 8) &* 8)), length)
  }
}
