internal import Leaf
internal import SQLite
internal import Views
internal import Vocabulary

/// What decides how events stand at a position of the log: who aims at whom, and on which days reports were published.
final class Causes {
  /// How many events are remembered before all are forgotten.
  private static let limit = 128

  private let reports: ReportTable
  private let effects: EffectTable
  private let log: any FollowedLog
  /// Events read not long ago: a course asks for the same ones on every day that matters.
  private var recent: [UInt64: Event] = [:]
  /// The event whose effects are being entered: nothing behind it is known yet.
  private var present: UInt64 = .max

  init(_ source: StatementSource, log: any FollowedLog) throws {
    reports = try ReportTable(source)
    effects = try EffectTable(source)
    self.log = log
  }

  /// Enters a report with the last day on which it can have been published.
  func enter(report: UInt64, published: Day?) throws { try reports.insert(report, published: published) }

  /// Enters what an event does to others; answers which events that can touch, by the chain of those that aim at others.
  func enter(_ made: [(target: UInt64, kind: Effect.Kind)], by position: UInt64) throws -> Set<UInt64> {
    present = position
    for effect in made { try effects.insert(target: effect.target, by: position, kind: effect.kind) }
    var touched: Set<UInt64> = []
    var open = made.map(\.target)
    while let target = open.popLast() {
      guard touched.insert(target).inserted else { continue }
      open += try effects.targets(of: target)
    }
    return touched
  }

  /// Brings the days of those reports among the events up to date; answers whose day changed.
  func updateReports(_ touched: Set<UInt64>) throws -> [UInt64] {
    var changed: [UInt64] = []
    for report in touched.sorted() where try reports.contains(report) {
      let version = try Course.lastVersion(of: report, from: self)
      if try reports.update(report, published: Stamp(version, version.payload).published) { changed.append(report) }
    }
    return changed
  }

  /// The day from which the public can know what an event says.
  func publicDay(_ publicity: Publicity, of position: UInt64) throws -> Int32 {
    switch publicity {
    case .always: Ends.always
    case .never: Ends.never
    case .itself: try reports.published(position)
    case .reported(let report): try reports.published(report)
    }
  }

  /// How an event stands now; notes which reports that depends on.
  func course(of event: UInt64) throws -> Course {
    let course = try Course(of: event, from: self)
    for report in course.consulted { try reports.note(event, datedBy: report) }
    return course
  }

  /// The events whose course was computed from the day of the report.
  func dated(by report: UInt64) throws -> Set<UInt64> { try reports.dated(by: report) }

  /// Forgets what was read in an earlier transaction, which may have been rolled back.
  func forget() { reports.forget() }
}

extension Causes: CourseSource {
  func event(at position: UInt64) throws -> Event {
    if let event = recent[position] { return event }
    var leaf: [UInt8] = []
    try unsafe log.read(position..<position + 1) { _, bytes in
      leaf = unsafe [UInt8](bytes)
      return false
    }
    let event = Event(try Document(leaf, as: .trusted))
    if recent.count == Causes.limit { recent.removeAll(keepingCapacity: true) }
    recent[position] = event
    return event
  }

  func effects(on target: UInt64) throws -> [Effect] { try effects.effects(on: target) }

  func published(_ report: UInt64) throws -> Int32 {
    report <= present ? try reports.published(report) : Ends.never
  }
}
