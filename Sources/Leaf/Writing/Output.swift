/// Canonical bytes being written into memory whose size was reckoned before.
@safe
struct Output {
  private let memory: UnsafeMutablePointer<UInt8>
  private let limit: Int
  /// How many bytes were written.
  private(set) var count = 0

  /// Writes into the buffer from its beginning.
  init(_ buffer: UnsafeMutableRawBufferPointer) {
    limit = buffer.count
    unsafe memory = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? Output.nowhere
  }

  private static var nowhere: UnsafeMutablePointer<UInt8> { unsafe UnsafeMutablePointer(bitPattern: 1)! }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    precondition(count < limit)
    unsafe memory[count] = byte
    count += 1
  }

  /// Writes bytes of a tape as they are.
  @inline(__always)
  mutating func copy(_ tape: TapeMemory, _ start: Int, _ length: Int) {
    precondition(count + length <= limit)
    unsafe (memory + count).update(from: tape.readableBytes + start, count: length)
    count += length
  }

  /// Writes a text that was written with escapes: it may need others.
  mutating func escape(_ tape: TapeMemory, _ start: Int, _ length: Int) {
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
    let node = tape.memory[place]
    switch node.kind {
    case Node.object where !tape.isCanonical: writeObject(tape, place, node)
    case Node.array where !tape.isCanonical: writeArray(tape, place, node)
    case Node.text where node.isEscaped: escape(tape.memory, Int(node.start), Int(node.length))
    case Node.text: copy(tape.memory, Int(node.start) - 1, Int(node.length) + 2)
    default: copy(tape.memory, Int(node.start), Int(node.length))
    }
  }

  private mutating func writeArray(_ tape: Tape, _ place: Int, _ node: Node) {
    put(0x5B)
    var next = place + 1
    while next < Int(node.next) {
      if next > place + 1 { put(0x2C) }
      write(tape, next)
      next = Int(tape.memory[next].next)
    }
    put(0x5D)
  }

  private mutating func writeObject(_ tape: Tape, _ place: Int, _ node: Node) {
    put(0x7B)
    KeyOrder.forEach(tape.memory, place) { member, isFirst in
      if !isFirst { put(0x2C) }
      writeMember(tape, member)
    }
    put(0x7D)
  }

  /// Writes a key, its colon and its value.
  @inline(__always)
  mutating func writeMember(_ tape: Tape, _ member: Int) {
    let key = tape.memory[member]
    put(0x22)
    copy(tape.memory, Int(key.start), Int(key.length))
    put(0x22)
    put(0x3A)
    write(tape, member + 1)
  }
}
