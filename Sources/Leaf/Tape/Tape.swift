/// The memory of one document that was read: bytes and nodes, shared by all its elements.
///
/// `@unchecked Sendable`: a tape is written only while its document is the only one that holds it, and never after an
/// element was given out for as long as that element lives.
@usableFromInline
final class Tape: @unchecked Sendable {
  @usableFromInline let memory: TapeMemory
  /// How many bytes a document may have that is read into this tape.
  let byteLimit: Int
  @exclusivity(unchecked) private var storedCount = 0
  @exclusivity(unchecked) private var storedForm = Document.Form.canonical

  /// A tape with `null`.
  static let empty = Tape(limit: 0)

  /// A tape for a document of so many bytes, and some more.
  convenience init(for count: Int) {
    var limit = 1024
    while limit < count { limit *= 2 }
    self.init(limit: limit)
  }

  private init(limit: Int) {
    byteLimit = limit
    memory = TapeMemory(for: limit)
  }

  deinit { memory.deallocate() }

  /// Takes the bytes of the document to be read.
  func load(_ source: UnsafeRawBufferPointer, as form: Document.Form) {
    unsafe memory.load(source)
    unsafe storedCount = source.count
    unsafe storedForm = form
  }

  /// How many bytes the document has.
  var count: Int { unsafe storedCount }

  /// Whether objects and lists may be copied byte by byte.
  var isCanonical: Bool { unsafe storedForm != .draft }

  /// The bytes of the document.
  var source: UnsafeBufferPointer<UInt8> { unsafe memory.run(0, count) }
}
