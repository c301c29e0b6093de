/// Changes that are made while a value is written: the document itself is never touched.
///
/// A place is that of an element (``Element/position``). What is put in must be canonical; each place is changed once.
package struct Rewriting: Sendable {
  /// One change at a place.
  struct Edit: Sendable {
    enum Act: Sendable { case replace, remove, add }

    var place: Int
    var act: Act
    /// Of a member that is added: its key, at most seven bytes, as ``Words/prefix(_:_:_:)`` has it.
    var prefix: UInt64 = 0
    /// Where the bytes that are put in lie.
    var start = 0
    var count = 0
  }

  private(set) var edits: [Edit] = []
  /// What is put in, one behind the other.
  private(set) var bytes: [UInt8] = []
  /// Which places may be changed, 64 of their hashes.
  private(set) var filter: UInt64 = 0

  package init() {
    edits.reserveCapacity(8)
    bytes.reserveCapacity(240)
  }

  /// Puts a value in the place of another; `body` appends its canonical bytes.
  package mutating func replace(_ place: Int, _ body: (inout [UInt8]) -> Void) {
    let start = bytes.count
    body(&bytes)
    insert(Edit(place: place, act: .replace, start: start, count: bytes.count - start))
  }

  /// Leaves out the member of an object whose value stands at the place.
  package mutating func remove(memberAt place: Int) { insert(Edit(place: place, act: .remove)) }

  /// Adds a member to the object at the place; `body` appends the canonical bytes of its value.
  ///
  /// - Parameter key: one to seven bytes; the object has no such member, or it is left out.
  package mutating func add(_ key: StaticString, to place: Int, _ body: (inout [UInt8]) -> Void) {
    let start = bytes.count
    bytes.append(0x22)
    var prefix: UInt64 = 0
    let length = key.utf8CodeUnitCount
    precondition((1...7).contains(length), "a key that is added has one to seven bytes")
    for index in 0..<length {
      let byte = unsafe key.utf8Start[index]
      prefix |= UInt64(byte) &<< UInt64(56 &- 8 &* index)
      bytes.append(byte)
    }
    bytes.append(0x22)
    bytes.append(0x3A)
    body(&bytes)
    insert(Edit(place: place, act: .add, prefix: prefix, start: start, count: bytes.count - start))
  }

  private mutating func insert(_ edit: Edit) {
    filter |= Self.bit(edit.place)
    edits.append(edit)
  }

  @inline(__always)
  static func bit(_ place: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: place & 63) }

  /// The bytes in the place of a value; `nil` when it stands.
  @inline(__always)
  func replacement(_ place: Int) -> Edit? {
    guard filter & Self.bit(place) != 0 else { return nil }
    return edits.first { $0.place == place && $0.act == .replace }
  }

  /// Whether the members of an object are changed.
  @inline(__always)
  func changesMembers(_ place: Int, _ next: Int) -> Bool {
    if filter == 0 { return false }
    return edits.contains { $0.act != .replace && ($0.place == place || $0.place > place && $0.place < next) }
  }
}

extension Rewriting {
  /// Appends a text in quotation marks.
  package static func string(_ text: String, to bytes: inout [UInt8]) { CanonicalText.append(text, to: &bytes) }

  /// Appends a whole number.
  package static func integer(_ number: Int64, to bytes: inout [UInt8]) { CanonicalText.append(number, to: &bytes) }
}
