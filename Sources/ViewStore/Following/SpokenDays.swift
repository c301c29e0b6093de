internal import Views
internal import Vocabulary

/// The first and the last day that facts of views speak of, gathered while they are written.
///
/// A fact without a beginning or an end speaks of the other bound. Reference facts do not count: a name that somebody has
/// borne since 1960 says nothing about what the log covers.
struct SpokenDays: Equatable {
  private(set) var first: Day?
  private(set) var last: Day?

  /// The place of the reference facts among the projections.
  private static let reference = Views.projections.firstIndex { $0 == ReferenceFacts.self }

  /// Adds a fact.
  @inline(__always)
  mutating func add(_ fact: FactSink.Entry) {
    guard fact.projection != SpokenDays.reference else { return }
    widen(fact.from ?? fact.to, fact.to ?? fact.from)
  }

  /// Adds the days of other facts.
  mutating func add(_ other: SpokenDays) { widen(other.first, other.last) }

  @inline(__always)
  private mutating func widen(_ from: Day?, _ to: Day?) {
    if let from, first.map({ from < $0 }) ?? true { first = from }
    if let to, last.map({ to > $0 }) ?? true { last = to }
  }
}
