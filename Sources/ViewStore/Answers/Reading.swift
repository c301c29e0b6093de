public import Views

/// An answer together with the state of the ledger it was read from, so that anybody can repeat it.
public struct Reading: Hashable, Sendable {
  /// What the view says.
  public var answer: Answer
  /// The question's known time as written by the ledger: how many events the answer could use.
  public var size: UInt64
  /// The root of the tree over these events, 32 bytes.
  public var root: [UInt8]

  /// The last position the answer could use; `nil` when it could use none.
  public var asOf: UInt64? { size == 0 ? nil : size - 1 }
}
