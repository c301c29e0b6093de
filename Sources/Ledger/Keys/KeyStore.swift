public import TransparencyLog

/// The folder `keys/`: the keys that sign for the log, the head of their last signature, and the keys of protected values.
///
/// It must never be in a backup of the log: who restores an old log beside the present keys is kept from signing a fork, and values whose keys
/// were destroyed stay unreadable in every copy. Key files are for their owner alone (mode 0600); a file that others may read is refused.
public struct KeyStore: Sendable {
  /// The folder.
  public let path: String

  /// The keys in a folder.
  public init(_ path: String) { self.path = path }

  /// The file of the signing keys, one a line, in the text form of Go's `sumdb/note`, `PRIVATE+KEY+name+id+key`, or sealed with a
  /// passphrase, `SEALED+KEY+…`. There are two while one key replaces another.
  public var signerPath: String { path + "/log.key" }
  /// The file of the public keys, `name+id+key`, those that were retired first, the newest last: to be given to readers and witnesses.
  public var verifierPath: String { path + "/log.vkey" }
  /// The file of the last signed size and root.
  public var headPath: String { path + "/head" }
  /// How far the log was looked through for events that end a key.
  var sightPath: String { path + "/ends" }
  /// The mark of a log that was frozen: the head of its last checkpoint.
  public var frozenPath: String { path + "/frozen" }

  /// Makes the signing key of a new log, its public half, and the head of a log that has signed nothing.
  ///
  /// - Parameters:
  ///   - seed: 32 random bytes; `nil` draws them from the system.
  ///   - passphrase: seals the key; `nil` leaves it open for whoever may read the file.
  @discardableResult
  package func create(
    origin: String, seed: [UInt8]? = nil, passphrase: [UInt8]? = nil
  ) throws(LedgerError) -> VerifierKey {
    let signer = try KeyStore.draw(origin, seed: seed)
    do throws(FileError) {
      try FileSystem.makeFolder(path, mode: 0o700)
      let held = HeldKey(signer, passphrase: passphrase)
      try SmallFile.create(signerPath, with: Array((held.line + "\n").utf8), mode: 0o600)
      try SmallFile.create(verifierPath, with: Array((signer.verifier.description + "\n").utf8), mode: 0o644)
      try SmallFile.create(headPath, with: SignedHead(size: 0, root: .emptyRoot).text, mode: 0o600)
    } catch {
      throw error.isTaken ? .alreadyThere(path: error.path) : LedgerError(error)
    }
    return signer.verifier
  }

  static func draw(_ origin: String, seed: [UInt8]? = nil) throws(LedgerError) -> SignerKey {
    do throws(KeyError) { return try SignerKey(name: origin, seed: seed ?? Random.bytes(32)) } catch {
      throw .refused(line: nil, .draft("\"\(origin)\" cannot name a log: no spaces, no +, not empty"))
    }
  }

  // MARK: Public keys

  /// The public key that new readers should have: the newest.
  public func verifier() throws(LedgerError) -> VerifierKey {
    let keys = try verifiers()
    return keys[keys.count - 1]
  }

  /// Every public key that the log has had, those that were retired first, the newest last; at least one.
  public func verifiers() throws(LedgerError) -> [VerifierKey] {
    let bytes = try onDisk { () throws(FileError) in try SmallFile.read(verifierPath) }
    guard let bytes else { throw .key(.missing(path: verifierPath, purpose: "checking a checkpoint")) }
    let keys = bytes.split(separator: 0x0a).map { try? VerifierKey(String(decoding: $0, as: UTF8.self)) }
    let good = keys.compactMap(\.self)
    guard !good.isEmpty, good.count == keys.count else {
      throw .key(.malformed(path: verifierPath, expected: "one line name+id+key for each key"))
    }
    return good
  }

  // MARK: Secret keys

  /// A key that this folder can sign with.
  public struct Held: Equatable, Sendable {
    /// Eight hexadecimal digits.
    public var id: String
    /// Whether a passphrase is needed.
    public var isSealed: Bool
  }

  /// The keys that are held here, without opening them.
  ///
  /// - Throws: `key` when the file is missing, can be read by others, holds no key, or one of another log.
  public func held(for origin: String) throws(LedgerError) -> [Held] {
    try keys(for: origin).map { Held(id: $0.id, isSealed: $0.isSealed) }
  }

  /// The keys that sign, in the order of the file: those held here that are also among the public keys.
  ///
  /// - Parameter ended: the ids of keys that are left out.
  /// - Throws: `key` as above, or when a sealed key cannot be opened.
  public func signers(
    for origin: String, passphrase: Passphrase? = nil, except ended: Set<String> = []
  ) throws(LedgerError) -> [SignerKey] {
    let known = try verifiers().map { KeyID.text($0) }
    let keys = try keys(for: origin)
    let signing = keys.filter { known.contains($0.id) && !ended.contains($0.id) }
    guard !signing.isEmpty else { throw .key(.notHeld(id: known.last ?? "", held: keys.map(\.id))) }
    var signers: [SignerKey] = []
    for key in signing { signers.append(try key.signer(at: signerPath, passphrase: passphrase)) }
    return signers
  }

  func keys(for origin: String) throws(LedgerError) -> [HeldKey] {
    let keys = try KeyFile.secretLines(signerPath, purpose: "signing a checkpoint").map { HeldKey(line: $0) }
    let good = keys.compactMap(\.self)
    guard !good.isEmpty, good.count == keys.count else {
      throw .key(
        .malformed(path: signerPath, expected: "one line PRIVATE+KEY+name+id+key for each key, or a sealed one"))
    }
    for key in good where !key.name.utf8.elementsEqual(origin.utf8) {
      throw .key(.otherOrigin(path: signerPath, found: key.name, expected: origin))
    }
    return good
  }

  func write(_ keys: [VerifierKey]) throws(LedgerError) {
    let text = keys.map { "\($0)\n" }.joined()
    try onDisk { () throws(FileError) in try SmallFile.replace(verifierPath, with: Array(text.utf8), mode: 0o644) }
  }

  func write(_ keys: [HeldKey]) throws(LedgerError) {
    let text = keys.map { $0.line + "\n" }.joined()
    try onDisk { () throws(FileError) in try SmallFile.replace(signerPath, with: Array(text.utf8), mode: 0o600) }
  }
}
