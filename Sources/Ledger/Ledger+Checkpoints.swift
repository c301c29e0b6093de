internal import Leaf
public import TransparencyLog

extension Ledger {
  /// Signs a checkpoint of all events and keeps it.
  ///
  /// The head in `keys/` is made durable before the signature exists, the note is kept in the log before it is given out. Signing the same size again
  /// gives the same bytes.
  ///
  /// - Parameter passphrase: asked for when a key is sealed.
  /// - Throws: `signing` when the log does not continue what this key has signed; `key` when the key cannot be used, or an event has ended it.
  public func checkpoint(passphrase: Passphrase? = nil) throws(LedgerError) -> Note {
    try keys.refuseFrozen()
    let tree = try tree()
    return try sign(tree, try keyEvents(below: tree.size), ending: nil, passphrase)
  }

  /// Signs the checkpoint over the event that ends a key, the last that this key signs, with every other key that signs.
  ///
  /// - Parameter state: what the event must say: a key that others may have is not simply retired.
  /// - Returns: `nil` when the key has signed such a checkpoint before: then nothing is signed.
  package func lastCheckpoint(
    of key: VerifierKey, _ state: KeyEvent.State, passphrase: Passphrase? = nil
  ) throws(LedgerError) -> Note? {
    try keys.refuseFrozen()
    let tree = try tree()
    let events = try keyEvents(below: tree.size)
    if let end = events.end(of: key), end.state == state || state == .compromised {
      for kept in try checkpoints() where kept.size > end.event {
        if (try? Checkpoint.open(kept.note, origin: origin, logKeys: [key])) != nil { return nil }
      }
      return try sign(tree, events, ending: key, passphrase)
    }
    return try sign(tree, events, ending: nil, passphrase)
  }

  private func sign(
    _ tree: LogTree, _ events: KeyEvents, ending: VerifierKey?, _ passphrase: Passphrase?
  ) throws(LedgerError) -> Note {
    try keys.refuse(events.ends.filter { $0.key != ending }, origin: origin)
    let checkpoint = Checkpoint(origin: origin, size: tree.size, root: tree.root)
    let note = try keys.sign(checkpoint, passphrase: passphrase) { size throws(LedgerError) in
      try tree.root(at: size)
    }
    try log.keep(checkpoint: note.bytes, size: tree.size)
    // Only once the head is signed: what was looked at is then known to be ahead of it.
    try keys.keep(KeySight(size: tree.size, positions: events.ends.map(\.event)))
    return note
  }

  /// What the first events say about keys of the log.
  ///
  /// What the last signer looked at is not looked at again: the time grows with the events that are not signed yet.
  package func keyEvents(below size: UInt64) throws(LedgerError) -> KeyEvents {
    var seen = try keys.sight()
    // What is ahead of the head was never looked at by a signer of this log.
    if let head = try? keys.head(), seen.size > head.size { seen = KeySight() }
    var events = KeyEvents()
    var document = Document()
    for position in seen.positions where position < size {
      guard (try? document.parse(try leaf(at: position), as: .trusted)) != nil else { continue }
      events.note(document.root, at: position)
    }
    guard seen.size < size else { return events }
    do {
      try unsafe read(seen.size..<size) { position, leaf in
        // An event that cannot be read is the audit's to tell.
        guard unsafe KeyEvents.mayTell(leaf), (try? unsafe document.parse(leaf, as: .trusted)) != nil else { return }
        events.note(document.root, at: position)
      }
    } catch {
      throw error as? LedgerError ?? .damaged(path: origin, reason: "its events cannot be read: \(error)")
    }
    return events
  }

  /// Every checkpoint that was kept, oldest first.
  public func checkpoints() throws(LedgerError) -> [StoredCheckpoint] { try log.checkpoints() }
}
