package import TransparencyLog

extension KeyStore {
  /// The last signed size and root.
  public func head() throws(LedgerError) -> SignedHead {
    let bytes = try onDisk { () throws(FileError) in try SmallFile.read(headPath) }
    guard let bytes else { throw .signing(.headMissing(path: headPath)) }
    guard let head = SignedHead(text: bytes) else { throw .signing(.headMalformed(path: headPath)) }
    return head
  }

  /// Signs a checkpoint of a log that continues what was signed before, with every key that signs now.
  ///
  /// The new head is on the disk before a signature exists, so that no copy of the log, however old, can be signed into a fork. Only one process
  /// signs at a time.
  ///
  /// - Parameters:
  ///   - checkpoint: what to sign.
  ///   - passphrase: asked for when a key is sealed.
  ///   - rootAt: the root of the log's first events, for a size up to that of the checkpoint.
  /// - Throws: `signing` when the log is shorter than what was signed or has other events; the message says how to catch up.
  package func sign(
    _ checkpoint: Checkpoint, passphrase: Passphrase? = nil, rootAt: (UInt64) throws(LedgerError) -> Digest
  ) throws(LedgerError) -> Note {
    try refuseFrozen()
    let signers = try signers(for: checkpoint.origin, passphrase: passphrase)
    let lock = try onDisk { () throws(FileError) in
      let file = try OpenFile(path + "/head.lock", .locking)
      try file.lock()
      return file
    }
    defer { extendLifetime(lock) }
    return try signAlone(checkpoint, signers, rootAt: rootAt)
  }

  private func signAlone(
    _ checkpoint: Checkpoint, _ signers: [SignerKey], rootAt: (UInt64) throws(LedgerError) -> Digest
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
    do throws(NoteError) { return try checkpoint.sign(with: signers) } catch {
      throw .key(.malformed(path: signerPath, expected: "a key that signs notes"))
    }
  }

  /// Refuses to sign while a key that an event has ended is still among those that sign here.
  func refuse(_ ends: [KeyEvent], origin: String) throws(LedgerError) {
    guard !ends.isEmpty else { return }
    let known = try verifiers()
    let held = try held(for: origin).map(\.id).filter { id in known.contains { KeyID.text($0) == id } }
    for end in ends where known.contains(end.key) && held.contains(KeyID.text(end.key)) {
      throw .key(
        .ended(
          id: KeyID.text(end.key), event: end.event, isCompromised: end.isCompromised, isOnly: held.count == 1))
    }
  }

  // MARK: Freezing

  /// The head of the last checkpoint of a frozen log; `nil` when it is not frozen.
  public func frozen() throws(LedgerError) -> SignedHead? {
    let bytes = try onDisk { () throws(FileError) in try SmallFile.read(frozenPath) }
    guard let bytes else { return nil }
    guard let head = SignedHead(text: bytes) else { throw .signing(.headMalformed(path: frozenPath)) }
    return head
  }

  /// Freezes the log at what was signed last: from now on nothing is appended or signed here.
  package func freeze() throws(LedgerError) {
    let head = try head()
    try onDisk { () throws(FileError) in try SmallFile.replace(frozenPath, with: head.text, mode: 0o600) }
  }

  func refuseFrozen() throws(LedgerError) {
    guard let head = try frozen() else { return }
    throw .key(.frozen(path: frozenPath, size: head.size))
  }
}
