/// A checkpoint whose log's signature was verified.
public struct SignedCheckpoint: Sendable, Hashable {
  /// What the log states.
  public let checkpoint: Checkpoint
  /// The note with all its lines, and who of the known keys has signed it.
  public let opened: OpenedNote

  /// The statements of known witnesses. One witness may have made several, at different times.
  public var cosignatures: [Cosignature] { opened.cosignatures }
}
