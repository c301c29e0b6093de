/// The order of keys: by their bytes, which for keys of the profile is the order of RFC 8785.
enum KeyOrder {
  /// Calls with the place of each member of an object, in the order of the keys; the order is made on the stack while
  /// the object is small.
  @inline(__always)
  static func forEach(_ memory: TapeMemory, _ object: Int, _ body: (_ member: Int, _ isFirst: Bool) -> Void) {
    let count = memory[object].count
    unsafe withUnsafeTemporaryAllocation(of: Entry.self, capacity: count) { entries in
      var filled = 0
      var next = object + 1
      while filled < count {
        let key = memory[next]
        unsafe entries.initializeElement(
          at: filled, to: Entry(prefix: Words.prefix(memory, Int(key.start), Int(key.length)), member: UInt32(next)))
        filled += 1
        next = Int(memory[next + 1].next)
      }
      unsafe sort(entries, memory)
      for index in 0..<count { body(unsafe Int(entries[index].member), index == 0) }
    }
  }

  private struct Entry {
    var prefix: UInt64
    var member: UInt32
  }

  private static func sort(_ entries: UnsafeMutableBufferPointer<Entry>, _ memory: TapeMemory) {
    guard entries.count <= 24 else {
      var entries = unsafe entries
      return unsafe entries.sort { isBefore($0, $1, memory) }
    }
    var index = 1
    while index < entries.count {
      let entry = unsafe entries[index]
      var place = index
      while place > 0, isBefore(entry, unsafe entries[place - 1], memory) {
        unsafe entries[place] = entries[place - 1]
        place -= 1
      }
      unsafe entries[place] = entry
      index += 1
    }
  }

  @inline(__always)
  private static func isBefore(_ left: Entry, _ right: Entry, _ memory: TapeMemory) -> Bool {
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    return isBefore(memory[Int(left.member)], memory[Int(right.member)], memory)
  }

  /// Whether one key stands before the other.
  @inline(never)
  static func isBefore(_ left: Node, _ right: Node, _ memory: TapeMemory) -> Bool {
    for index in 0..<Int(min(left.length, right.length)) {
      let (one, other) = (memory.byte(Int(left.start) + index), memory.byte(Int(right.start) + index))
      if one != other { return one < other }
    }
    return left.length < right.length
  }

  /// Whether two keys are the same.
  static func isEqual(_ left: Node, _ right: Node, _ memory: TapeMemory) -> Bool {
    left.length == right.length && memory.equal(Int(left.start), Int(right.start), Int(left.length))
  }
}
