public import Ledger
public import TransparencyLog

/// The log's side of witnessing: what is asked of a witness, and what comes back.
extension Ledger {
  /// A request for a cosignature of the newest checkpoint.
  ///
  /// - Parameter oldSize: the size that the witness cosigned last, up to that of the checkpoint; 0 for none.
  /// - Returns: `nil` when no checkpoint was signed yet.
  /// - Throws: `noSuchPosition` when the old size lies beyond the checkpoint.
  public func witnessRequest(from oldSize: UInt64) throws -> AddCheckpointRequest? {
    guard let newest = try newestCheckpoint() else { return nil }
    guard oldSize <= newest.size else { throw LedgerError.noSuchPosition(oldSize - 1, size: newest.size) }
    let proof = oldSize == 0 ? [] : try Tree.proveConsistency(from: oldSize, to: newest.size, reader: tree())
    return AddCheckpointRequest(oldSize: oldSize, proof: proof, note: newest.note)
  }

  /// The checkpoint of the largest size, its last copy: the one with the most signatures.
  public func newestCheckpoint() throws(LedgerError) -> StoredCheckpoint? {
    let all = try checkpoints()
    let size = all.map(\.size).max()
    return all.last { $0.size == size }
  }

  /// The cosignatures of known witnesses that the log keeps, newest checkpoint first, each with the size it covers.
  public func cosignatures(
    by witnesses: [VerifierKey]
  ) throws(LedgerError) -> [(size: UInt64, cosignature: Cosignature)] {
    var found: [(size: UInt64, cosignature: Cosignature)] = []
    for stored in try checkpoints() {
      guard let opened = try? Note.open(stored.note, keys: witnesses) else { continue }
      for cosignature in opened.cosignatures
      where !found.contains(where: { $0.size == stored.size && $0.cosignature == cosignature }) {
        found.append((stored.size, cosignature))
      }
    }
    return found.sorted { ($0.size, $0.cosignature.time) > ($1.size, $1.cosignature.time) }
  }

  /// Keeps the cosignatures among these lines that known witnesses made over a checkpoint of this log.
  ///
  /// The checkpoint is the newest that any line belongs to. Lines of unknown keys are ignored.
  ///
  /// - Returns: the size of the checkpoint and who has cosigned; `nil` when no line belongs to any checkpoint of this log.
  public func keep(
    cosignatures lines: [NoteSignature], by witnesses: [VerifierKey]
  ) throws -> (size: UInt64, witnesses: [VerifierKey])? {
    let sizes = try checkpoints().map(\.size)
    for size in Set(sizes).sorted(by: >) {
      // The last copy has all signatures that were gathered before.
      guard let stored = try checkpoints().last(where: { $0.size == size }) else { continue }
      let note = try Note(stored.note)
      let good = note.cosignatures(among: lines, by: witnesses)
      guard !good.isEmpty else { continue }
      try log.keep(checkpoint: note.adding(good).bytes, size: size)
      return (size, witnesses.filter { key in good.contains { $0.isBy(key) } })
    }
    return nil
  }
}
