public import TransparencyLog

/// The digest of one part of the views: the facts of a projection with their stamps, or a table that the parts share.
public struct PartDigest: Hashable, Sendable {
  /// The name of the projection, or of the table.
  public var part: String
  /// SHA-256 over its rows in an order that follows from their content.
  public var digest: Digest
}

/// One part of the live views beside the same part of views built anew from the log.
public struct ViewDigest: Hashable, Sendable {
  /// The name of the projection, or of the table.
  public var view: String
  /// What is there; `nil` when the live views have no such part.
  public var live: Digest?
  /// What a replay gives; `nil` when a replay gives no such part.
  public var rebuilt: Digest?

  /// Whether the live part is what a replay gives.
  public var isEqual: Bool { live == rebuilt }
}

extension ViewDigest {
  /// Pairs the parts of both sides by name; those that only one side has come last.
  static func pair(live: [PartDigest], rebuilt: [PartDigest]) -> [ViewDigest] {
    let paired = rebuilt.map { part in
      ViewDigest(view: part.part, live: live.first { $0.part == part.part }?.digest, rebuilt: part.digest)
    }
    let foreign = live.filter { part in !rebuilt.contains { $0.part == part.part } }
    return paired + foreign.map { ViewDigest(view: $0.part, live: $0.digest, rebuilt: nil) }
  }
}
