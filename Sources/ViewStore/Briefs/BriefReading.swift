public import Views
public import Vocabulary

/// A situation report with the events behind its sentences and the state of the ledger it was made from.
public struct BriefReading: Sendable {
  /// The report.
  public var brief: Brief
  /// The events that its sentences name, by position.
  public var exhibits: [UInt64: Exhibit]
  /// How many events of the ledger it could use.
  public var size: UInt64
  /// The root of the tree over these events, 32 bytes.
  public var root: [UInt8]
  /// The last day of publication it could use; `nil` means that publication did not matter.
  public var published: Day?
  /// How many events were known when the last report was made; `nil` when none was named.
  public var since: UInt64?
  /// The report gone through statement by statement.
  public var report: UInt64?
  /// How many sentences a section may have.
  public var limit: Int
}
