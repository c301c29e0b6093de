/// Why a text is no key, or why no key can be made.
public enum KeyError: Error, Equatable, Sendable {
  /// The text has not the parts `name+id+key` (or `PRIVATE+KEY+name+id+key`).
  case malformed
  /// The name is empty or holds a space, a plus sign or a control character.
  case badName(String)
  /// The key part is not canonical Base64.
  case badBase64
  /// The first byte of the key part is a type that this module does not know.
  case unknownAlgorithm(UInt8)
  /// An Ed25519 key or seed has 32 bytes.
  case wrongLength(Int)
  /// The id in the text is not the one that name and key give.
  case wrongID(written: String, computed: String)
}
