internal import SQLite

/// Tells which facts look different after a step along one of the clocks.
///
/// A step changes how some events stand. Whatever one of those events ever stated may then stand, be ended, or be ended by
/// another one: all of that counts as touched, which is at least what changed.
final class Touching {
  private let projections: [Int64: String]
  private let selectRestamped: Statement
  private let selectClosed: Statement
  private let selectKeys: Statement

  init(_ source: StatementSource) throws {
    var names: [Int64: String] = [:]
    let select = try source.prepare("SELECT id, name FROM projection")
    while try select.step() { names[select.integer(0)] = select.text(1) }
    projections = names
    selectRestamped = try source.prepare(HistorySQL.restamped)
    selectClosed = try source.prepare(HistorySQL.closed)
    selectKeys = try source.prepare(HistorySQL.keys)
  }

  /// The events whose standing the event at a position changed, and itself.
  func events(changedBy position: UInt64) throws -> Set<UInt64> {
    var events: Set<UInt64> = [position]
    try collect(selectRestamped, position, &events)
    try collect(selectClosed, position, &events)
    return events
  }

  /// What any version of these events states something about.
  func keys(of events: some Sequence<UInt64>) throws -> Set<FactKey> {
    var keys: Set<FactKey> = []
    for event in events {
      let standings = RowID.standings(of: event)
      try selectKeys.bind(1, RowID.facts(of: standings.lowerBound).lowerBound)
      try selectKeys.bind(2, RowID.facts(of: standings.upperBound).upperBound)
      defer { selectKeys.reset() }
      while try selectKeys.step() {
        guard let projection = projections[selectKeys.integer(0)] else { continue }
        keys.insert(FactKey(projection: projection, subject: selectKeys.text(1) ?? ""))
      }
    }
    return keys
  }

  private func collect(_ select: borrowing Statement, _ position: UInt64, _ events: inout Set<UInt64>) throws {
    try select.bind(1, Int64(position))
    defer { select.reset() }
    while try select.step() { events.insert(UInt64(select.integer(0))) }
  }
}
