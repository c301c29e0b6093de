/// A SHA-256 digest: 32 bytes held inline.
///
/// The bytes lie in memory in their written order, so that equality and hashing cost four words and nothing is allocated.
/// Order is that of the bytes, first byte first, which is also the order of the hexadecimal text.
@frozen
public struct Digest: Hashable, Sendable, Comparable {
  @usableFromInline let words: (UInt64, UInt64, UInt64, UInt64)

  /// How many bytes a digest has.
  public static let byteCount = 32

  @usableFromInline
  init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  @inlinable
  public static func == (a: Digest, b: Digest) -> Bool {
    a.words.0 == b.words.0 && a.words.1 == b.words.1 && a.words.2 == b.words.2 && a.words.3 == b.words.3
  }

  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }

  public static func < (a: Digest, b: Digest) -> Bool {
    if a.words.0 != b.words.0 { return a.words.0.bigEndian < b.words.0.bigEndian }
    if a.words.1 != b.words.1 { return a.words.1.bigEndian < b.words.1.bigEndian }
    if a.words.2 != b.words.2 { return a.words.2.bigEndian < b.words.2.bigEndian }
    return a.words.3.bigEndian < b.words.3.bigEndian
  }
}
