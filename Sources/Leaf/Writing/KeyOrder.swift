/// The order of keys: by their bytes, which for keys of the profile is the order of RFC 8785.
enum KeyOrder {
  /// Calls with the place of each member of an object, in the order of the keys, and with the complement of the index of
  /// each edit that adds one; members that an edit removes are left out. The order is made on the stack while the
  /// object is small.
  @inline(__always)
  static func forEach(
    _ memory: TapeMemory, _ object: Int, _ rewriting: Rewriting? = nil, _ body: (_ member: Int) -> Void
  ) {
    let capacity = memory[object].count + (rewriting?.count ?? 0)
    unsafe withUnsafeTemporaryAllocation(of: Entry.self, capacity: capacity) { entries in
      var filled = unsafe collect(memory, object, entries)
      if let rewriting { filled = unsafe apply(rewriting, memory, object, entries, filled) }
      let entries = unsafe UnsafeMutableBufferPointer(rebasing: entries[..<filled])
      unsafe sort(entries, memory)
      for index in 0..<filled { body(unsafe Int(entries[index].member)) }
    }
  }

  struct Entry {
    var prefix: UInt64
    /// The place of the key, or the complement of the index of an edit.
    var member: Int
  }

  @inline(__always)
  private static func collect(
    _ memory: TapeMemory, _ object: Int, _ entries: UnsafeMutableBufferPointer<Entry>
  ) -> Int {
    let end = Int(memory[object].next)
    var filled = 0
    var next = object &+ 1
    while next < end {
      let key = memory[next]
      unsafe entries.initializeElement(
        at: filled, to: Entry(prefix: Words.prefix(memory, Int(key.start), Int(key.length)), member: next))
      filled &+= 1
      next = Int(memory[next &+ 1].next)
    }
    return filled
  }

  @inline(never)
  private static func apply(
    _ rewriting: Rewriting, _ memory: TapeMemory, _ object: Int, _ entries: UnsafeMutableBufferPointer<Entry>,
    _ count: Int
  ) -> Int {
    var filled = count
    for index in 0..<rewriting.count {
      let edit = rewriting[index]
      switch edit.act {
      case .add where edit.place == object:
        unsafe entries.initializeElement(at: filled, to: Entry(prefix: edit.prefix, member: ~index))
        filled += 1
      case .remove where edit.object == object:
        guard let place = unsafe entries[..<filled].firstIndex(where: { $0.member == edit.place - 1 }) else { continue }
        filled -= 1
        unsafe entries[place] = entries[filled]
      default: continue
      }
    }
    return filled
  }

  private static func sort(_ entries: UnsafeMutableBufferPointer<Entry>, _ memory: TapeMemory) {
    guard entries.count <= 32 else {
      var entries = unsafe entries
      return unsafe entries.sort { isBefore($0, $1, memory) }
    }
    var index = 1
    while index < entries.count {
      let entry = unsafe entries[index]
      var place = index
      while place > 0, isBefore(entry, unsafe entries[place &- 1], memory) {
        unsafe entries[place] = entries[place &- 1]
        place &-= 1
      }
      unsafe entries[place] = entry
      index &+= 1
    }
  }

  @inline(__always)
  private static func isBefore(_ left: Entry, _ right: Entry, _ memory: TapeMemory) -> Bool {
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    precondition(left.member >= 0 && right.member >= 0, "a member that is added stands there already")
    return isBefore(memory[left.member], memory[right.member], memory)
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
