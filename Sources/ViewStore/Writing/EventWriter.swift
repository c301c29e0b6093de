internal import SQLite
internal import Views
internal import Vocabulary

/// Writes one event after the other into the views: its facts with their stamps, and what it changes in how others stand.
///
/// Must see every event, in order, inside a transaction of its owner.
final class EventWriter {
  private let facts: FactWriter
  private let standings: StandingTable
  private let causes: Causes
  private let names: NameTable
  private var mapped = MappedEvent()

  init(_ source: StatementSource, log: any FollowedLog) throws {
    facts = try FactWriter(source)
    standings = try StandingTable(source)
    causes = try Causes(source, log: log)
    names = try NameTable(source)
  }

  /// Writes the next event.
  func write(_ event: borrowing MappedEvent) throws {
    if event.publicity == .itself { try causes.enter(report: event.position, published: event.stamp?.published) }
    let day = try causes.publicDay(event.publicity, of: event.position)
    let rectangle = FactWriter.Rectangle(
      code: 0, by: nil, knownFrom: event.position, publicFrom: day, publicTo: Ends.open)
    try facts.write(rectangle, number: 0, of: event, stating: true)
    for name in event.names { try names.insert(name) }
    if !event.effects.isEmpty { try apply(event.effects, by: event.position) }
  }

  /// Does what the event at a position does to others, when it and later ones have been written as recorded.
  ///
  /// Must be called for every event that has effects, in order.
  func apply(_ position: UInt64) throws {
    mapped.read(try causes.event(at: position), at: position)
    let effects = mapped.effects
    try apply(effects, by: position)
  }

  /// Gives the days of the facts written since it was last asked.
  func takeDays() -> SpokenDays { facts.takeDays() }

  /// Forgets what was read in an earlier transaction, which may have been rolled back.
  func forget() {
    causes.forget()
    _ = facts.takeDays()
  }

  /// Enters what an event does to others, and stamps again everything whose standing can depend on it.
  private func apply(_ made: [(target: UInt64, kind: Effect.Kind)], by position: UInt64) throws {
    var touched = try causes.enter(made, by: position)
    for report in try causes.updateReports(touched) {
      touched.formUnion(try standings.events(saidBy: report, until: position))
      touched.formUnion(try causes.dated(by: report))
    }
    for event in touched.sorted() { try restamp(event, at: position) }
  }

  /// Ends the rectangles of an event that no longer hold, and writes those that do from now on.
  private func restamp(_ event: UInt64, at position: UInt64) throws {
    let course = try causes.course(of: event)
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
