/// What became of a draft that was sealed.
public struct SealedEvent: Sendable {
  /// The id: the draft's, or the one assigned.
  public let id: EventID
  /// The kind.
  public let kind: Kind
  /// Words that are not in their open list; kept.
  public let warnings: [Finding]
  /// Whether the draft wrote earlier events by position and leaf hash, which the ledger must compare.
  public let havePositions: Bool
}
