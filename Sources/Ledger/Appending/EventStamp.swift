public import Vocabulary

/// What the ledger adds to a draft.
public struct EventStamp: Equatable, Sendable {
  /// The id, given by the draft or assigned.
  public var id: EventID
  /// When it is recorded: UTC to the second, `2026-11-24T08:00:00Z`.
  public var at: String
  /// Who records it: the id of a key.
  public var by: String
  /// The leaf that is there already, when the draft is sealed again to be compared with it; what chance made once, as
  /// the salts of protected values, is taken from it.
  public var stored: [UInt8]?

  /// A stamp.
  public init(id: EventID, at: String, by: String, stored: [UInt8]? = nil) {
    self.id = id
    self.at = at
    self.by = by
    self.stored = stored
  }
}
