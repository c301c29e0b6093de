/// What following the log came to.
public struct FollowReport: Equatable, Sendable {
  /// How many events the views have seen.
  public var size: UInt64
  /// The root of the tree over them, 32 bytes.
  public var root: [UInt8]
  /// How many of them were read now.
  public var added: UInt64
  /// Why the views were built anew; `nil` when they were only followed up.
  public var rebuilt: RebuildReason?
  /// How many leaves could not be read, or are of a kind or version unknown to this program; views skip them.
  public var skipped: UInt64
}
