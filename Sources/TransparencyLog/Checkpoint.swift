/// What a log states with its signature: its name, how many leaves it has and their root (C2SP tlog-checkpoint).
public struct Checkpoint: Sendable, Hashable {
  /// The name of the log, best a URL without a scheme.
  public let origin: String
  /// How many leaves the tree has.
  public let size: UInt64
  /// The root of the tree.
  public let root: Digest
  /// Lines that another log added below; ours are never written with any. Opaque, not empty.
  public let extensionLines: [String]

  /// A checkpoint without extension lines. The origin must not be empty nor hold a control character.
  public init(origin: String, size: UInt64, root: Digest) {
    precondition(
      !origin.isEmpty && origin.utf8.allSatisfy { $0 >= 0x20 }, "the origin of a log is one line that is not empty")
    self.origin = origin
    self.size = size
    self.root = root
    extensionLines = []
  }

  /// Reads the text of a note.
  public init(text: [UInt8]) throws(CheckpointError) {
    let newline = UInt8(ascii: "\n")
    guard text.last == newline else { throw .malformed }
    let lines = text.dropLast().split(separator: newline, omittingEmptySubsequences: false)
    guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }) else { throw .malformed }
    guard let size = Decimal.read(lines[1]) else { throw .badSize(String(decoding: lines[1], as: UTF8.self)) }
    guard let root = Digest(base64: lines[2]) else { throw .badRoot(String(decoding: lines[2], as: UTF8.self)) }
    guard let origin = String(validating: lines[0], as: UTF8.self) else { throw .malformed }
    self.origin = origin
    self.size = size
    self.root = root
    self.extensionLines = lines[3...].map { String(decoding: $0, as: UTF8.self) }
  }

  /// The text to be signed: the lines origin, size and root, and any extension lines that were read.
  public var text: [UInt8] {
    let lines = [origin, String(size), root.base64] + extensionLines
    return lines.flatMap { [UInt8]($0.utf8) + [UInt8(ascii: "\n")] }
  }

  /// Reads a signed checkpoint and verifies it: a key of the log must have signed, and every line by one of the keys
  /// given, of the log or of a witness, must hold.
  public static func open(
    _ note: [UInt8], origin: String, logKeys: [VerifierKey], witnesses: [VerifierKey] = []
  ) throws(CheckpointError) -> SignedCheckpoint {
    let opened: OpenedNote
    do { opened = try Note.open(note, keys: logKeys + witnesses) } catch { throw .note(error) }
    let checkpoint = try Checkpoint(text: opened.text)
    guard checkpoint.origin.utf8.elementsEqual(origin.utf8) else {
      throw .wrongOrigin(expected: origin, found: checkpoint.origin)
    }
    guard opened.signers.contains(where: logKeys.contains) else { throw .notSignedByLog }
    return SignedCheckpoint(checkpoint: checkpoint, opened: opened)
  }

  /// Signs with one or more keys of the log: two while a key is being replaced.
  public func sign(with keys: [SignerKey]) throws(NoteError) -> Note {
    try Note.sign(text, with: keys)
  }
}
