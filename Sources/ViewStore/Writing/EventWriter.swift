internal import Leaf
internal import SQLite
internal import Views
internal import Vocabulary

/// Writes one event after the other into the views: its facts with their stamps, and what it changes in how others stand.
///
/// Must see every event, in order, inside a transaction of its owner.
final class EventWriter {
  private let facts: FactWriter
  private let standings: StandingTable
  private let reports: ReportTable
  private let effects: EffectTable
  private let names: NameTable
  private let log: any FollowedLog
  private var mapped = MappedEvent()

  init(_ source: StatementSource, log: any FollowedLog) throws {
    facts = try FactWriter(source)
    standings = try StandingTable(source)
    reports = try ReportTable(source)
    effects = try EffectTable(source)
    names = try NameTable(source)
    self.log = log
  }

  /// Writes the next event.
  func write(_ event: borrowing MappedEvent) throws {
    if event.publicity == .itself { try reports.insert(event.position, published: event.stamp?.published) }
    let day = try publicDay(event.publicity, of: event.position)
    let rectangle = FactWriter.Rectangle(
      code: 0, by: nil, knownFrom: event.position, publicFrom: day, publicTo: Ends.open)
    try facts.write(rectangle, number: 0, of: event, stating: true)
    for name in event.names { try names.insert(name) }
    if !event.effects.isEmpty { try apply(event.effects, by: event.position) }
  }

  /// Forgets what was read in an earlier transaction, which may have been rolled back.
  func forget() { reports.forget() }

  private func publicDay(_ publicity: Publicity, of position: UInt64) throws -> Int32 {
    switch publicity {
    case .always: Ends.always
    case .never: Ends.never
    case .itself: try reports.published(position)
    case .reported(let report): try reports.published(report)
    }
  }

  /// Enters what an event does to others, and stamps again everything whose standing can depend on it.
  private func apply(_ made: [(target: UInt64, kind: Effect.Kind)], by position: UInt64) throws {
    for effect in made { try effects.insert(target: effect.target, by: position, kind: effect.kind) }
    var touched: Set<UInt64> = []
    var open = made.map(\.target)
    while let target = open.popLast() {
      guard touched.insert(target).inserted else { continue }
      open += try effects.targets(of: target)
    }
    for report in touched.sorted() where try reports.contains(report) {
      let version = try Course.lastVersion(of: report, from: self)
      if try reports.update(report, published: Stamp(version, version.payload).published) {
        touched.formUnion(try standings.events(saidBy: report))
        touched.formUnion(try reports.dated(by: report))
      }
    }
    for event in touched.sorted() { try restamp(event, at: position) }
  }

  /// Ends the rectangles of an event that no longer hold, and writes those that do from now on.
  private func restamp(_ event: UInt64, at position: UInt64) throws {
    let course = try Course(of: event, from: self)
    for report in course.consulted { try reports.note(event, datedBy: report) }
    var old = try standings.open(of: event)
    var number = try standings.nextNumber(of: event)
    for span in course.spans {
      if case .stands(let version, _) = span.state {
        mapped.read(version, at: event)
        for name in mapped.names { try names.insert(name) }
      } else {
        mapped.skip(event)
      }
      let rectangle = FactWriter.Rectangle(
        code: span.state.code, by: span.state.by, knownFrom: position, publicFrom: span.from, publicTo: span.to)
      if let kept = try old.firstIndex(where: { try standings.row($0, isLike: rectangle, stating: mapped) }) {
        old.remove(at: kept)
      } else {
        try facts.write(rectangle, number: number, of: mapped, stating: span.state.code != 2)
        number += 1
      }
    }
    for row in old { try standings.close(row.id, at: position) }
  }
}

extension EventWriter: CourseSource {
  func event(at position: UInt64) throws -> Event {
    var leaf: [UInt8] = []
    try unsafe log.read(position..<position + 1) { _, bytes in
      leaf = unsafe [UInt8](bytes)
      return false
    }
    return Event(try Document(leaf, as: .trusted))
  }

  func effects(on target: UInt64) throws -> [Effect] { try effects.effects(on: target) }

  func published(_ report: UInt64) throws -> Int32 { try reports.published(report) }
}
