/// Writes one draft as JSON, byte by byte, into memory that is used again for the next one.
package struct DraftPen {
  /// What was written.
  package private(set) var bytes: [UInt8] = []
  private var wantsComma = false
  /// Whether the draft names who says so.
  private(set) var hasSaid = false

  package init() {}

  /// Forgets what was written.
  package mutating func restart() {
    bytes.removeAll(keepingCapacity: true)
    wantsComma = false
    hasSaid = false
  }

  package mutating func open(_ key: StaticString? = nil, _ bracket: Character = "{") {
    begin(key)
    if let key, key.utf8CodeUnitCount == 4, key.description == "said" { hasSaid = true }
    bytes.append(bracket.asciiValue ?? 0x7B)
    wantsComma = false
  }

  package mutating func close(_ bracket: Character = "}") {
    bytes.append(bracket.asciiValue ?? 0x7D)
    wantsComma = true
  }

  package mutating func text(_ key: StaticString? = nil, _ text: some Sequence<UInt8>) {
    begin(key)
    bytes.append(0x22)
    put(text)
    bytes.append(0x22)
  }

  package mutating func text(_ key: StaticString? = nil, _ text: String) { self.text(key, text.utf8) }

  package mutating func integer(_ key: StaticString? = nil, _ number: Int64) {
    begin(key)
    bytes += String(number).utf8
  }

  package mutating func flag(_ key: StaticString, _ flag: Bool) {
    begin(key)
    bytes += (flag ? "true" : "false").utf8
  }

  /// Puts JSON that was written before.
  package mutating func json(_ key: StaticString? = nil, _ json: [UInt8]) {
    begin(key)
    bytes += json
  }

  /// Puts a member whose value is JSON that was written before.
  mutating func member(_ key: String, _ json: [UInt8]) {
    begin(nil)
    if key == "said" { hasSaid = true }
    bytes.append(0x22)
    put(key.utf8)
    bytes += [0x22, 0x3A]
    bytes += json
  }

  private mutating func begin(_ key: StaticString?) {
    if wantsComma { bytes.append(0x2C) }
    wantsComma = true
    guard let key else { return }
    bytes.append(0x22)
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  private mutating func put(_ text: some Sequence<UInt8>) {
    let done: Void? = text.withContiguousStorageIfAvailable { unsafe put(contiguous: $0) }
    if done == nil { unsafe Array(text).withUnsafeBufferPointer { unsafe put(contiguous: $0) } }
  }

  private mutating func put(contiguous text: UnsafeBufferPointer<UInt8>) {
    var begin = 0
    for index in text.indices {
      let byte = unsafe text[index]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[begin..<index]))
      begin = index + 1
      if byte >= 0x20 {
        bytes.append(0x5C)
        bytes.append(byte)
      } else {
        let digits: [UInt8] = Array("0123456789abcdef".utf8)
        bytes += [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[begin...]))
  }
}
