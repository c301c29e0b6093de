import Ledger
import ViewStore
import Vocabulary

/// Says what the log covers when somebody asks for a time that lies beyond it.
///
/// Tomorrow is a fair question and so is the year before the first report, so this is a note beside the answer and no
/// error. Only what was asked for in so many words is looked at: not the day of today that stands for a missing `--at`.
struct CoverageNote {
  /// What a date is compared with.
  enum Clock {
    /// The days that events speak of.
    case at
    /// The days on which events were recorded.
    case asOf
    /// The days on which reports were published.
    case publishedBy
  }

  private var asked: [(option: String, clock: Clock, first: Day, last: Day)] = []

  init() {}

  /// The times of a question.
  init(_ times: TimeOptions) {
    add("--at", .at, times.at)
    add(times.asOf)
    add("--published-by", .publishedBy, times.publishedBy)
  }

  /// Adds a day, or a stretch of which every day would have to lie beyond the log; nothing when none was asked for.
  mutating func add(_ option: String, _ clock: Clock, _ first: Day?, to last: Day? = nil) {
    guard let first else { return }
    asked.append((option, clock, first, last ?? first))
  }

  /// Adds a known time; a position beyond the log is refused elsewhere.
  mutating func add(_ asOf: AsOf) {
    if case .day(let day) = asOf { add("--as-of", .asOf, day) }
  }

  /// Adds a date as it was written; positions are left to others.
  mutating func add(_ option: String, _ clock: Clock, written text: String?) {
    guard let text, !ClockOptions.isPosition(text), let span = try? DaySpan(text) else { return }
    add(option, clock, span.first, to: span.last)
  }

  /// Adds a stretch, of which every day must lie beyond the log to be worth a note; an open end reaches into it.
  mutating func add(_ clock: Clock, from: String?, to: String?) {
    func span(_ text: String?) -> DaySpan? {
      text.flatMap { ClockOptions.isPosition($0) ? nil : try? DaySpan($0) }
    }
    switch (span(from), span(to)) {
    case (let from?, let to?): add("--from/--to", clock, from.first, to: to.last)
    case (let from?, nil) where to == nil: add("--from", clock, from.first, to: TimeOptions.today)
    case (nil, let to?) where from == nil: add("--to", clock, Day(number: .min), to: to.last)
    default: break
    }
  }

  /// Says it, for every time that lies beyond.
  func say(of ledger: Ledger, _ views: ViewStore) throws {
    guard !asked.isEmpty else { return }
    let log = FollowedLedger(ledger)
    let isPublic = asked.contains { $0.clock == .publishedBy }
    var coverage = try views.coverage(of: log, publications: isPublic)
    for time in asked {
      guard let word = coverage.beyond(time.clock, time.first, time.last) else { continue }
      // Most questions lie within the log, and then nobody needs to know when its reports were published.
      if coverage.published == nil { coverage = try views.coverage(of: log) }
      let isOneDay = time.first == time.last || time.first == Day(number: .min)
      let day = isOneDay ? "\(time.last)" : "\(time.first) to \(time.last)"
      Descriptor.error.say("daybook: note: \(time.option) \(day) lies \(word); \(coverage.sentence)")
    }
  }
}

extension Coverage {
  /// Where a stretch lies that has no day within what the log covers; `nil` when it has one.
  fileprivate func beyond(_ clock: CoverageNote.Clock, _ first: Day, _ last: Day) -> String? {
    let (range, what) =
      switch clock {
      case .at: (spoken, "any day that an event speaks of")
      case .asOf: (recorded, "any event that was recorded")
      case .publishedBy: (published, "any report that was published")
      }
    guard let range else { return nil }
    return last < range.lowerBound ? "before \(what)" : first > range.upperBound ? "after \(what)" : nil
  }

  /// `the log has 366 events, recorded 2026-11-27; they speak of 2012-01-17 to 2026-11-24, in reports of …`.
  fileprivate var sentence: String {
    func text(_ range: ClosedRange<Day>) -> String {
      range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }
    let count = size == 1 ? "1 event" : "\(Progress.grouped(size)) events"
    let parts = [
      "the log has \(count)" + (recorded.map { ", recorded \(text($0))" } ?? ""),
      spoken.map { "what they speak of is dated \(text($0))" }, published.map { "their reports \(text($0))" },
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}
