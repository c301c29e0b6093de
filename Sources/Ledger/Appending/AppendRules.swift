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

  let sealer: S
  private let transaction: any AppendTransaction
  private let references: TransactionReferences
  private let at: String
  private let by: String
  /// The leaf of the draft that was applied last.
  private(set) var leaf: [UInt8] = []
  /// Values to be hidden, with the positions of their events.
  private var hidden: [(value: ProtectedValue, position: UInt64)] = []

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
    try unsafe leaf.span.withUnsafeBytes { bytes throws(LedgerError) in
      _ = try unsafe transaction.append(id: id, isAssigned: given == nil, leaf: bytes)
    }
    for value in sealer.takeProtected() { hidden.append((value, position)) }
    return .appended(position)
  }

  /// After a draft was refused: takes its place, so that the drafts after it can be looked at as if it were there. Only
  /// in a transaction that will be undone.
  func holdPlace(of draft: S.Draft?, newID: () -> EventID) throws(LedgerError) {
    _ = sealer.takeProtected()
    var (id, isAssigned) = (newID(), true)
    if let given = draft.flatMap({ sealer.id(of: $0) }) {
      if try transaction.position(of: given) != nil { return }
      (id, isAssigned) = (given, false)
    }
    let failure: LedgerError? = unsafe [0x7b, 0x7d].withUnsafeBytes { bytes in
      do throws(LedgerError) {
        try unsafe transaction.append(id: id, isAssigned: isAssigned, leaf: bytes)
        return nil
      } catch { return error }
    }
    if let failure { throw failure }
  }

  /// Seals the hidden values, each with the key of its subject. Last of all, so that a refused call makes no keys.
  func sealHidden(_ disclosures: Disclosures) throws(LedgerError) {
    for (value, position) in hidden {
      try transaction.keep(
        try disclosures.seal(
          Array(value.disclosure.text.utf8), subject: value.subject, isOwn: value.isOwn, position: position))
    }
  }

  /// Seals the draft as the stored event was sealed, and compares.
  private mutating func recognise(_ draft: S.Draft, _ id: EventID, at position: UInt64) throws(LedgerError) -> Outcome {
    let stored = try transaction.leaf(at: position)
    guard var stamp = sealer.stamp(of: stored), stamp.id == id else {
      throw .refused(line: nil, .idTaken(id, position: position))
    }
    stamp.stored = stored
    references.own = position
    leaf.removeAll(keepingCapacity: true)
    do throws(LedgerError) {
      try sealer.seal(draft, as: stamp, references: references, into: &leaf)
    } catch {
      // What cannot even be sealed at that place is not the same event.
      if case .refused(_, .noSuchEvent) = error { throw .refused(line: nil, .idTaken(id, position: position)) }
      if case .refused(_, .notEarlier) = error { throw .refused(line: nil, .idTaken(id, position: position)) }
      if case .refused(_, .findings(let findings)) = error, findings.allSatisfy({ $0.problem == .unknownEvent }) {
        throw .refused(line: nil, .idTaken(id, position: position))
      }
      throw error
    }
    guard leaf == stored else { throw .refused(line: nil, .idTaken(id, position: position)) }
    return .already(position)
  }
}
