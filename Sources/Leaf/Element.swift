/// One value of a document, decoded when it is asked for.
///
/// It keeps the bytes of its document alive. What it is not reads as `nil`: the text of a number, the member of a list.
public struct Element: Sendable {
  /// The types of JSON; a number is a whole number.
  public enum Kind: Sendable { case object, array, string, integer, boolean, null }

  @usableFromInline let tape: Tape
  @usableFromInline let place: Int

  @inlinable
  init(_ tape: Tape, _ place: Int) {
    self.tape = tape
    self.place = place
  }

  @inlinable var node: Node { tape.memory[place] }

  /// The type.
  @inlinable public var kind: Kind {
    switch node.kind {
    case Node.object: .object
    case Node.array: .array
    case Node.text: .string
    case Node.integer: .integer
    case Node.boolean: .boolean
    default: .null
    }
  }

  /// Whether the value is an object.
  @inlinable public var isObject: Bool { node.kind == Node.object }

  /// Whether the value is a list.
  @inlinable public var isArray: Bool { node.kind == Node.array }

  /// Whether the value is a text.
  @inlinable public var isString: Bool { node.kind == Node.text }

  /// The text, as a new `String`.
  public var string: String? {
    let node = node
    guard node.kind == Node.text else { return nil }
    return unsafe String(decoding: tape.memory.run(Int(node.start), Int(node.length)), as: UTF8.self)
  }

  /// The number.
  @inlinable public var integer: Int64? {
    let node = node
    guard node.kind == Node.integer else { return nil }
    return tape.memory.integer(Int(node.start), Int(node.length))
  }

  /// The truth.
  @inlinable public var boolean: Bool? {
    let node = node
    return node.kind == Node.boolean ? node.length == 4 : nil
  }

  /// Calls with the UTF-8 of a text, without copying it.
  @inlinable public func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    let node = node
    guard node.kind == Node.text else { return nil }
    return withExtendedLifetime(tape) { unsafe body(tape.memory.run(Int(node.start), Int(node.length))) }
  }

  /// Whether the value is this text, compared by its bytes.
  @inlinable public func equals(_ text: StaticString) -> Bool {
    let node = node
    return node.kind == Node.text && tape.memory.equals(Int(node.start), Int(node.length), text)
  }

  /// The number of members or items; 0 for any other value.
  @inlinable public var count: Int { node.kind == Node.array || node.kind == Node.object ? node.count : 0 }
}
