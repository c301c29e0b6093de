public import TransparencyLog
public import Vocabulary

/// What an append may ask and do while nobody else appends.
///
/// Everything it answers includes the events that the same call appended before.
public protocol AppendTransaction: AnyObject {
  /// How many events there are, with those of this call: the position of the next one.
  var size: UInt64 { get }

  /// The right edge of the tree with the events of this call.
  var frontier: Frontier { get }

  /// Where the event with this id stands; `nil` when there is none.
  func position(of id: EventID) throws(LedgerError) -> UInt64?

  /// The leaf hash at a position below ``size``.
  func leafHash(at position: UInt64) throws(LedgerError) -> Digest

  /// Where a leaf with this hash stands; `nil` when there is none. It reads through all hashes: for what people type.
  func position(ofLeaf hash: Digest) throws(LedgerError) -> UInt64?

  /// The leaf at a position below ``size``.
  func leaf(at position: UInt64) throws(LedgerError) -> [UInt8]

  /// Adds one leaf at the end and answers its hash. The id must be new.
  ///
  /// - Parameter isAssigned: whether the ledger made the id just now, greater than those it made before, so that it
  ///   need not be looked for.
  @discardableResult
  func append(id: EventID, isAssigned: Bool, leaf: UnsafeRawBufferPointer) throws(LedgerError) -> Digest

  /// Keeps a sealed value of an event of this call.
  func keep(_ disclosure: SealedDisclosure) throws(LedgerError)
}

extension AppendTransaction {
  /// Adds one leaf whose id was given, at the end, and answers its hash. The id must be new.
  @discardableResult
  public func append(id: EventID, leaf: UnsafeRawBufferPointer) throws(LedgerError) -> Digest {
    try unsafe append(id: id, isAssigned: false, leaf: leaf)
  }
}
