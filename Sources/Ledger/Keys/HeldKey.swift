internal import TransparencyLog

/// A signing key that this folder holds: one line of `keys/log.key`, open or sealed with a passphrase.
struct HeldKey: Sendable {
  private enum Content {
    case open(SignerKey)
    case sealed(SealedKey)
  }

  private let content: Content

  /// Holds a key, sealed when there is a passphrase.
  init(_ signer: SignerKey, passphrase: [UInt8]?) {
    content = passphrase.map { .sealed(SealedKey(signer, passphrase: $0)) } ?? .open(signer)
  }

  /// Reads a line; `nil` when it holds no key.
  init?(line: String) {
    if SealedKey.isSealed(line) {
      guard let sealed = SealedKey(line) else { return nil }
      content = .sealed(sealed)
    } else {
      guard let signer = try? SignerKey(secretText: line) else { return nil }
      content = .open(signer)
    }
  }

  /// The line as written; secret.
  var line: String {
    switch content {
    case .open(let signer): signer.secretText
    case .sealed(let sealed): sealed.text
    }
  }

  /// The name of the key.
  var name: String {
    switch content {
    case .open(let signer): signer.name
    case .sealed(let sealed): sealed.name
    }
  }

  /// The id of the key.
  var id: String {
    switch content {
    case .open(let signer): KeyID.text(signer.verifier)
    case .sealed(let sealed): sealed.id
    }
  }

  /// Whether a passphrase is needed.
  var isSealed: Bool { if case .sealed = content { true } else { false } }

  /// The key itself.
  func signer(at path: String, passphrase: Passphrase?) throws(LedgerError) -> SignerKey {
    switch content {
    case .open(let signer): return signer
    case .sealed(let sealed):
      guard let passphrase else { throw .key(.locked(path: path, id: sealed.id)) }
      guard let signer = sealed.open(passphrase: try passphrase(sealed.id)) else {
        throw .key(.wrongPassphrase(path: path, id: sealed.id))
      }
      return signer
    }
  }
}
