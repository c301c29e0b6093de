import Leaf

/// Writes an object of some members of a leaf; members that follow each other there are copied in one piece.
struct LeafRuns {
  private let isLeaf: Bool
  /// What stands before the next run.
  private var mark: UInt8 = 0x7B
  /// Where the run begins that is not yet written, and the place of the member behind it, 0 while there is no run.
  private var start = 0
  private var following = 0

  init(_ document: Document) { isLeaf = document.isLeaf }

  /// Adds a member by the place of its value, 0 for one that the leaf does not have; in the order of the keys.
  @inline(__always)
  mutating func add(_ place: Int32, of document: Document, to pen: inout Pen) {
    guard place != 0 else { return }
    let value = Int(place)
    guard isLeaf else { return addOne(value, of: document, to: &pen) }
    if value != following {
      if following != 0 { write(document, to: &pen) }
      start = document.start(ofMember: value)
    }
    following = document.next(after: value) &+ 1
  }

  /// Ends the object.
  @inline(__always)
  mutating func end(_ document: Document, to pen: inout Pen) {
    if following != 0 { write(document, to: &pen) }
    if mark == 0x7B { pen.put(byte: mark) }
    pen.put(byte: 0x7D)
  }

  @inline(__always)
  private mutating func write(_ document: Document, to pen: inout Pen) {
    let root = document.rootPlace
    let end =
      following < document.next(after: root)
      ? document.start(ofMember: following) &- 1 : document.end(ofMembers: root)
    pen.put(byte: mark)
    pen.put(document, from: start, count: end &- start)
    mark = 0x2C
  }

  /// Writes a member of a document whose bytes are not those of a leaf.
  @inline(never)
  private mutating func addOne(_ value: Int, of document: Document, to pen: inout Pen) {
    pen.put(byte: mark)
    pen.put(byte: 0x22)
    pen.put(contentOf: value - 1, in: document)
    pen.put(word: "\":")
    pen.put(value: document.element(at: value))
    mark = 0x2C
  }
}
