import Vocabulary

/// When a piece of evidence counts, seen from the day asked about (R2).
enum EvidenceDating: Equatable {
  /// It counts: since when, and the last day it is evidence for.
  case counts(since: Day, seen: Day)
  /// It lies between its bounds: it may have come about already.
  case possible
  /// It lies ahead.
  case ahead
  /// It had ended before the day asked about.
  case ended
  /// Neither it nor the report that says it has a date.
  case undated

  /// Dates what is said between two bounds.
  ///
  /// A change takes effect at the latest bound of its period. A state told precisely is true from the first day to the
  /// last; one whose end is open is vouched for until the report was published. A state true on at least one day of a
  /// period counts from the last. Either bound may be open.
  init(
    first: Day?, last: Day?, isImprecise: Bool, hasEnded: Bool, isChange: Bool, published: Day?, on day: Day
  ) {
    if isChange || isImprecise || (first == nil && last == nil) {
      guard let effect = last ?? published ?? first else {
        self = .undated
        return
      }
      if effect <= day {
        self = .counts(since: effect, seen: effect)
      } else {
        self = first.map { $0 <= day } ?? false ? .possible : .ahead
      }
      return
    }
    let end = last ?? [published, first].compactMap(\.self).max() ?? day
    let begin = first ?? min(end, day)
    if begin > day {
      self = .ahead
    } else if hasEnded, end < day {
      self = .ended
    } else {
      self = .counts(since: begin, seen: min(end, day))
    }
  }
}
