/// Reads the bytes of a tape into its nodes, once from beginning to end, without recursion and without allocation.
///
/// Three loops in one: a value; what closes behind it; a comma and, in an object, the next key. Whatever is asked of
/// each byte is asked here; what to say when it fails is in the cold functions, which take their time.
struct Reader<Rules: ReadingRules> {
  let memory: TapeMemory
  let count: Int
  /// Where the next decoded text goes.
  var arena: Int
  /// Where reading stopped.
  private(set) var last = Position()

  /// What moves while reading; kept apart so that it stays in registers.
  struct Position {
    /// The byte to be read next.
    var at = 0
    /// The node to be written next.
    var free = 0
    /// The innermost object or list that is open.
    var top = 0
    var depth = 0
  }

  init(_ memory: TapeMemory, count: Int) {
    self.memory = memory
    self.count = count
    arena = count + 8
  }

  /// Reads the document.
  mutating func read() throws(Stop) {
    var position = Position()
    do throws(Stop) {
      try readAll(memory, &position)
    } catch {
      last = position
      throw error
    }
  }

  @inline(__always)
  private mutating func readAll(_ memory: TapeMemory, _ position: inout Position) throws(Stop) {
    skipSpace(memory, &position.at)
    while true {
      if try !readValue(memory, &position) { continue }
      while true {
        skipSpace(memory, &position.at)
        if position.depth == 0 {
          guard position.at == count else { throw stop(position.at, .trailingText) }
          return
        }
        let byte = memory.byte(position.at)
        let isObject = memory[position.top].kind == Node.object
        if byte == 0x2C {
          position.at &+= 1
          skipSpace(memory, &position.at)
          if isObject { try readKey(memory, &position) } else { memory.countOne(position.top) }
          break
        }
        guard byte == (isObject ? 0x7D : 0x5D) else {
          throw stop(position.at, isObject ? .noCommaInObject : .noCommaInList)
        }
        try close(memory, &position)
      }
    }
  }

  /// Reads a value, or the beginning of one: `false` when an object or list was opened whose first value follows.
  @inline(__always)
  private mutating func readValue(_ memory: TapeMemory, _ position: inout Position) throws(Stop) -> Bool {
    switch memory.byte(position.at) {
    case 0x22:
      let text = try readText(memory, position.at)
      let tag = text.isEscaped ? Node.text | Node.escaped : Node.text
      memory.append(Node(start: text.start, length: text.length, next: position.free &+ 1, tag: tag), &position.free)
      position.at = text.end
    case 0x7B:
      try open(memory, &position, Node.object)
      if memory.byte(position.at) != 0x7D {
        try readKey(memory, &position)
        return false
      }
      try close(memory, &position)
    case 0x5B:
      try open(memory, &position, Node.array)
      if memory.byte(position.at) != 0x5D {
        memory.countOne(position.top)
        return false
      }
      try close(memory, &position)
    case 0x2D, 0x30...0x39: try readNumber(memory, &position)
    default: try readWord(memory, &position)
    }
    return true
  }

  /// Opens an object or a list.
  @inline(__always)
  private mutating func open(_ memory: TapeMemory, _ position: inout Position, _ tag: UInt32) throws(Stop) {
    guard position.depth < Limits.depth else { throw Stop(reason: .depth, offset: position.at) }
    let parent = position.top
    position.top = position.free
    memory.append(Node(start: position.at, length: parent, next: 0, tag: tag), &position.free)
    position.depth &+= 1
    memory.setKeys(position.depth, 0)
    position.at &+= 1
    skipSpace(memory, &position.at)
  }

  /// Closes the innermost object or list.
  @inline(__always)
  private mutating func close(_ memory: TapeMemory, _ position: inout Position) throws(Stop) {
    position.at &+= 1
    let node = memory[position.top]
    memory[position.top] = Node(
      start: Int(node.start), length: position.at &- Int(node.start), next: position.free, tag: node.tag)
    if Rules.isDraft, node.kind == Node.object, node.count > Self.filterLimit {
      do throws(Stop) {
        try refuseDuplicates(in: position.top)
      } catch {
        memory[position.top] = node
        throw error
      }
    }
    position.top = Int(node.length)
    position.depth &-= 1
  }

  /// Up to so many keys of a draft each is compared when it is met; more are compared when their object is complete.
  static var filterLimit: Int { 64 }

  /// Passes over white space where a draft may have some.
  @inline(__always)
  mutating func skipSpace(_ memory: TapeMemory, _ at: inout Int) {
    guard Rules.isDraft else { return }
    while true {
      let byte = memory.byte(at)
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D else { return }
      at &+= 1
    }
  }
}
