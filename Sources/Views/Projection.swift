public import Vocabulary

/// A map from one event to facts; the half of a view that the runner replays.
///
/// The map looks at nothing but the event it is given: no clock, no other event, no name resolved. It therefore can be run
/// in parallel, over any range of positions, and again for a corrected version of the event, and it always yields the
/// same facts. Known time is none of its business: the runner stamps the facts (see `StandingFact`).
///
/// `map` runs for every event of the kinds it names, so it allocates nothing for those it ignores.
public protocol Projection: Sendable {
  /// The name people and `views.sqlite` know it by, `[a-z]+`.
  static var name: String { get }

  /// Rises whenever `map` may yield other facts for the same event; the runner then rebuilds beside and swaps.
  static var version: Int { get }

  /// The kinds of events that can state facts for this projection; `map` is asked about no other. Every kind, unless the
  /// projection says which.
  static var kinds: Set<Kind> { get }

  /// Whether it files facts that begin and end in one month apart for that month, so that whoever needs those of a few
  /// months only does not read the others.
  static var filesByMonth: Bool { get }

  /// Adds the facts that the event states for this projection; it is of one of its kinds, and of a version that this
  /// program knows.
  static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink)
}

extension Projection {
  public static var kinds: Set<Kind> { Set(Kind.allCases) }

  public static var filesByMonth: Bool { false }
}
