public import TransparencyLog

extension Ledger {
  /// Signs a checkpoint of all events and keeps it.
  ///
  /// The head in `keys/` is made durable before the signature exists, the note is kept in the log before it is given out. Signing the same size again
  /// gives the same bytes.
  ///
  /// - Parameter passphrase: asked for when a key is sealed.
  /// - Throws: `signing` when the log does not continue what this key has signed; `key` when the key cannot be used.
  public func checkpoint(passphrase: Passphrase? = nil) throws(LedgerError) -> Note {
    let tree = try tree()
    let checkpoint = Checkpoint(origin: origin, size: tree.size, root: tree.root)
    let note = try keys.sign(checkpoint, passphrase: passphrase) { size throws(LedgerError) in
      try tree.root(at: size)
    }
    try log.keep(checkpoint: note.bytes, size: tree.size)
    return note
  }

  /// Every checkpoint that was kept, oldest first.
  public func checkpoints() throws(LedgerError) -> [StoredCheckpoint] { try log.checkpoints() }
}
