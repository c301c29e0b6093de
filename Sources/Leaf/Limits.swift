/// The bounds of the profile.
public enum Limits {
  /// The longest leaf, in bytes.
  public static let leafBytes = 65_535
  /// The longest draft that is read, in bytes; its white space and escapes do not reach the leaf.
  public static let draftBytes = 16_777_215
  /// How deep objects and lists may be nested.
  public static let depth = 32
  /// The longest key, in bytes.
  public static let keyBytes = 32
  /// The greatest magnitude of a number, 2^53 - 1: up to here every reader of JSON agrees.
  public static let integer: Int64 = 9_007_199_254_740_991
}
