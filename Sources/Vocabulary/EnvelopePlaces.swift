internal import Leaf

/// Where the members of the envelope stand in a leaf, found in one pass over them; 0 where there is none, which is where
/// the leaf itself stands.
package struct EnvelopePlaces: Sendable {
  package private(set) var withheld: Int32 = 0
  package private(set) var at: Int32 = 0
  package private(set) var by: Int32 = 0
  package private(set) var grade: Int32 = 0
  package private(set) var handling: Int32 = 0
  package private(set) var id: Int32 = 0
  package private(set) var kind: Int32 = 0
  package private(set) var note: Int32 = 0
  package private(set) var occurred: Int32 = 0
  package private(set) var original: Int32 = 0
  package private(set) var parties: Int32 = 0
  package private(set) var payload: Int32 = 0
  package private(set) var place: Int32 = 0
  package private(set) var refs: Int32 = 0
  package private(set) var said: Int32 = 0
  package private(set) var version: Int32 = 0

  /// Reads a leaf, whose members stand in the order of their keys; anything else member by member.
  init(_ document: Document) {
    guard document.isObject(document.rootPlace) else { return }
    var members = MembersInOrder(document)
    withheld = members.take(0x5F73_6400_0000_0000)
    at = members.take(0x6174_0000_0000_0000)
    by = members.take(0x6279_0000_0000_0000)
    grade = members.take(0x6772_6164_6500_0000)
    handling = members.take(0x6861_6E64_6C69_6E67)
    id = members.take(0x6964_0000_0000_0000)
    kind = members.take(0x6B69_6E64_0000_0000)
    note = members.take(0x6E6F_7465_0000_0000)
    occurred = members.take(0x6F63_6375_7272_6564)
    original = members.take(0x6F72_6967_696E_616C)
    parties = members.take(0x7061_7274_6965_7300)
    payload = members.take(0x7061_796C_6F61_6400)
    place = members.take(0x706C_6163_6500_0000)
    refs = members.take(0x7265_6673_0000_0000)
    said = members.take(0x7361_6964_0000_0000)
    version = members.take(0x7600_0000_0000_0000)
    if !members.isAtEnd { readInAnyOrder(document) }
  }

  private mutating func readInAnyOrder(_ document: Document) {
    let root = document.rootPlace
    let end = document.next(after: root)
    var key = root + 1
    while key < end {
      let (prefix, length) = document.prefix(key)
      if length <= 8 { set(prefix, Int32(truncatingIfNeeded: key + 1)) }
      key = document.next(after: key + 1)
    }
  }

  /// Keeps the place of the member whose key has these first eight bytes; no key is longer.
  @inline(__always)
  private mutating func set(_ prefix: UInt64, _ value: Int32) {
    switch prefix {
    case 0x5F73_6400_0000_0000: withheld = value
    case 0x6174_0000_0000_0000: at = value
    case 0x6279_0000_0000_0000: by = value
    case 0x6772_6164_6500_0000: grade = value
    case 0x6861_6E64_6C69_6E67: handling = value
    case 0x6964_0000_0000_0000: id = value
    case 0x6B69_6E64_0000_0000: kind = value
    case 0x6E6F_7465_0000_0000: note = value
    case 0x6F63_6375_7272_6564: occurred = value
    case 0x6F72_6967_696E_616C: original = value
    case 0x7061_7274_6965_7300: parties = value
    case 0x7061_796C_6F61_6400: payload = value
    case 0x706C_6163_6500_0000: place = value
    case 0x7265_6673_0000_0000: refs = value
    case 0x7361_6964_0000_0000: said = value
    case 0x7600_0000_0000_0000: version = value
    default: break
    }
  }

  /// The places by the keys of the members, in the order of the keys.
  package var byKey: [(key: String, place: Int32)] {
    [
      ("_sd", withheld), ("at", at), ("by", by), ("grade", grade), ("handling", handling), ("id", id), ("kind", kind),
      ("note", note), ("occurred", occurred), ("original", original), ("parties", parties), ("payload", payload),
      ("place", place), ("refs", refs), ("said", said), ("v", version),
    ]
  }
}

/// The members of a root, asked for in the order of their keys.
private struct MembersInOrder {
  private let document: Document
  private let end: Int
  private var key: Int
  /// The first eight bytes of the key, which is no longer; none at the end or of a longer key.
  private var prefix: UInt64 = 0

  init(_ document: Document) {
    self.document = document
    end = document.next(after: document.rootPlace)
    key = document.rootPlace + 1
    look()
  }

  var isAtEnd: Bool { key >= end }

  /// The place of the next member's value when its key has these first eight bytes, else 0.
  @inline(__always)
  mutating func take(_ wanted: UInt64) -> Int32 {
    guard prefix == wanted else { return 0 }
    let value = key &+ 1
    key = document.next(after: value)
    look()
    return Int32(truncatingIfNeeded: value)
  }

  @inline(__always)
  private mutating func look() {
    prefix = 0
    guard key < end else { return }
    let (first, length) = document.prefix(key)
    if length <= 8 { prefix = first }
  }
}
