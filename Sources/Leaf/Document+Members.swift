/// Finding members and comparing texts by their places; like all in this family, it counts no references and makes no
/// `String`.
extension Document {
  /// Where the value of the member stands; `nil` when there is no such member, or the value at the place is no object.
  @inlinable @inline(__always)
  package func member(_ object: Int, _ key: StaticString) -> Int? {
    let node = tape.memory[object]
    guard node.kind == Node.object else { return nil }
    let end = Int(node.next)
    var next = object &+ 1
    while next < end {
      let name = tape.memory[next]
      if tape.memory.equals(Int(name.start), Int(name.length), key) { return next &+ 1 }
      next = Int(tape.memory[next &+ 1].next)
    }
    return nil
  }

  /// Whether the key at a place is this one.
  @inlinable @inline(__always)
  package func isKey(_ place: Int, _ key: StaticString) -> Bool {
    let node = tape.memory[place]
    return tape.memory.equals(Int(node.start), Int(node.length), key)
  }

  /// Whether the value at a place is this text, compared by its bytes.
  @inlinable @inline(__always)
  package func isText(_ place: Int, _ text: StaticString) -> Bool {
    let node = tape.memory[place]
    return node.kind == Node.text && tape.memory.equals(Int(node.start), Int(node.length), text)
  }

  /// Whether two texts, or two keys, are the same, compared by their bytes.
  @inlinable @inline(__always)
  package func areEqual(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (tape.memory[left], tape.memory[right])
    guard one.length == other.length else { return false }
    for index in 0..<Int(one.length)
    where tape.memory.byte(Int(one.start) &+ index) != tape.memory.byte(Int(other.start) &+ index) {
      return false
    }
    return true
  }

  /// The truth at a place; false when there is none.
  @inlinable @inline(__always)
  package func isTrue(_ place: Int) -> Bool {
    let node = tape.memory[place]
    return node.kind == Node.boolean && node.length == 4
  }
}
