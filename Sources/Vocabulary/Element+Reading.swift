internal import Leaf

/// Reading fields lazily; a field that is absent or of another type reads as `nil`.
extension Element {
  /// The member with the key.
  func child(_ key: StaticString) -> Element? { self[key] }

  /// The member, when it is an object.
  func object(_ key: StaticString) -> Element? {
    guard let child = self[key], child.kind == .object else { return nil }
    return child
  }

  /// The items of a list; none when it is absent.
  func children(_ key: StaticString) -> [Element] {
    guard let child = self[key], child.kind == .array else { return [] }
    return Array(child.elements)
  }

  /// The text of a member.
  func text(_ key: StaticString) -> String? { self[key]?.string }

  /// The texts of a list; none when it is absent.
  func texts(_ key: StaticString) -> [String] { children(key).compactMap(\.string) }

  /// The number of a member.
  func number(_ key: StaticString) -> Int64? { self[key]?.integer }

  /// The truth of a member; false when it is absent.
  func flag(_ key: StaticString) -> Bool { self[key]?.boolean ?? false }

  /// The word of a closed list.
  func code<Code: ClosedCode>(_ key: StaticString) -> Code? { self[key]?.string.flatMap(Code.init) }

  /// The day of a member.
  func day(_ key: StaticString) -> Day? { self[key]?.string.flatMap { Day($0) } }

  /// The date of a member.
  func date(_ key: StaticString) -> UncertainDate? { self[key]?.string.flatMap { try? UncertainDate($0) } }

  /// The last item of a list.
  var last: Element? {
    guard kind == .array else { return nil }
    var found: Element?
    for element in elements { found = element }
    return found
  }
}

extension Element {
  /// Calls with the UTF-8 of a string; `nil` when the value is none.
  func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result? {
    unsafe withUTF8 { unsafe body(Span(_unsafeElements: $0)) }
  }
}

extension Element.Member {
  /// Calls with the UTF-8 of the key.
  func withKeyText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe withKey { unsafe body(Span(_unsafeElements: $0)) }
  }
}
