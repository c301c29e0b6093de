public import Vocabulary

/// A map from one event to facts; the half of a view that the runner replays.
///
/// The map looks at nothing but the event it is given: no clock, no other event, no name resolved. It therefore can be run
/// in parallel, over any range of positions, and again for a corrected version of the event, and it always yields the
/// same facts. Known time is none of its business: the runner stamps the facts (see `StandingFact`).
///
/// `map` runs for every event of a ledger, so it switches on the kind first and allocates nothing for kinds it ignores.
public protocol Projection: Sendable {
  /// The name people and `views.sqlite` know it by, `[a-z]+`.
  static var name: String { get }

  /// Rises whenever `map` may yield other facts for the same event; the runner then rebuilds beside and swaps.
  static var version: Int { get }

  /// Adds the facts that the event states for this projection; it is of a kind and version that this program knows.
  static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink)
}
