import Crypto

/// A public key with its name: what a reader must know to believe a note (C2SP signed-note "Verifier keys").
///
/// Written as `name+id+key`, for example `example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k`.
public struct VerifierKey: Sendable, Hashable, CustomStringConvertible {
  /// The name, best a URL without a scheme.
  public let name: String
  /// The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key), most significant first.
  public let id: UInt32
  /// What kind of signatures the key makes.
  public let algorithm: SignatureAlgorithm
  /// The 32 bytes of the Ed25519 public key (RFC 8032).
  public let publicKey: [UInt8]

  /// Names a public key of 32 bytes.
  public init(name: String, publicKey: [UInt8], algorithm: SignatureAlgorithm = .ed25519) throws(KeyError) {
    guard KeyName.isValid(name) else { throw .badName(name) }
    guard publicKey.count == 32 else { throw .wrongLength(publicKey.count) }
    let digest = Digest.sha256([UInt8](name.utf8) + [0x0A, algorithm.rawValue] + publicKey)
    self.name = name
    self.id = digest.bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }
    self.algorithm = algorithm
    self.publicKey = publicKey
  }

  /// Reads a key as written; every text but the one that ``description`` gives is refused.
  public init(_ text: String) throws(KeyError) {
    let utf8 = [UInt8](text.utf8)
    let parts = utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw .malformed }
    let (algorithm, key) = try KeyText.key(parts[2])
    try self.init(name: String(decoding: parts[0], as: UTF8.self), publicKey: key, algorithm: algorithm)
    try KeyText.check(id, written: parts[1])
  }

  /// The key as written, `name+id+key`.
  public var description: String {
    "\(name)+\(KeyText.id(id))+\(Base64.encode([algorithm.rawValue] + publicKey))"
  }

  /// Whether the bytes are a signature of this key over the text of a note, in the form of its algorithm.
  public func verifies(_ signature: [UInt8], text: [UInt8]) -> Bool {
    switch algorithm {
    case .ed25519:
      return isEd25519(signature, over: text)
    case .cosignature:
      guard let parts = Cosignature.Parts(signature) else { return false }
      return isEd25519(parts.ed25519, over: Cosignature.message(time: parts.time, text: text))
    }
  }

  /// Whether the bytes are this key's bare Ed25519 signature over a message (RFC 8032 section 5.1.7), 64 bytes.
  ///
  /// The group equation is checked without the cofactor, and the encoding of R must be canonical, as Go and OpenSSL do.
  public func isEd25519(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    guard signature.count == 64, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    return key.isValidSignature(signature, for: message)
  }
}
