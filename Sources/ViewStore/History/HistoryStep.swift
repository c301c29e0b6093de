public import Views
public import Vocabulary

/// The clock along which history is played, and between which of its times.
public enum HistoryClock: Hashable, Sendable {
  /// As the ledger learned it: from what was known at `from` to what was known at `to`, event by event.
  case ledger(from: AsOf, to: AsOf)
  /// As the public could learn it: from the end of day `from` to the end of day `to`, day by day.
  case publication(from: Day, to: Day)
}

/// One step of history that changed the picture.
public struct HistoryStep: Hashable, Sendable {
  /// When it happened on the clock that is played.
  public var time: Time
  /// The events that did it: the one recorded at that position, or those that became or ceased to be public on that day
  /// and touch the view.
  public var events: [UInt64]
  /// What they did to the view.
  public var changes: Comparison
  /// Of the events that rows rest on no more, those that were corrected or retracted by this step, with the event that did it.
  public var enders: [UInt64: UInt64]

  /// A time on one of the clocks.
  public enum Time: Hashable, Sendable {
    /// When the event at this position was recorded.
    case position(UInt64)
    /// At the end of this day.
    case day(Day)
  }
}
