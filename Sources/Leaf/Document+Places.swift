/// The values of a document by their places, for code that reads every value of every document: a place is a number, so
/// that going from one to the next counts no references.
///
/// The root stands at 0. Every function expects a place of this document, and one that holds what it asks for where
/// that is said; debug builds check it. It keeps nothing alive: use it no longer than the document, and not after other
/// bytes were read into that.
@safe
@usableFromInline
package struct Places {
  @usableFromInline let memory: TapeMemory

  @usableFromInline
  init(_ tape: Tape) { memory = tape.memory }

  @inlinable package func isObject(_ place: Int) -> Bool { memory[place].kind == Node.object }
  @inlinable package func isArray(_ place: Int) -> Bool { memory[place].kind == Node.array }
  @inlinable package func isString(_ place: Int) -> Bool { memory[place].kind == Node.text }
  @inlinable package func isBoolean(_ place: Int) -> Bool { memory[place].kind == Node.boolean }

  /// The number at a place.
  @inlinable package func integer(_ place: Int) -> Int64? {
    let node = memory[place]
    guard node.kind == Node.integer else { return nil }
    return memory.integer(Int(node.start), Int(node.length))
  }

  /// The place behind a value and all that lies in it: of the next item, or of the next key.
  @inlinable package func next(after place: Int) -> Int { Int(memory[place].next) }

  /// The first eight bytes of the key or text at a place, the first being the most significant, zeros behind a shorter
  /// one; and its length. Together they tell most keys and words apart.
  @inlinable @inline(__always) package func prefix(_ place: Int) -> (prefix: UInt64, length: Int) {
    let node = memory[place]
    let length = Int(node.length)
    let word = memory.word(Int(node.start)).byteSwapped
    return (
      length >= 8 ? word : length == 0 ? 0 : word & ~(UInt64.max &>> UInt64(truncatingIfNeeded: length &* 8)), length
    )
  }

  /// Calls with the UTF-8 of the key or text at a place.
  @inlinable package func withBytes<Result>(_ place: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let node = memory[place]
    return unsafe body(Span(_unsafeElements: memory.run(Int(node.start), Int(node.length))))
  }
}

extension Document {
  /// The values by their places.
  @inlinable package var places: Places { Places(tape) }

  /// Where the root stands.
  @inlinable package var rootPlace: Int { 0 }

  @inlinable package func isObject(_ place: Int) -> Bool { places.isObject(place) }
  @inlinable package func isArray(_ place: Int) -> Bool { places.isArray(place) }
  @inlinable package func isString(_ place: Int) -> Bool { places.isString(place) }

  /// The number at a place.
  @inlinable package func integer(_ place: Int) -> Int64? { places.integer(place) }

  /// The place behind a value and all that lies in it: of the next item, or of the next key.
  @inlinable package func next(after place: Int) -> Int { places.next(after: place) }

  /// The first eight bytes of the key or text at a place, and its length; see ``Places/prefix(_:)``.
  @inlinable @inline(__always) package func prefix(_ place: Int) -> (prefix: UInt64, length: Int) {
    places.prefix(place)
  }

  /// Calls with the UTF-8 of the key or text at a place.
  @inlinable package func withBytes<Result>(_ place: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    withExtendedLifetime(tape) { places.withBytes(place, body) }
  }

  /// The element at a place.
  package func element(at place: Int) -> Element { Element(tape, place) }
}

extension Element {
  /// Where the value stands in its document.
  package var position: Int { place }

  /// The value's field by its dotted path, as `payload.counts.0.best`; empty for the whole document.
  public var path: String {
    var steps: [String] = []
    var container = Element(tape, 0)
    while container.place < place {
      if container.isObject {
        for member in container.members where member.place < place && place < Int(tape.memory[member.place + 1].next) {
          steps.append(member.key)
          container = member.value
        }
      } else {
        for (index, item) in container.elements.enumerated()
        where item.place <= place && place < Int(item.node.next) {
          steps.append(String(index))
          container = item
        }
      }
    }
    return steps.joined(separator: ".")
  }
}
