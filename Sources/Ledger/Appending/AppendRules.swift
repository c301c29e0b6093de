internal import Leaf
internal import TransparencyLog
internal import Vocabulary

/// The append rules of the ledger, applied to one draft after the other inside a transaction.
///
/// The same id with the same bytes succeeds and answers the first position; with other bytes it is refused. References point to earlier events.
/// A leaf is at most 65,535 bytes.
struct AppendRules<S: Sealer> {
  /// Where a draft has come to stand.
  enum Outcome: Equatable {
    case appended(UInt64)
    case already(UInt64)
  }

  private let sealer: S
  private let transaction: any AppendTransaction
  private let references: TransactionReferences
  private let at: String
  private let by: String
  private var leaf: [UInt8] = []

  init(_ sealer: S, _ transaction: any AppendTransaction, at: String, by: String) {
    self.sealer = sealer
    self.transaction = transaction
    self.at = at
    self.by = by
    references = TransactionReferences(transaction)
    leaf.reserveCapacity(4096)
  }

  /// Seals and appends one decoded draft, or recognises it. `newID` gives an id to a draft without one.
  mutating func apply(_ draft: S.Draft, newID: () -> EventID) throws(LedgerError) -> Outcome {
    let given = sealer.id(of: draft)
    if let given, let position = try transaction.position(of: given) {
      return try recognise(draft, given, at: position)
    }
    let id = given ?? newID()
    references.own = transaction.size
    leaf.removeAll(keepingCapacity: true)
    try sealer.seal(draft, as: EventStamp(id: id, at: at, by: by), references: references, into: &leaf)
    guard leaf.count <= Limits.leafBytes else {
      throw .refused(line: nil, .tooLong(bytes: leaf.count, limit: Limits.leafBytes))
    }
    let position = transaction.size
    let failure: LedgerError? = unsafe leaf.withUnsafeBytes { bytes in
      do throws(LedgerError) {
        try unsafe transaction.append(id: id, leaf: bytes)
        return nil
      } catch { return error }
    }
    if let failure { throw failure }
    return .appended(position)
  }

  /// Seals the draft as the stored event was sealed, and compares.
  private mutating func recognise(_ draft: S.Draft, _ id: EventID, at position: UInt64) throws(LedgerError) -> Outcome {
    let stored = try transaction.leaf(at: position)
    guard let stamp = sealer.stamp(of: stored), stamp.id == id else {
      throw .refused(line: nil, .idTaken(id, position: position))
    }
    references.own = position
    leaf.removeAll(keepingCapacity: true)
    do throws(LedgerError) {
      try sealer.seal(draft, as: stamp, references: references, into: &leaf)
    } catch {
      // What cannot even be sealed at that place is not the same event.
      if case .refused(_, .noSuchEvent) = error { throw .refused(line: nil, .idTaken(id, position: position)) }
      if case .refused(_, .notEarlier) = error { throw .refused(line: nil, .idTaken(id, position: position)) }
      throw error
    }
    guard leaf == stored else { throw .refused(line: nil, .idTaken(id, position: position)) }
    return .already(position)
  }
}
