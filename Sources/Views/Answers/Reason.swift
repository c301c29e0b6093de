public import Vocabulary

/// A rule that shaped a row, with the events it rests on.
public struct Reason: Hashable, Sendable {
  /// The rule, for example `R10-control-evidence`; documented by its view.
  public var rule: String
  /// The events the rule counted, by position, ascending.
  public var events: [UInt64]
  /// The events on the other side, where a rule weighs two sides (R8).
  public var rivals: [UInt64]
  /// What the rule computed, where it computed one: points, days; see the rule.
  public var points: Int?
  /// The actors the rule speaks of, in the rule's own order.
  public var actors: [String]
  /// The day the rule measures from, where it does (R11).
  public var since: Day?

  public init(
    _ rule: String, _ events: [UInt64] = [], rivals: [UInt64] = [], points: Int? = nil, actors: [String] = [],
    since: Day? = nil
  ) {
    self.rule = rule
    self.events = events
    self.rivals = rivals
    self.points = points
    self.actors = actors
    self.since = since
  }
}
