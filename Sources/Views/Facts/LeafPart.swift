import Leaf
import Vocabulary

/// Which members of a leaf a body keeps; a body is the leaf without the others.
struct LeafPart {
  /// The members, in the order of their keys.
  let members: InlineArray<5, EnvelopePlaces.Member?>

  private init(_ members: InlineArray<5, EnvelopePlaces.Member?>) { self.members = members }

  /// What tells an entry of a register.
  static var entry: LeafPart { LeafPart([.kind, .payload, nil, nil, nil]) }

  /// What tells a report and what it derives from, or a link and its ends.
  static var edges: LeafPart { LeafPart([.kind, .payload, .refs, nil, nil]) }

  /// What tells a stance of a world event.
  static var stance: LeafPart { LeafPart([.kind, .refs, nil, nil, nil]) }

  /// What tells what is said about an earlier event.
  static var remark: LeafPart { LeafPart([.grade, .kind, .payload, .refs, nil]) }

  /// What tells who says so.
  static var attribution: LeafPart { LeafPart([.kind, .said, nil, nil, nil]) }

  /// What tells an incident: everything but who says so.
  static var incident: LeafPart { LeafPart([.kind, .occurred, .parties, .payload, .place]) }
}

extension LeafPart {
  /// Writes the part as RFC 8785 does; members that the leaf does not have are left out.
  ///
  /// Members that follow each other in the leaf are copied in one piece.
  @inline(__always)
  func write(_ event: Event, to pen: inout Pen) {
    let document = event.document
    guard document.isLeaf else { return writeEach(event, to: &pen) }
    let root = document.rootPlace
    let last = document.next(after: root)
    var mark: UInt8 = 0x7B
    var start = 0
    var end = 0
    var following = -1
    for index in 0..<5 {
      guard let member = members[index] else { break }
      guard let value = event.places[member] else { continue }
      if value != following {
        if end > start {
          pen.put(byte: mark)
          pen.put(document, from: start, count: end &- start)
          mark = 0x2C
        }
        start = document.start(ofMember: value)
      }
      following = document.next(after: value) &+ 1
      end = following < last ? document.start(ofMember: following) &- 1 : document.end(ofMembers: root)
    }
    pen.put(byte: mark)
    if end > start { pen.put(document, from: start, count: end &- start) }
    pen.put(byte: 0x7D)
  }

  /// The same for a document whose bytes are not those of a leaf.
  @inline(never)
  private func writeEach(_ event: Event, to pen: inout Pen) {
    var mark: UInt8 = 0x7B
    for index in 0..<5 {
      guard let member = members[index], let value = event.places[member] else { continue }
      pen.put(byte: mark)
      pen.put(byte: 0x22)
      pen.put(text: member.key)
      pen.put(word: "\":")
      pen.put(value: event.document.element(at: value))
      mark = 0x2C
    }
    if mark == 0x7B { pen.put(byte: mark) }
    pen.put(byte: 0x7D)
  }
}
