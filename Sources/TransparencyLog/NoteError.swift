/// Why a note is refused.
public enum NoteError: Error, Equatable, Sendable {
  /// The note is larger than ``Note/byteLimit``.
  case tooLarge(byteCount: Int)
  /// The note is not valid UTF-8.
  case notUTF8
  /// A control character other than a newline stands at this byte.
  case controlCharacter(offset: Int)
  /// There is no blank line after a text that ends in a newline, or nothing after it, or no newline at the end.
  case malformed
  /// The signature line with this number, from 1, cannot be read.
  case malformedSignature(line: Int)
  /// There are more signatures than ``Note/signatureLimit``.
  case tooManySignatures(Int)
  /// Two of the keys given have the same name and id.
  case ambiguousKey(name: String, id: UInt32)
  /// The signature of a key that was given does not fit the text.
  case badSignature(name: String, id: UInt32)
  /// None of the keys given has signed.
  case noKnownSignature
}
