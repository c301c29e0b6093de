/// Canonical bytes being written into memory whose size was reckoned before.
@safe
struct Output {
  private let memory: UnsafeMutablePointer<UInt8>
  private let limit: Int
  private let rewriting: Rewriting?
  /// How many bytes were written.
  private(set) var count = 0

  /// How many bytes beyond the last may be overwritten.
  static var slack: Int { 8 }

  /// Writes into the buffer from its beginning.
  init(_ buffer: UnsafeMutableRawBufferPointer, _ rewriting: Rewriting?) {
    limit = buffer.count
    unsafe memory = buffer.baseAddress!.assumingMemoryBound(to: UInt8.self)
    self.rewriting = rewriting
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    precondition(count < limit)
    unsafe memory[count] = byte
    count &+= 1
  }

  /// Writes bytes of a tape as they are, eight at a time.
  @inline(__always)
  private mutating func copy(_ tape: TapeMemory, _ start: Int, _ length: Int) {
    precondition(count &+ length &+ Output.slack <= limit)
    if length > 64 {
      unsafe (memory + count).update(from: tape.readableBytes + start, count: length)
    } else {
      var index = 0
      while index < length {
        unsafe UnsafeMutableRawPointer(memory + count + index)
          .storeBytes(of: UInt64(littleEndian: tape.word(start &+ index)), as: UInt64.self)
        index &+= 8
      }
    }
    count &+= length
  }

  /// Writes bytes that are put in.
  private mutating func put(_ edit: Rewriting.Edit, _ rewriting: Rewriting) {
    precondition(count + edit.count <= limit)
    let bytes = unsafe rewriting.bytes(of: edit)
    if let start = bytes.baseAddress {
      unsafe UnsafeMutableRawPointer(memory + count).copyMemory(from: start, byteCount: edit.count)
    }
    count += edit.count
  }

  /// Writes a text that was written with escapes: it may need others.
  private mutating func escape(_ tape: TapeMemory, _ start: Int, _ length: Int) {
    put(0x22)
    for offset in start..<start + length {
      let byte = tape.byte(offset)
      if byte < 0x20 || byte == 0x22 || byte == 0x5C {
        let escape = CanonicalText.Escape(byte)
        for index in 0..<escape.count { put(escape.bytes[index]) }
      } else {
        put(byte)
      }
    }
    put(0x22)
  }

  /// Writes the value at a place of a tape.
  mutating func write(_ tape: Tape, _ place: Int) {
    if let rewriting, let edit = rewriting.replacement(place) { return put(edit, rewriting) }
    let node = tape.memory[place]
    switch node.kind {
    case Node.text where node.isEscaped: escape(tape.memory, Int(node.start), Int(node.length))
    case Node.text: copy(tape.memory, Int(node.start) &- 1, Int(node.length) &+ 2)
    case Node.object, Node.array:
      if tape.isCanonical, rewriting?.isEmpty ?? true {
        copy(tape.memory, Int(node.start), Int(node.length))
      } else if node.kind == Node.array {
        writeArray(tape, place, node)
      } else {
        writeObject(tape, place, node)
      }
    default: copy(tape.memory, Int(node.start), Int(node.length))
    }
  }

  private mutating func writeArray(_ tape: Tape, _ place: Int, _ node: Node) {
    put(0x5B)
    var next = place &+ 1
    while next < Int(node.next) {
      if next > place &+ 1 { put(0x2C) }
      write(tape, next)
      next = Int(tape.memory[next].next)
    }
    put(0x5D)
  }

  private mutating func writeObject(_ tape: Tape, _ place: Int, _ node: Node) {
    var mark: UInt8 = 0x7B
    if let rewriting, rewriting.changesMembers(of: place) {
      KeyOrder.forEach(tape.memory, place, rewriting) { member in
        put(mark)
        mark = 0x2C
        if member < 0 { put(rewriting[~member], rewriting) } else { writeMember(tape, member) }
      }
    } else {
      KeyOrder.forEach(tape.memory, place) { member in
        put(mark)
        mark = 0x2C
        writeMember(tape, member)
      }
    }
    if mark == 0x7B { put(mark) }
    put(0x7D)
  }

  /// Writes a key, its colon and its value; in one piece where they stand so already.
  @inline(__always)
  private mutating func writeMember(_ tape: Tape, _ member: Int) {
    let key = tape.memory[member]
    let isPlain = key.start == key.next &+ 1
    if isPlain {
      copy(tape.memory, Int(key.next), Int(key.length) &+ 2)
    } else {
      put(0x22)
      copy(tape.memory, Int(key.start), Int(key.length))
      put(0x22)
    }
    put(0x3A)
    write(tape, member &+ 1)
  }
}
