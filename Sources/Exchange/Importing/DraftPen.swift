/// Writes one draft as JSON, byte by byte, into memory that is used again for the next one.
package struct DraftPen {
  private var memory = [UInt8](repeating: 0, count: 4096)
  /// How many bytes were written.
  package private(set) var count = 0
  private var wantsComma = false
  /// Whether the draft names who says so.
  private(set) var hasSaid = false

  package init() {}

  /// What was written.
  package var bytes: [UInt8] { Array(memory[..<count]) }

  /// What was written, in place.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try unsafe memory.withUnsafeBytes { try unsafe body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  /// Forgets what was written.
  package mutating func restart() {
    count = 0
    wantsComma = false
    hasSaid = false
  }

  package mutating func open(_ key: StaticString? = nil, _ bracket: Character = "{") {
    begin(key)
    if let key, key.utf8CodeUnitCount == 4, key.description == "said" { hasSaid = true }
    put(bracket == "{" ? 0x7B : 0x5B)
    wantsComma = false
  }

  package mutating func close(_ bracket: Character = "}") {
    put(bracket == "}" ? 0x7D : 0x5D)
    wantsComma = true
  }

  package mutating func text(_ key: StaticString? = nil, _ text: ArraySlice<UInt8>) {
    begin(key)
    unsafe text.withUnsafeBytes { unsafe put(quoted: $0) }
  }

  package mutating func text(_ key: StaticString? = nil, _ text: [UInt8]) {
    begin(key)
    unsafe text.withUnsafeBytes { unsafe put(quoted: $0) }
  }

  package mutating func text(_ key: StaticString? = nil, _ text: String) {
    begin(key)
    var text = text
    text.withUTF8 { unsafe put(quoted: UnsafeRawBufferPointer($0)) }
  }

  /// A word of the program, which needs no escape.
  package mutating func word(_ key: StaticString, _ word: StaticString) {
    begin(key)
    unsafe put(raw: UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount), marks: 0x22)
  }

  /// Texts one after the other, in brackets: cells of a record.
  mutating func texts(_ key: StaticString, _ record: TableRecord, _ cells: [Int]) {
    open(key, "[")
    unsafe record.bytes.withUnsafeBytes { bytes in
      for cell in cells {
        begin(nil)
        unsafe put(quoted: UnsafeRawBufferPointer(rebasing: bytes[record.range(cell)]))
      }
    }
    close("]")
  }

  package mutating func integer(_ key: StaticString? = nil, _ number: Int64) {
    begin(key)
    if (0...9).contains(number) { return put(0x30 + UInt8(number)) }
    var digits = String(number)
    digits.withUTF8 { unsafe put(raw: UnsafeRawBufferPointer($0)) }
  }

  package mutating func flag(_ key: StaticString, _ flag: Bool) {
    begin(key)
    put(json: Array((flag ? "true" : "false").utf8))
  }

  /// Puts JSON that was written before.
  package mutating func json(_ key: StaticString? = nil, _ json: [UInt8]) {
    begin(key)
    put(json: json)
  }

  /// Puts a member whose value is JSON that was written before.
  mutating func member(_ key: String, _ json: [UInt8]) {
    text(nil, key)
    if key == "said" { hasSaid = true }
    put(0x3A)
    put(json: json)
  }

  // MARK: Bytes

  private mutating func begin(_ key: StaticString?) {
    if wantsComma { put(0x2C) }
    wantsComma = true
    guard let key else { return }
    unsafe put(raw: UnsafeRawBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount), marks: 0x22)
    put(0x3A)
  }

  private mutating func makeRoom(_ bytes: Int) {
    guard memory.count - count < bytes else { return }
    memory.append(contentsOf: repeatElement(0, count: max(bytes, memory.count)))
  }

  private mutating func put(_ byte: UInt8) {
    makeRoom(1)
    memory[count] = byte
    count += 1
  }

  private mutating func put(json: [UInt8]) { unsafe json.withUnsafeBytes { unsafe put(raw: $0) } }

  /// Puts bytes as they are, between marks when there are some.
  private mutating func put(raw bytes: UnsafeRawBufferPointer, marks: UInt8? = nil) {
    makeRoom(bytes.count + 2)
    var end = count
    unsafe memory.withUnsafeMutableBytes { memory in
      if let marks {
        unsafe memory[end] = marks
        end += 1
      }
      unsafe UnsafeMutableRawBufferPointer(rebasing: memory[end...]).copyMemory(from: bytes)
      end += bytes.count
      if let marks {
        unsafe memory[end] = marks
        end += 1
      }
    }
    count = end
  }

  /// Puts a text between quotation marks, escaped where JSON wants it (RFC 8259 section 7).
  private mutating func put(quoted text: UnsafeRawBufferPointer) {
    // Looked at as a whole first: nearly every text needs no escape, and this the compiler does many bytes at a time.
    var escapes: UInt8 = 0
    for index in text.indices {
      let byte = unsafe text[index]
      escapes |= (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0)
    }
    if escapes == 0 { return unsafe put(raw: text, marks: 0x22) }
    put(0x22)
    for index in text.indices {
      let byte = unsafe text[index]
      if byte < 0x20 {
        for part in [0x5C, 0x75, 0x30, 0x30, Self.digit(byte >> 4), Self.digit(byte & 15)] { put(part) }
      } else {
        if byte == 0x22 || byte == 0x5C { put(0x5C) }
        put(byte)
      }
    }
    put(0x22)
  }

  private static func digit(_ number: UInt8) -> UInt8 { number < 10 ? 0x30 + number : 0x57 + number }
}
