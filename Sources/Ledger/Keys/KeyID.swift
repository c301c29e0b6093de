public import TransparencyLog

/// The id of a key as eight lower-case hexadecimal digits: how events name their recorder and policies their key.
public enum KeyID {
  /// The digits.
  public static func text(_ id: UInt32) -> String {
    let digits = String(id, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// The digits of a key's id.
  public static func text(_ key: VerifierKey) -> String { text(key.id) }
}
