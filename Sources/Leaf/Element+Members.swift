extension Element {
  /// The member with the key.
  @inlinable public subscript(_ key: StaticString) -> Element? {
    let node = node
    guard node.kind == Node.object else { return nil }
    let end = Int(node.next)
    var next = place + 1
    while next < end {
      let name = tape.memory[next]
      if tape.memory.equals(Int(name.start), Int(name.length), key) { return Element(tape, next + 1) }
      next = Int(tape.memory[next + 1].next)
    }
    return nil
  }

  /// The member with a key that is only known while the program runs.
  public func member(_ key: String) -> Element? {
    for member in members where member.isNamed(key) { return member.value }
    return nil
  }

  /// The members of an object in the order in which they stand; none for any other value.
  @inlinable public var members: Members { Members(self) }

  /// The items of a list; none for any other value.
  @inlinable public var elements: Elements { Elements(self) }

  /// A member of an object.
  public struct Member: Sendable {
    @usableFromInline let tape: Tape
    @usableFromInline let place: Int

    @inlinable
    init(_ tape: Tape, _ place: Int) {
      self.tape = tape
      self.place = place
    }

    /// The key, as a new `String`.
    public var key: String { unsafe withKey { unsafe String(decoding: $0, as: UTF8.self) } }

    /// The value.
    @inlinable public var value: Element { Element(tape, place + 1) }

    /// Calls with the bytes of the key, without copying them.
    @inlinable public func withKey<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
      let node = tape.memory[place]
      return withExtendedLifetime(tape) { unsafe body(tape.memory.run(Int(node.start), Int(node.length))) }
    }

    /// The first eight bytes of the key, the first being the most significant, zeros behind a shorter key; and its
    /// length. Together they tell most keys apart.
    @inlinable public var keyPrefix: (prefix: UInt64, length: Int) {
      let node = tape.memory[place]
      let length = Int(node.length)
      let word = tape.memory.word(Int(node.start)).byteSwapped
      return (length >= 8 ? word : length == 0 ? 0 : word & ~(UInt64.max &>> UInt64(length * 8)), length)
    }

    /// Whether the key is this one, compared by its bytes.
    func isNamed(_ key: String) -> Bool { unsafe withKey { unsafe $0.elementsEqual(key.utf8) } }
  }

  /// The members of an object.
  public struct Members: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let tape: Tape
    @usableFromInline var place: Int
    @usableFromInline let end: Int

    @inlinable
    init(_ object: Leaf.Element) {
      tape = object.tape
      place = object.place + 1
      end = object.isObject ? Int(object.node.next) : 0
    }

    @inlinable public mutating func next() -> Leaf.Element.Member? {
      guard place < end else { return nil }
      defer { place = Int(tape.memory[place + 1].next) }
      return Member(tape, place)
    }
  }

  /// The items of a list.
  public struct Elements: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let tape: Tape
    @usableFromInline var place: Int
    @usableFromInline let end: Int

    @inlinable
    init(_ list: Leaf.Element) {
      tape = list.tape
      place = list.place + 1
      end = list.isArray ? Int(list.node.next) : 0
    }

    @inlinable public mutating func next() -> Leaf.Element? {
      guard place < end else { return nil }
      defer { place = Int(tape.memory[place].next) }
      return Element(tape, place)
    }
  }
}
