internal import Views
internal import Vocabulary

/// When the public could know what an event says, as far as the event itself tells.
///
/// - A `report` is public from the last day that its own date of publication can mean.
/// - Whatever names a report under `said` is public with that report; for a correction or retraction this is the report
///   that corrects or retracts. One that a recorder makes without naming a report changes the ledger's reading only.
/// - Reference entries (sources, actors, places, gazetteers, policies) that name no report are no news: they are what a
///   reader needs to read the rest, and belong to every reading.
/// - Everything else was never published.
enum Publicity: Equatable {
  case always
  case never
  /// The event is a report; its day of publication is kept apart, since it can be corrected.
  case itself
  /// Public with the report at this position.
  case reported(UInt64)

  /// What an event with a stamp says about its own publication.
  init(_ payload: Payload, _ stamp: Stamp) {
    if case .report = payload {
      self = .itself
    } else if let report = stamp.report {
      self = .reported(report)
    } else {
      switch payload {
      case .source, .actor, .place, .gazetteer, .policy: self = .always
      default: self = .never
      }
    }
  }
}
