internal import Crypto
internal import Leaf
internal import TransparencyLog

/// The public key of a reader of protected values: what is sealed for it can be opened by that reader alone.
///
/// X25519 and ChaCha20-Poly1305 through HPKE in base mode (RFC 9180), suite DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
/// ChaCha20Poly1305; `info` is the public key itself, the additional data are the bytes the caller names.
/// Written `daybook-reader:NAME:KEY`, the key being base64 of its 32 bytes.
public struct ReaderKey: Hashable, Sendable, CustomStringConvertible {
  /// How the reader is called; the form of ``Readers/isName(_:)``.
  public let name: String
  /// The 32 bytes of the X25519 public key (RFC 7748).
  public let publicKey: [UInt8]

  static let mark = "daybook-reader"

  init(name: String, publicKey: [UInt8]) {
    self.name = name
    self.publicKey = publicKey
  }

  /// Reads a key as written; `nil` for any other text.
  public init?(_ text: String) {
    guard let (name, bytes) = ReaderKey.parts(text, mark: ReaderKey.mark) else { return nil }
    self.init(name: name, publicKey: bytes)
  }

  /// The key as written.
  public var description: String { ReaderKey.text(ReaderKey.mark, name, publicKey) }

  /// Seals bytes for the reader.
  ///
  /// - Returns: the encapsulated key, 32 bytes, and the sealed bytes with their tag.
  public func seal(_ bytes: [UInt8], authenticating context: [UInt8]) -> (encapsulated: [UInt8], sealed: [UInt8])? {
    guard let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey),
      var sender = try? HPKE.Sender(
        recipientKey: key, ciphersuite: .Curve25519_SHA256_ChachaPoly, info: key.rawRepresentation),
      let sealed = try? sender.seal(bytes, authenticating: context)
    else { return nil }
    return ([UInt8](sender.encapsulatedKey), [UInt8](sealed))
  }

  static func text(_ mark: String, _ name: String, _ bytes: [UInt8]) -> String {
    "\(mark):\(name):\(Digest(bytes)?.base64 ?? "")"
  }

  static func parts(_ text: String, mark: String) -> (name: String, bytes: [UInt8])? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0].utf8.elementsEqual(mark.utf8), Readers.isName(parts[1]),
      let bytes = Digest(base64: parts[2])?.bytes
    else { return nil }
    return (parts[1], bytes)
  }
}

/// The secret half of a reader's key. Written `DAYBOOK-READER-KEY:NAME:KEY`, in a file for its owner alone.
public struct ReaderSecret: Sendable {
  /// The public half.
  public let reader: ReaderKey
  private let secret: Curve25519.KeyAgreement.PrivateKey

  private static let mark = "DAYBOOK-READER-KEY"

  /// A new key of a reader; `nil` when the name is of another form.
  public init?(name: String) {
    guard Readers.isName(name) else { return nil }
    self.init(name, Curve25519.KeyAgreement.PrivateKey())
  }

  private init(_ name: String, _ secret: Curve25519.KeyAgreement.PrivateKey) {
    self.secret = secret
    reader = ReaderKey(name: name, publicKey: [UInt8](secret.publicKey.rawRepresentation))
  }

  /// Reads the secret from its file, which others must not be able to read.
  public init(file path: String) throws(LedgerError) {
    let lines = try KeyFile.secretLines(path, purpose: "opening what was sealed for its reader")
    guard lines.count == 1, let (name, bytes) = ReaderKey.parts(lines[0], mark: ReaderSecret.mark),
      let secret = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
    else { throw .key(.malformed(path: path, expected: "one line \(ReaderSecret.mark):NAME:KEY")) }
    self.init(name, secret)
  }

  /// Writes the secret to a new file, for its owner alone.
  public func write(to path: String) throws(LedgerError) {
    let text = ReaderKey.text(ReaderSecret.mark, reader.name, [UInt8](secret.rawRepresentation)) + "\n"
    do throws(FileError) { try SmallFile.create(path, with: Array(text.utf8), mode: 0o600) } catch {
      throw error.isTaken ? .alreadyThere(path: path) : LedgerError(error)
    }
  }

  /// Opens what was sealed for this reader; `nil` when it was sealed for another, or was altered.
  public func open(_ sealed: [UInt8], encapsulated: [UInt8], authenticating context: [UInt8]) -> [UInt8]? {
    // The encapsulated key is an X25519 public key, so that its own type can carry the bytes.
    guard let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: encapsulated),
      var recipient = try? HPKE.Recipient(
        privateKey: secret, ciphersuite: .Curve25519_SHA256_ChachaPoly, info: secret.publicKey.rawRepresentation,
        encapsulatedKey: key.rawRepresentation),
      let bytes = try? recipient.open(sealed, authenticating: context)
    else { return nil }
    return [UInt8](bytes)
  }
}
