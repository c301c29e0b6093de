internal import Leaf

/// Where the members of the envelope stand in a leaf, found in one pass over them.
@safe
package struct EnvelopePlaces: Sendable {
  @usableFromInline var places = InlineArray<16, Int32>(repeating: 0)

  /// The members, in the order of their keys.
  package enum Member: Int, CaseIterable, Sendable {
    case withheld, at, by, grade, handling, id, kind, note, occurred, original, parties, payload, place, refs, said,
      version

    /// The key.
    package var key: String {
      switch self {
      case .withheld: "_sd"
      case .version: "v"
      default: "\(self)"
      }
    }

    /// The member whose key has these first eight bytes and this length; no key is longer than that.
    @inline(__always)
    init?(prefix: UInt64, length: Int) {
      guard length <= 8 else { return nil }
      switch prefix {
      case 0x5F73_6400_0000_0000: self = .withheld
      case 0x6174_0000_0000_0000: self = .at
      case 0x6279_0000_0000_0000: self = .by
      case 0x6772_6164_6500_0000: self = .grade
      case 0x6861_6E64_6C69_6E67: self = .handling
      case 0x6964_0000_0000_0000: self = .id
      case 0x6B69_6E64_0000_0000: self = .kind
      case 0x6E6F_7465_0000_0000: self = .note
      case 0x6F63_6375_7272_6564: self = .occurred
      case 0x6F72_6967_696E_616C: self = .original
      case 0x7061_7274_6965_7300: self = .parties
      case 0x7061_796C_6F61_6400: self = .payload
      case 0x706C_6163_6500_0000: self = .place
      case 0x7265_6673_0000_0000: self = .refs
      case 0x7361_6964_0000_0000: self = .said
      case 0x7600_0000_0000_0000: self = .version
      default: return nil
      }
    }
  }

  init(_ document: Document) {
    let root = document.rootPlace
    guard document.isObject(root) else { return }
    let end = document.next(after: root)
    var key = root + 1
    while key < end {
      let (prefix, length) = document.prefix(key)
      if let member = Member(prefix: prefix, length: length) { places[member.rawValue] = Int32(key + 1) }
      key = document.next(after: key + 1)
    }
  }

  /// Where the value of the member stands; `nil` when the leaf has no such member.
  @inlinable
  package subscript(_ member: Member) -> Int? {
    let place = places[member.rawValue]
    return place == 0 ? nil : Int(place)
  }
}
