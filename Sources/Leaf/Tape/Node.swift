/// One entry of a tape: a value, or a key before its value. Sixteen bytes.
@usableFromInline
struct Node {
  /// Where it stands: the first byte of a text or key behind the quotation mark (or of its decoded text), of a number,
  /// a word or a bracket.
  @usableFromInline var start: UInt32
  /// How many bytes it has. Of an object or list being read: the node that contains it.
  @usableFromInline var length: UInt32
  /// The node that follows this one and all inside it. Of a key: where its quotation mark stands. Of an object being
  /// read: its last key.
  @usableFromInline var next: UInt32
  /// Kind, marks and, of objects and lists, the number of members or items.
  @usableFromInline var tag: UInt32

  @usableFromInline
  init(start: Int, length: Int, next: Int, tag: UInt32) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.length = UInt32(truncatingIfNeeded: length)
    self.next = UInt32(truncatingIfNeeded: next)
    self.tag = tag
  }

  @usableFromInline static var null: UInt32 { 0 }
  @usableFromInline static var boolean: UInt32 { 1 }
  @usableFromInline static var integer: UInt32 { 2 }
  @usableFromInline static var text: UInt32 { 3 }
  @usableFromInline static var array: UInt32 { 4 }
  @usableFromInline static var object: UInt32 { 5 }
  @usableFromInline static var key: UInt32 { 6 }

  /// Of a text: it was written with escapes, and its start is that of the decoded text.
  static var escaped: UInt32 { 16 }
  /// One member or item.
  static var one: UInt32 { 256 }

  @inlinable var kind: UInt32 { tag & 15 }
  @inlinable var count: Int { Int(tag >> 8) }
  var isEscaped: Bool { tag & Node.escaped != 0 }
}
