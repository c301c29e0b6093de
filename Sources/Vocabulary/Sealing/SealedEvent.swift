/// A leaf ready to be stored.
public struct SealedEvent: Sendable {
  /// The canonical bytes.
  public let bytes: [UInt8]
  /// The id: the draft's, or the one assigned.
  public let id: EventID
  /// Words that are not in their open list; kept.
  public let warnings: [Finding]
}
