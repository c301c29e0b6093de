/// Why a checkpoint is refused.
public enum CheckpointError: Error, Equatable, Sendable {
  /// The note that carries it is refused.
  case note(NoteError)
  /// The text has not at least the three lines origin, size and root, each not empty and ended by a newline.
  case malformed
  /// The second line is no decimal number below 2^64 without leading zeros.
  case badSize(String)
  /// The third line is not canonical Base64 of 32 bytes.
  case badRoot(String)
  /// The checkpoint is of another log.
  case wrongOrigin(expected: String, found: String)
  /// No key of the log has signed, though perhaps a witness has.
  case notSignedByLog
}
