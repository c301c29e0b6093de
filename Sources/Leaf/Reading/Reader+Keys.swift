extension Reader {
  /// Reads a key and its colon.
  @inline(__always)
  mutating func readKey(_ memory: TapeMemory, _ position: inout Position) throws(Stop) {
    let quote = position.at
    let last = Int(memory[position.top].next)
    memory.setNext(position.top, 0)
    guard memory.byte(quote) == 0x22 else { throw stop(quote, .noKey) }
    let text = try readKeyText(memory, quote)
    let node = position.free
    memory.append(Node(start: text.start, length: text.length, next: quote, tag: Node.key), &position.free)
    if !Rules.isTrusted { try enter(memory, node, after: last, text, in: position) }
    memory.setNext(position.top, node)
    memory.countOne(position.top)
    position.at = text.end
    skipSpace(memory, &position.at)
    guard memory.byte(position.at) == 0x3A else { throw stop(position.at, .noColon) }
    position.at &+= 1
    skipSpace(memory, &position.at)
  }

  /// Reads a key; one that is plainly good is tested while its end is looked for.
  @inline(__always)
  private mutating func readKeyText(_ memory: TapeMemory, _ quote: Int) throws(Stop) -> Text {
    let start = quote &+ 1
    var here = start
    while true {
      let mark = Words.keyStops(memory.word(here))
      if mark == 0 {
        here &+= 8
        continue
      }
      here &+= Words.ahead(mark)
      let length = here &- start
      if memory.byte(here) == 0x22, length > 0, length <= Limits.keyBytes, memory.byte(start) > 0x39 {
        return Text(start: start, length: length, end: here &+ 1, isEscaped: false)
      }
      return try readOddKey(quote)
    }
  }

  /// Reads a key that is written with escapes, or is not of the form of keys.
  @inline(never)
  private mutating func readOddKey(_ quote: Int) throws(Stop) -> Text {
    let text = try readText(memory, quote)
    guard Rules.isTrusted || Words.isKey(memory, text.start, text.length) else {
      throw Stop(reason: .key, offset: quote)
    }
    return text
  }

  /// Refuses a key that the object has, and in a leaf one that should stand before the last.
  @inline(__always)
  private mutating func enter(
    _ memory: TapeMemory, _ node: Int, after last: Int, _ key: Text, in position: Position
  ) throws(Stop) {
    let prefix = Words.prefix(memory, key.start, key.length)
    if Rules.isDraft {
      let bit = Words.filterBit(prefix, key.length)
      let known = memory.keys(position.depth)
      if known & bit != 0 { try refuseDuplicate(of: node, in: position.top) }
      memory.setKeys(position.depth, known | bit)
    } else {
      if prefix <= memory.keys(position.depth) { try refuseDisorder(of: node, after: last, in: position.top) }
      memory.setKeys(position.depth, prefix)
    }
  }

  /// Compares a key of a leaf with the last one, whose first eight bytes are no less.
  @inline(never)
  private func refuseDisorder(of node: Int, after last: Int, in object: Int) throws(Stop) {
    if last > 0, KeyOrder.isBefore(memory[last], memory[node], memory) { return }
    try refuseDuplicate(of: node, in: object)
    throw Stop(reason: .keyOrder, offset: Int(memory[node].next))
  }

  /// Compares a key with those ahead of it in the open object.
  @inline(never)
  private func refuseDuplicate(of node: Int, in object: Int) throws(Stop) {
    guard memory[object].count <= Self.filterLimit || !Rules.isDraft else { return }
    let key = memory[node]
    var other = object + 1
    while other < node {
      if KeyOrder.isEqual(memory[other], key, memory) { throw Stop(reason: .duplicateKey, offset: Int(key.next)) }
      other = Int(memory[other + 1].next)
    }
  }

  /// Compares all keys of a large object that is complete.
  @inline(never)
  func refuseDuplicates(in object: Int) throws(Stop) {
    var found = Int.max
    var last: Node?
    KeyOrder.forEach(memory, object) { member in
      let key = memory[member]
      if let last, KeyOrder.isEqual(last, key, memory) { found = min(found, Int(max(last.next, key.next))) }
      last = key
    }
    if found < Int.max { throw Stop(reason: .duplicateKey, offset: found) }
  }
}
