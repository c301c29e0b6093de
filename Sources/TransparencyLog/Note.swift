/// A text with the signatures of one or more keys (C2SP signed-note).
///
/// The text must not be believed before ``open(_:keys:)`` has found a signature of a key the reader trusts.
public struct Note: Sendable, Hashable {
  /// The signed text, with the newline at its end.
  public let text: [UInt8]
  /// All signature lines, in the order written; at least one.
  public let signatures: [NoteSignature]

  /// No larger note is read: 1,000,000 bytes, which leaves room for a hundred post-quantum signatures.
  public static let byteLimit = 1_000_000
  /// No more signatures are read; readers must accept 16.
  public static let signatureLimit = 100

  /// Puts signatures below a text. The text must end in a newline, be free of other control characters and not empty.
  public init(text: [UInt8], signatures: [NoteSignature]) throws(NoteError) {
    guard signatures.count <= Note.signatureLimit else { throw .tooManySignatures(signatures.count) }
    guard text.last == Note.newline, !signatures.isEmpty else { throw .malformed }
    try Note.checkCharacters(text)
    self.text = text
    self.signatures = signatures
    guard bytes.count <= Note.byteLimit else { throw .tooLarge(byteCount: bytes.count) }
  }

  /// Signs a text with one or more keys of type 0x01.
  public static func sign(_ text: [UInt8], with keys: [SignerKey]) throws(NoteError) -> Note {
    try Note(text: text, signatures: keys.map { $0.sign(text) })
  }

  /// The same note with more signatures below; one that is there already is not repeated.
  public func adding(_ more: [NoteSignature]) throws(NoteError) -> Note {
    try Note(text: text, signatures: signatures + more.filter { !signatures.contains($0) })
  }

  /// The note as written.
  public var bytes: [UInt8] {
    text + [Note.newline] + signatures.flatMap { [UInt8]($0.description.utf8) + [Note.newline] }
  }

  /// Reads a note and verifies nothing.
  public init(_ bytes: [UInt8]) throws(NoteError) {
    guard bytes.count <= Note.byteLimit else { throw .tooLarge(byteCount: bytes.count) }
    try Note.checkCharacters(bytes)
    guard bytes.last == Note.newline, let blank = Note.lastBlankLine(bytes), blank + 1 < bytes.count else {
      throw .malformed
    }
    let lines = bytes[(blank + 1)...].dropLast().split(separator: Note.newline, omittingEmptySubsequences: false)
    guard lines.count <= Note.signatureLimit else { throw .tooManySignatures(lines.count) }
    var signatures: [NoteSignature] = []
    for (number, line) in lines.enumerated() {
      guard let signature = NoteSignature(line: line) else { throw .malformedSignature(line: number + 1) }
      signatures.append(signature)
    }
    self.text = [UInt8](bytes[..<blank])
    self.signatures = signatures
  }

  /// Reads a note and verifies it.
  ///
  /// Lines of other keys are ignored, even when they share a name or an id with a key given. The note is refused when a
  /// signature of *any* key given fails, though others hold, and when no key given has signed.
  public static func open(_ bytes: [UInt8], keys: [VerifierKey]) throws(NoteError) -> OpenedNote {
    try OpenedNote(Note(bytes), keys: keys)
  }

  private static let newline = UInt8(ascii: "\n")

  /// The place of the newline that makes the last blank line; the text ends just before it.
  private static func lastBlankLine(_ bytes: [UInt8]) -> Int? {
    var position = bytes.count - 1
    while position > 0 {
      if bytes[position] == newline && bytes[position - 1] == newline { return position }
      position -= 1
    }
    return nil
  }

  private static func checkCharacters(_ bytes: [UInt8]) throws(NoteError) {
    if let offset = bytes.firstIndex(where: { $0 < 0x20 && $0 != newline }) {
      throw .controlCharacter(offset: offset)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
  }
}
