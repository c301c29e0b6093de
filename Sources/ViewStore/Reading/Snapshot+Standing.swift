/// How an event stands at the moment of a snapshot.
public enum EventStanding: Hashable, Sendable {
  /// As it was recorded.
  case asRecorded
  /// In the version of the last of its corrections.
  case corrected(by: UInt64)
  /// It was taken back.
  case retracted(by: UInt64)
}

extension Snapshot {
  /// How an event stands; `nil` when it is not known yet, or not public, at the moment.
  public func standing(of event: UInt64) throws -> EventStanding? {
    guard let (code, by) = try state(of: event) else { return nil }
    switch (code, by) {
    case (1, let by?): return .corrected(by: by)
    case (2, let by?): return .retracted(by: by)
    default: return .asRecorded
    }
  }

  /// Of some events those that were corrected or retracted between an earlier moment and this one, with the event that did it.
  func enders(of events: Set<UInt64>, since earlier: Moment) throws -> [UInt64: UInt64] {
    let now = moment
    var enders: [UInt64: UInt64] = [:]
    for event in events { enders[event] = try state(of: event)?.by }
    move(to: earlier)
    defer { move(to: now) }
    return try enders.filter { try state(of: $0.key)?.by != $0.value }
  }
}
