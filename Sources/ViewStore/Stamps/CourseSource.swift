internal import Vocabulary

/// What is needed to tell how an event stands: the leaves, who aims at whom, and when reports were published.
///
/// Everything is as of one position of the ledger: the runner answers from `views.sqlite` while it writes.
protocol CourseSource {
  /// The event at a position, as recorded.
  func event(at position: UInt64) throws -> Event

  /// Corrections and retractions that aim at the event, by position.
  func effects(on target: UInt64) throws -> [Effect]

  /// The day on which a report was published, as corrected so far; `Ends.never` when it has none.
  func published(_ report: UInt64) throws -> Int32
}
