internal import Crypto
internal import CryptoExtras
internal import TransparencyLog

/// A signing key at rest, sealed with a passphrase: `SEALED+KEY+name+id+scrypt+17+8+1+salt+box`, salt and box in hexadecimal.
///
/// The key of the seal is scrypt (RFC 7914) of the passphrase, of swift-crypto; with 2^17 rounds of 8 blocks a guess costs an attacker 128 MiB and about
/// half a second. The box is ChaCha20-Poly1305 (RFC 8439) over the text of the key; what stands before it is authenticated, so that a name or a cost cannot
/// be changed.
struct SealedKey: Equatable, Sendable {
  /// The name and id of the key inside, which anybody may know.
  let name: String
  let id: String
  /// How dear a guess is made.
  let cost: Cost
  private let salt: [UInt8]
  private let box: [UInt8]

  /// The parameters of scrypt.
  struct Cost: Equatable, Sendable {
    /// The binary logarithm of the rounds (N).
    var rounds: Int
    /// The size of a block (r).
    var block: Int
    /// The parallelism (p).
    var lanes: Int

    /// 128 MiB and about half a second.
    static let usual = Cost(rounds: 17, block: 8, lanes: 1)

    /// Whether a file may ask for so much: at most 1 GiB, since nobody should be made to compute for hours by a file.
    var isBearable: Bool {
      (1...20).contains(rounds) && (1...32).contains(block) && (1...16).contains(lanes)
        && (128 * block) << rounds <= 1 << 30
    }
  }

  private static let prefix = "SEALED+KEY+"

  /// Whether a line claims to be a sealed key.
  static func isSealed(_ line: String) -> Bool { line.utf8.starts(with: prefix.utf8) }

  /// Seals a key.
  init(
    _ signer: SignerKey, passphrase: [UInt8], salt: [UInt8] = Random.bytes(16), cost: Cost = .usual
  ) {
    name = signer.name
    id = KeyID.text(signer.verifier.id)
    self.cost = cost
    self.salt = salt
    let head = SealedKey.head(name, id, cost, salt)
    do {
      let secret = try SealedKey.key(passphrase, salt, cost)
      let sealed = try ChaChaPoly.seal(Array(signer.secretText.utf8), using: secret, authenticating: Array(head.utf8))
      box = [UInt8](sealed.combined)
    } catch {
      preconditionFailure("any text can be sealed with any passphrase: \(error)")
    }
  }

  /// Reads a line; `nil` when it is written in any other way.
  init?(_ line: String) {
    let parts = line.utf8.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 10, parts[4] == "scrypt", let rounds = Int(parts[5]), let block = Int(parts[6]),
      let lanes = Int(parts[7]), let salt = Hexadecimal.bytes(parts[8]), let box = Hexadecimal.bytes(parts[9])
    else { return nil }
    cost = Cost(rounds: rounds, block: block, lanes: lanes)
    guard cost.isBearable, salt.count >= 16 else { return nil }
    name = parts[2]
    id = parts[3]
    self.salt = salt
    self.box = box
    guard text.utf8.elementsEqual(line.utf8) else { return nil }
  }

  /// The line as written.
  var text: String { SealedKey.head(name, id, cost, salt) + Hexadecimal.text(box) }

  /// The key inside; `nil` when the passphrase is another, or the line was altered.
  func open(passphrase: [UInt8]) -> SignerKey? {
    let head = SealedKey.head(name, id, cost, salt)
    guard let secret = try? SealedKey.key(passphrase, salt, cost),
      let sealed = try? ChaChaPoly.SealedBox(combined: box),
      let text = try? ChaChaPoly.open(sealed, using: secret, authenticating: Array(head.utf8)),
      let signer = try? SignerKey(secretText: String(decoding: text, as: UTF8.self)),
      signer.name.utf8.elementsEqual(name.utf8), KeyID.text(signer.verifier.id) == id
    else { return nil }
    return signer
  }

  private static func head(_ name: String, _ id: String, _ cost: Cost, _ salt: [UInt8]) -> String {
    "\(prefix)\(name)+\(id)+scrypt+\(cost.rounds)+\(cost.block)+\(cost.lanes)+\(Hexadecimal.text(salt))+"
  }

  static func key(_ passphrase: [UInt8], _ salt: [UInt8], _ cost: Cost) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: passphrase, salt: salt, outputByteCount: 32, rounds: 1 << cost.rounds, blockSize: cost.block,
      parallelism: cost.lanes)
  }
}
