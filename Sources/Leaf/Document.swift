/// One JSON document of the profile, read into a tape: nothing is decoded until it is asked for.
///
/// Reading again into the same document takes no new memory, unless an ``Element`` of what was read before is still in
/// use; that one keeps the old bytes. Two copies of a document never see each other's changes.
public struct Document: Sendable {
  /// What is asked of the bytes.
  public enum Form: Sendable {
    /// What a person or program writes: white space, any order of the keys and any escape are allowed.
    case draft
    /// What is stored and hashed: exactly the bytes that ``Value/encode()`` would write, at most 65,535.
    case canonical
    /// Canonical bytes that were checked before: only what is needed to read them is checked again. Bytes that were
    /// altered since may be refused, or read as something else, but never beyond their end.
    case trusted
  }

  @usableFromInline var tape: Tape

  /// A document to read into; its root is `null`.
  public init() { tape = .empty }

  /// Reads the bytes.
  public init(_ bytes: [UInt8], as form: Form = .draft) throws(LeafError) {
    tape = .empty
    try parse(bytes, as: form)
  }

  /// Reads the bytes in place of what was read before; after an error the document is `null`.
  ///
  /// The bytes are copied; they need not outlive the call.
  public mutating func parse(_ source: UnsafeRawBufferPointer, as form: Form) throws(LeafError) {
    let count = source.count
    guard count <= (form == .draft ? Limits.draftBytes : Limits.leafBytes) else {
      tape = .empty
      throw LeafError(
        reason: form == .draft ? .draftTooLong : .leafTooLong, line: 1, column: 1, path: "", value: "\(count) bytes")
    }
    if !isKnownUniquelyReferenced(&tape) || tape.byteLimit < count { tape = Tape(for: count) }
    unsafe tape.load(source, as: form)
    switch form {
    case .draft: try read(DraftRules.self)
    case .canonical: try read(CanonicalRules.self)
    case .trusted: try readTrusted()
    }
  }

  private mutating func read<Rules: ReadingRules>(_ rules: Rules.Type) throws(LeafError) {
    var reader = Reader<Rules>(tape.memory, count: tape.count)
    do throws(Stop) {
      try reader.read()
    } catch {
      let problem = reader.diagnosis(of: error)
      tape = .empty
      throw problem
    }
  }

  private mutating func readTrusted() throws(LeafError) {
    if !TrustedReader(tape.memory, count: tape.count).read() { try read(TrustedRules.self) }
  }

  /// Reads the bytes in place of what was read before; after an error the document is `null`.
  public mutating func parse(_ source: [UInt8], as form: Form) throws(LeafError) {
    try unsafe source.span.withUnsafeBytes { bytes throws(LeafError) in try unsafe parse(bytes, as: form) }
  }

  /// The bytes as they were read.
  public var bytes: [UInt8] { unsafe [UInt8](tape.source) }

  /// The number of bytes.
  public var byteCount: Int { tape.count }

  /// Calls with the bytes as they were read, without copying them.
  @unsafe
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(tape) { try unsafe body(UnsafeRawBufferPointer(tape.source)) }
  }

  /// The whole document.
  public var root: Element { Element(tape, 0) }
}
