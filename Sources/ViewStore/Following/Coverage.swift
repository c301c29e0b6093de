internal import Leaf
internal import SQLite
public import Vocabulary

/// What a ledger covers on its clocks: of which days its events speak, when they were published and when recorded.
public struct Coverage: Hashable, Sendable {
  /// How many events it has.
  public var size: UInt64
  /// The first and the last day that an event speaks of in any version; `nil` when none has a date.
  public var spoken: ClosedRange<Day>?
  /// The days of publication of its first and its last report; `nil` when none has one.
  public var published: ClosedRange<Day>?
  /// The days, UTC, on which its first and its last event were recorded; `nil` when there is none.
  public var recorded: ClosedRange<Day>?
}

extension ViewStore {
  /// What the log covers; cheap enough to be asked beside any question.
  ///
  /// Cost: one row and two leaves; with publications also the table of reports, some 0.1 ms for a thousand of them.
  public func coverage(of log: some FollowedLog, publications: Bool = true) throws -> Coverage {
    try converting {
      let source = try reading()
      let size = try Followed(source).size
      return Coverage(
        size: size, spoken: try Coverage.range("SELECT first_day, last_day FROM followed", source),
        published: publications ? try Coverage.range(Coverage.publications, source) : nil,
        recorded: size == 0 ? nil : try Coverage.recorded(0, size - 1, log))
    }
  }
}

extension Coverage {
  fileprivate static let publications =
    "SELECT min(published), max(published) FROM report WHERE published < \(Ends.never)"

  fileprivate static func range(_ query: String, _ source: StatementSource) throws -> ClosedRange<Day>? {
    let select = try source.prepare(query)
    guard try select.step(), let first = select.optionalInteger(0), let last = select.optionalInteger(1) else {
      return nil
    }
    return Day(number: Int32(first))...Day(number: Int32(last))
  }

  fileprivate static func recorded(_ one: UInt64, _ other: UInt64, _ log: some FollowedLog) throws
    -> ClosedRange<Day>?
  {
    guard let first = try AsOf.recorded(one, in: log), let last = try AsOf.recorded(other, in: log), first <= last
    else { return nil }
    return first...last
  }
}
