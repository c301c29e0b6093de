import Leaf

/// Writes bytes one behind the other into room that was reckoned before.
///
/// Too little room is a broken promise of the caller: it stops the program, and nothing is written beyond the end.
@safe
struct Pen {
  private let start: UnsafeMutablePointer<UInt8>
  private let limit: Int
  /// How many bytes were written.
  private(set) var count = 0

  /// Writes from the beginning of the memory.
  @unsafe
  init(_ memory: UnsafeMutableBufferPointer<UInt8>) {
    unsafe start = memory.baseAddress!
    limit = memory.count
  }

  @inline(__always)
  private mutating func take(_ length: Int) -> UnsafeMutablePointer<UInt8> {
    let end = count &+ length
    precondition(length >= 0 && end <= limit)
    defer { count = end }
    return unsafe start + count
  }

  /// Writes one byte.
  @inline(__always)
  mutating func put(byte: UInt8) { unsafe take(1).pointee = byte }

  /// Writes a text as it is.
  @inline(__always)
  mutating func put(word text: StaticString) {
    let length = text.utf8CodeUnitCount
    unsafe take(length).update(from: text.utf8Start, count: length)
  }

  /// Writes a text as it is.
  mutating func put(text: String) {
    var text = text
    text.withUTF8 { bytes in
      if let start = bytes.baseAddress { unsafe take(bytes.count).update(from: start, count: bytes.count) }
    }
  }

  /// Writes a whole number.
  mutating func put(number: UInt64) {
    var length = 1
    var power: UInt64 = 10
    while length < 20, number >= power {
      length &+= 1
      power = length < 20 ? power &* 10 : power
    }
    let target = unsafe take(length)
    var rest = number
    var index = length
    while index > 0 {
      index &-= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      unsafe target[index] = 0x30 &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
  }

  /// Writes a run of a document as it is.
  @inline(__always)
  mutating func put(_ document: Document, from: Int, count: Int) {
    unsafe document.copy(from, count, to: take(count))
  }

  /// Writes the text at a place of a document without quotation marks or escapes.
  @inline(__always)
  mutating func put(contentOf place: Int, in document: Document) {
    let (from, length) = document.run(place)
    put(document, from: from, count: length)
  }

  /// Writes a value of a document as RFC 8785 does.
  mutating func put(value: Element) {
    for byte in value.encode() { put(byte: byte) }
  }

  /// Writes the text at a place of a document as RFC 8785 does.
  @inline(__always)
  mutating func put(quoted place: Int, in document: Document) {
    if document.isEscaped(place) { return put(value: document.element(at: place)) }
    let (from, length) = document.run(place)
    put(document, from: from &- 1, count: length &+ 2)
  }
}
