import Crypto

/// A private key with its name: signs notes or cosigns checkpoints.
///
/// It prints as its public half; only ``secretText`` gives the seed away.
public struct SignerKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// The public half, to be given to readers.
  public let verifier: VerifierKey
  private let seed: [UInt8]

  /// Makes the key of a secret seed of 32 bytes (RFC 8032 section 5.1.5), which the caller draws at random.
  public init(name: String, seed: [UInt8], algorithm: SignatureAlgorithm = .ed25519) throws(KeyError) {
    let key: Curve25519.Signing.PrivateKey
    do { key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed) } catch { throw .wrongLength(seed.count) }
    self.verifier = try VerifierKey(
      name: name, publicKey: [UInt8](key.publicKey.rawRepresentation), algorithm: algorithm)
    self.seed = seed
  }

  /// Reads a key as ``secretText`` writes it; every other text is refused.
  public init(secretText: String) throws(KeyError) {
    let prefix = "PRIVATE+KEY+"
    guard secretText.utf8.starts(with: prefix.utf8) else { throw .malformed }
    let parts = [UInt8](secretText.utf8.dropFirst(prefix.utf8.count))
      .split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw .malformed }
    let (algorithm, seed) = try KeyText.key(parts[2])
    try self.init(name: String(decoding: parts[0], as: UTF8.self), seed: seed, algorithm: algorithm)
    try KeyText.check(verifier.id, written: parts[1])
  }

  /// The key for safe keeping, in the form of Go's `sumdb/note`: `PRIVATE+KEY+name+id+key`. Secret.
  public var secretText: String {
    "PRIVATE+KEY+\(name)+\(KeyText.id(verifier.id))+\(Base64.encode([verifier.algorithm.rawValue] + seed))"
  }

  /// The name of the key.
  public var name: String { verifier.name }

  /// The public half, never the secret.
  public var description: String { verifier.description }
  /// Shows the public half alone, so that a dump does not show the seed.
  public var customMirror: Mirror { Mirror(self, children: ["verifier": verifier]) }

  /// Signs the text of a note with a key of type 0x01.
  public func sign(_ text: [UInt8]) -> NoteSignature {
    precondition(verifier.algorithm == .ed25519, "a cosigner's key signs with a time")
    return NoteSignature(name: name, keyID: verifier.id, bytes: ed25519(text))
  }

  /// Cosigns the text of a checkpoint at a time in seconds since 1970, with a key of type 0x04.
  public func cosign(_ text: [UInt8], time: UInt64) -> NoteSignature {
    precondition(verifier.algorithm == .cosignature, "only a cosigner's key signs with a time")
    precondition(time <= Cosignature.latestTime, "the time of a cosignature is below 2^63")
    let signature = ed25519(Cosignature.message(time: time, text: text))
    return NoteSignature(
      name: name, keyID: verifier.id, bytes: Cosignature.Parts(time: time, ed25519: signature).bytes)
  }

  /// The bare Ed25519 signature over any bytes, 64 bytes; the same bytes always give the same signature.
  ///
  /// Whoever signs something other than a note must give it a first line that no note has (domain separation).
  public func ed25519(_ message: [UInt8]) -> [UInt8] {
    do {
      let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
      return [UInt8](try key.signature(for: message))
    } catch {
      preconditionFailure("a seed of 32 bytes signs any message: \(error)")
    }
  }
}
