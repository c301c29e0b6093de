import Leaf

/// Writes one flat canonical object; members must come in the order of their keys.
struct BodyWriter {
  private var isEmpty = true

  /// The text at a place; nothing when there is none.
  @inline(__always)
  mutating func text(_ key: StaticString, at place: Int?, of document: Document, to pen: inout Pen) {
    guard let place else { return }
    begin(key, &pen)
    pen.put(quoted: place, in: document)
  }

  /// A word that needs no escapes; nothing when there is none.
  @inline(__always)
  mutating func word(_ key: StaticString, _ word: StaticString?, to pen: inout Pen) {
    guard let word else { return }
    begin(key, &pen)
    pen.put(byte: 0x22)
    pen.put(word: word)
    pen.put(byte: 0x22)
  }

  /// A list of the texts at some places; nothing when it is empty.
  @inline(__always)
  mutating func list(_ key: StaticString, _ places: Places, of document: Document, to pen: inout Pen) {
    guard !places.isEmpty else { return }
    begin(key, &pen)
    var mark: UInt8 = 0x5B
    for index in 0..<places.count {
      pen.put(byte: mark)
      let place = places[index]
      if place == Places.emptyText { pen.put(word: "\"\"") } else { pen.put(quoted: place, in: document) }
      mark = 0x2C
    }
    pen.put(byte: 0x5D)
  }

  /// `true`; nothing when it is false.
  @inline(__always)
  mutating func flag(_ key: StaticString, _ value: Bool, to pen: inout Pen) {
    guard value else { return }
    begin(key, &pen)
    pen.put(word: "true")
  }

  /// Ends the object.
  @inline(__always)
  func end(_ pen: inout Pen) {
    if isEmpty { pen.put(byte: 0x7B) }
    pen.put(byte: 0x7D)
  }

  /// Writes the key and what stands before it.
  @inline(__always)
  private mutating func begin(_ key: StaticString, _ pen: inout Pen) {
    pen.put(byte: isEmpty ? 0x7B : 0x2C)
    pen.put(byte: 0x22)
    isEmpty = false
    pen.put(word: key)
    pen.put(word: "\":")
  }
}
