public import Views

/// The answers to two questions about one view, and what differs between them.
public struct Difference: Sendable {
  /// The earlier picture.
  public var from: Reading
  /// The later one.
  public var to: Reading
  /// What entered, left and changed.
  public var comparison: Comparison
  /// Of the events that a row rested on before and rests on no more, those that were corrected or retracted meanwhile, with the
  /// event that did it.
  public var enders: [UInt64: UInt64]
  /// Events of it whose own words are not shown at the level asked for.
  public var guarded: Set<UInt64>
  /// How exactly sexual violence may be shown.
  public var disclosure: DisclosureLevel
}

extension Comparison {
  /// The events whose own words are not shown: those that are guarded, and with them everything that a row about a guarded
  /// event rests on, for the title of a report may name a place too.
  public func guarded(where isGuarded: (UInt64) -> Bool) -> Set<UInt64> {
    var found: Set<UInt64> = []
    let rows =
      (added + removed).map { ($0.key, $0.events) } + changed.map { ($0.key, $0.entered + $0.left) }
    for (key, events) in rows {
      let subject = Subject.position(String(key.prefix { $0 != "/" }))
      if key.hasPrefix("#"), subject.map(isGuarded) ?? false {
        found.formUnion(events)
      } else {
        found.formUnion(events.filter(isGuarded))
      }
    }
    return found
  }
}
