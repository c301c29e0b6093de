/// Changes that are made while a value is written: the document itself is never touched.
///
/// A place is that of an element (``Element/position``). What is put in must be canonical; each place is changed once.
/// One object serves one document after the other: changes made before ``keep()`` are made in all of them, and memory is
/// used again. One thread at a time.
@safe
package final class Rewriting {
  /// One change at a place.
  struct Edit {
    enum Act { case replace, remove, add }

    var place: Int
    var act: Act
    /// The object that loses or gets a member.
    var object = 0
    /// Of a member that is added: its key, at most seven bytes, as ``Words/prefix(_:_:_:)`` has it.
    var prefix: UInt64 = 0
    /// Where the bytes that are put in lie.
    var start = 0
    var count = 0
  }

  /// How far the changes go, and which places and objects they may concern, 64 hashes each.
  private struct Extent {
    var edits = 0
    var bytes = 0
    var replaced: UInt64 = 0
    var changed: UInt64 = 0
  }

  @exclusivity(unchecked) private var now = Extent()
  private var kept = Extent()
  @exclusivity(unchecked) private var edits: UnsafeMutablePointer<Edit>
  @exclusivity(unchecked) private var editLimit = 64
  @exclusivity(unchecked) private var memory: ByteMemory
  /// Where the value begins that is being put in, and the key of a member that is added.
  @exclusivity(unchecked) private var start = 0
  @exclusivity(unchecked) private var prefix: UInt64 = 0
  /// Where documents are written before they are copied to their reader.
  let output: ByteMemory

  package init() {
    unsafe edits = .allocate(capacity: 64)
    unsafe memory = ByteMemory()
    output = ByteMemory()
  }

  deinit { unsafe edits.deallocate() }

  /// Keeps the changes made so far for every document that follows.
  package func keep() { kept = unsafe now }

  /// Goes back to the changes that were kept.
  package func restart() {
    unsafe now = kept
    unsafe start = kept.bytes
  }

  /// Whether there is nothing to change.
  var isEmpty: Bool { unsafe now.edits == 0 }
  /// How many changes there are.
  var count: Int { unsafe now.edits }
  /// How many bytes are put in.
  var byteCount: Int { unsafe now.bytes }

  subscript(_ index: Int) -> Edit {
    precondition(index < count)
    return unsafe edits[index]
  }

  /// The bytes that a change puts in.
  func bytes(of edit: Edit) -> UnsafeRawBufferPointer { unsafe memory.run(edit.start, edit.count) }

  // MARK: Putting in

  /// Begins a value, or a member with a key of one to seven bytes; what is put from here on belongs to it.
  package func begin(_ key: StaticString? = nil) {
    unsafe start = now.bytes
    unsafe prefix = 0
    guard let key else { return }
    let length = key.utf8CodeUnitCount
    precondition((1...7).contains(length), "a key that is added has one to seven bytes")
    put(0x22)
    for index in 0..<length {
      let byte = unsafe key.utf8Start[index]
      unsafe prefix |= UInt64(byte) &<< UInt64(56 &- 8 &* index)
      put(byte)
    }
    put(0x22)
    put(0x3A)
  }

  /// Puts a byte.
  package func put(_ byte: UInt8) {
    unsafe memory.reserve(now.bytes + 1)[now.bytes] = byte
    unsafe now.bytes &+= 1
  }

  /// Puts bytes.
  package func put(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { bytes in
      guard let source = bytes.baseAddress else { return }
      unsafe UnsafeMutableRawPointer(memory.reserve(now.bytes + bytes.count) + now.bytes)
        .copyMemory(from: source, byteCount: bytes.count)
      unsafe now.bytes &+= bytes.count
    }
  }

  /// Puts an element of a document as it is written canonically.
  package func put(_ element: Element) {
    var bytes: [UInt8] = []
    element.encode(into: &bytes)
    put(bytes.span)
  }

  /// Puts what was begun in the place of another value.
  package func replace(_ place: Int) {
    unsafe now.replaced |= Self.bit(place)
    append(Edit(place: place, act: .replace, start: unsafe start, count: unsafe now.bytes - start))
  }

  /// Adds the member that was begun to the object at the place, which has no such member, or it is left out.
  package func add(to object: Int) {
    unsafe now.changed |= Self.bit(object)
    append(
      Edit(
        place: object, act: .add, object: object, prefix: unsafe prefix, start: unsafe start,
        count: unsafe now.bytes - start))
  }

  /// Leaves out the member of an object whose value stands at the place.
  package func remove(memberAt place: Int, of object: Int) {
    unsafe now.changed |= Self.bit(object)
    append(Edit(place: place, act: .remove, object: object))
  }

  private func append(_ edit: Edit) {
    if unsafe now.edits == editLimit {
      let larger = unsafe UnsafeMutablePointer<Edit>.allocate(capacity: 2 * editLimit)
      unsafe larger.update(from: edits, count: editLimit)
      unsafe edits.deallocate()
      unsafe edits = larger
      unsafe editLimit *= 2
    }
    unsafe (edits + now.edits).initialize(to: edit)
    unsafe now.edits &+= 1
  }

  // MARK: Looking up

  @inline(__always)
  private static func bit(_ place: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: place & 63) }

  /// The change in the place of a value; `nil` when it stands.
  @inline(__always)
  func replacement(_ place: Int) -> Edit? {
    guard unsafe now.replaced & Self.bit(place) != 0 else { return nil }
    for index in 0..<count where unsafe edits[index].place == place && edits[index].act == .replace {
      return unsafe edits[index]
    }
    return nil
  }

  /// Whether the members of an object are changed.
  @inline(__always)
  func changesMembers(of object: Int) -> Bool {
    guard unsafe now.changed & Self.bit(object) != 0 else { return false }
    for index in 0..<count where unsafe edits[index].act != .replace && edits[index].object == object { return true }
    return false
  }
}

extension Rewriting {
  /// Appends a text in quotation marks.
  package static func string(_ text: String, to bytes: inout [UInt8]) { CanonicalText.append(text, to: &bytes) }

  /// Appends a whole number.
  package static func integer(_ number: Int64, to bytes: inout [UInt8]) { CanonicalText.append(number, to: &bytes) }
}
