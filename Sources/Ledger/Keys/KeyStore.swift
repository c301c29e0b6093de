public import TransparencyLog

/// The folder `keys/`: the key that signs for the log, the head of its last signature, and the keys of protected values.
///
/// It must never be in a backup of the log: who restores an old log beside the present keys is kept from signing a fork, and values whose keys
/// were destroyed stay unreadable in every copy. Key files are for their owner alone (mode 0600); a file that others may read is refused.
public struct KeyStore: Sendable {
  /// The folder.
  public let path: String

  /// The keys in a folder.
  public init(_ path: String) { self.path = path }

  /// The file of the signing key, in the text form of Go's `sumdb/note`: `PRIVATE+KEY+name+id+key`.
  public var signerPath: String { path + "/log.key" }
  /// The file of the public key, `name+id+key`: to be given to readers and witnesses.
  public var verifierPath: String { path + "/log.vkey" }
  /// The file of the last signed size and root.
  public var headPath: String { path + "/head" }

  /// Makes the signing key of a new log, its public half, and the head of a log that has signed nothing.
  ///
  /// - Parameter seed: 32 random bytes; `nil` draws them from the system.
  @discardableResult
  package func create(origin: String, seed: [UInt8]? = nil) throws(LedgerError) -> VerifierKey {
    let signer: SignerKey
    do throws(KeyError) {
      signer = try SignerKey(name: origin, seed: seed ?? Random.bytes(32))
    } catch { throw .refused(line: nil, .draft("\"\(origin)\" cannot name a log: no spaces, no +, not empty")) }
    do throws(FileError) {
      try FileSystem.makeFolder(path, mode: 0o700)
      try SmallFile.create(signerPath, with: Array((signer.secretText + "\n").utf8), mode: 0o600)
      try SmallFile.create(verifierPath, with: Array((signer.verifier.description + "\n").utf8), mode: 0o644)
      try SmallFile.create(headPath, with: SignedHead(size: 0, root: .emptyRoot).text, mode: 0o600)
    } catch {
      throw error.isTaken ? .alreadyThere(path: error.path) : LedgerError(error)
    }
    return signer.verifier
  }

  /// The signing key, which must be the one of the log.
  ///
  /// - Throws: `key` when the file is missing, can be read by others, holds no key, or one of another log.
  public func signer(for origin: String) throws(LedgerError) -> SignerKey {
    let lines = try KeyFile.secretLines(signerPath, purpose: "signing a checkpoint")
    guard lines.count == 1, let signer = try? SignerKey(secretText: lines[0]) else {
      throw .key(.malformed(path: signerPath, expected: "one line PRIVATE+KEY+name+id+key"))
    }
    guard signer.name.utf8.elementsEqual(origin.utf8) else {
      throw .key(.otherOrigin(path: signerPath, found: signer.name, expected: origin))
    }
    return signer
  }

  /// The public key of the log.
  public func verifier() throws(LedgerError) -> VerifierKey {
    let bytes = try onDisk { () throws(FileError) in try SmallFile.read(verifierPath) }
    guard let bytes else { throw .key(.missing(path: verifierPath, purpose: "checking a checkpoint")) }
    guard let key = try? VerifierKey(KeyFile.line(bytes)) else {
      throw .key(.malformed(path: verifierPath, expected: "one line name+id+key"))
    }
    return key
  }

  /// The last signed size and root.
  public func head() throws(LedgerError) -> SignedHead {
    let bytes = try onDisk { () throws(FileError) in try SmallFile.read(headPath) }
    guard let bytes else { throw .signing(.headMissing(path: headPath)) }
    guard let head = SignedHead(text: bytes) else { throw .signing(.headMalformed(path: headPath)) }
    return head
  }

  /// Signs a checkpoint of a log that continues what was signed before.
  ///
  /// The new head is on the disk before the signature exists, so that no copy of the log, however old, can be signed into a fork. Only one process
  /// signs at a time.
  ///
  /// - Parameters:
  ///   - checkpoint: what to sign.
  ///   - rootAt: the root of the log's first events, for a size up to that of the checkpoint.
  /// - Throws: `signing` when the log is shorter than what was signed or has other events; the message says how to catch up.
  package func sign(
    _ checkpoint: Checkpoint, rootAt: (UInt64) throws(LedgerError) -> Digest
  ) throws(LedgerError) -> Note {
    let signer = try signer(for: checkpoint.origin)
    let lock = try onDisk { () throws(FileError) in
      let file = try OpenFile(path + "/head.lock", .locking)
      try file.lock()
      return file
    }
    defer { extendLifetime(lock) }
    return try signAlone(checkpoint, signer, rootAt: rootAt)
  }

  private func signAlone(
    _ checkpoint: Checkpoint, _ signer: SignerKey, rootAt: (UInt64) throws(LedgerError) -> Digest
  ) throws(LedgerError) -> Note {
    let head = try head()
    guard checkpoint.size >= head.size else {
      throw .signing(.rollback(signed: head.size, size: checkpoint.size))
    }
    let rootThen = head.size == checkpoint.size ? checkpoint.root : try rootAt(head.size)
    guard rootThen == head.root else { throw .signing(.fork(signed: head.size)) }
    let next = SignedHead(size: checkpoint.size, root: checkpoint.root)
    if next != head {
      do throws(FileError) {
        try SmallFile.replace(headPath, with: next.text, mode: 0o600)
      } catch { throw LedgerError(error) }
    }
    do throws(NoteError) { return try checkpoint.sign(with: [signer]) } catch {
      throw .key(.malformed(path: signerPath, expected: "a key that signs notes"))
    }
  }
}
