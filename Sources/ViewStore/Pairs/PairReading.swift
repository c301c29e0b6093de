public import Views
public import Vocabulary

/// Pairs of accounts for a person to decide on, with the state of the ledger they were read from.
public struct PairReading: Hashable, Sendable {
  /// Valid time: what lies after it was left out.
  public var at: Day
  /// How many events the ledger held at the known time asked for; `nil` means all.
  public var known: UInt64?
  /// The last day of publication allowed; `nil` means that publication did not matter.
  public var published: Day?
  /// How many events could be used.
  public var size: UInt64
  /// The root of the tree over them, 32 bytes.
  public var root: [UInt8]
  /// The pairs, the most likely first.
  public var pairs: [Pair] = []
  /// How much was looked at.
  public var survey = PairSurvey()
  /// Decisions that cannot all hold.
  public var clashes: [Clash]
}
