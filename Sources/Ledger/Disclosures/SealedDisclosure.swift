/// A protected value, encrypted with the key of its subject, as the log keeps it beside the event.
public struct SealedDisclosure: Equatable, Sendable {
  /// The position of the event.
  public var position: UInt64
  /// The digest that stands in the leaf: SHA-256 of the disclosure's text, 32 bytes.
  public var digest: [UInt8]
  /// Nonce, ciphertext and tag (ChaCha20-Poly1305, RFC 8439), bound to the digest.
  public var sealed: [UInt8]
  /// The number of the key, 16 random bytes: it says nothing about the subject.
  public var key: [UInt8]

  /// A sealed value.
  public init(position: UInt64, digest: [UInt8], sealed: [UInt8], key: [UInt8]) {
    self.position = position
    self.digest = digest
    self.sealed = sealed
    self.key = key
  }
}
