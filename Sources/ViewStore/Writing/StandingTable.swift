internal import SQLite
internal import Views
internal import Vocabulary

/// Reads and closes rows of `standing` while events are written.
final class StandingTable {
  private let selectOpen: Statement
  private let selectLast: Statement
  private let selectFacts: Statement
  private let selectSaidBy: Statement
  private let updateEnd: Statement

  /// A row that is open in known time.
  struct Row {
    var id: Int64
    var code: Int64
    var by: Int64?
    var publicFrom: Int64
    var publicTo: Int64
    var report: Int64?
    var origin: [UInt8]
    var grade: [UInt8]
  }

  init(_ source: StatementSource) throws {
    selectOpen = try source.prepare(WritingSQL.open)
    selectLast = try source.prepare(WritingSQL.last)
    selectFacts = try source.prepare(WritingSQL.facts)
    selectSaidBy = try source.prepare(WritingSQL.saidBy)
    updateEnd = try source.prepare("UPDATE standing SET known_to = ?2 WHERE id = ?1")
  }

  /// The rows of an event that are open in known time.
  func open(of event: UInt64) throws -> [Row] {
    try bind(selectOpen, RowID.standings(of: event))
    defer { selectOpen.reset() }
    var rows: [Row] = []
    while try selectOpen.step() {
      rows.append(
        Row(
          id: selectOpen.integer(0), code: selectOpen.integer(1), by: selectOpen.optionalInteger(2),
          publicFrom: selectOpen.integer(3), publicTo: selectOpen.integer(4), report: selectOpen.optionalInteger(5),
          origin: selectOpen.bytes(6), grade: selectOpen.bytes(7)))
    }
    return rows
  }

  /// The number that the next row of an event gets.
  func nextNumber(of event: UInt64) throws -> Int64 {
    try bind(selectLast, RowID.standings(of: event))
    defer { selectLast.reset() }
    guard try selectLast.step(), let last = selectLast.optionalInteger(0) else { return 0 }
    return last - RowID.standing(event: event, number: 0) + 1
  }

  /// Whether a row says exactly what a new one would: the same rectangle of public time, state, stamps and facts.
  func row(_ row: Row, isLike new: FactWriter.Rectangle, stating event: borrowing MappedEvent) throws -> Bool {
    guard row.code == new.code, row.by == new.by.map({ Int64($0) }), row.publicFrom == Int64(new.publicFrom),
      row.publicTo == Int64(new.publicTo), row.report == (event.stamp?.report).map({ Int64($0) }),
      row.origin.elementsEqual((event.stamp?.origin?.text ?? "").utf8),
      row.grade.elementsEqual((event.stamp?.grade?.description ?? "").utf8)
    else { return false }
    return try facts(of: row.id, areThoseOf: event.facts)
  }

  private func facts(of standing: Int64, areThoseOf sink: FactSink) throws -> Bool {
    try bind(selectFacts, RowID.facts(of: standing))
    defer { selectFacts.reset() }
    for entry in sink.entries {
      guard try selectFacts.step(), selectFacts.integer(0) == Int64(entry.projection),
        selectFacts.bytes(1)[...] == sink.bytes[entry.subject],
        selectFacts.optionalInteger(2) == entry.from.map({ Int64($0.number) }),
        selectFacts.optionalInteger(3) == entry.to.map({ Int64($0.number) }),
        selectFacts.bytes(4)[...] == (entry.sharesBody ? [] : sink.bytes[entry.body])
      else { return false }
    }
    return try !selectFacts.step()
  }

  /// Ends a row in known time.
  func close(_ row: Int64, at position: UInt64) throws {
    try updateEnd.bind(1, row)
    try updateEnd.bind(2, Int64(position))
    try updateEnd.run()
  }

  /// The events up to a position with a version that names the report.
  func events(saidBy report: UInt64, until position: UInt64) throws -> Set<UInt64> {
    try selectSaidBy.bind(1, Int64(report))
    try selectSaidBy.bind(2, RowID.standings(of: position).upperBound)
    defer { selectSaidBy.reset() }
    var events: Set<UInt64> = []
    while try selectSaidBy.step() { events.insert(RowID.event(standing: selectSaidBy.integer(0))) }
    return events
  }

  private func bind(_ statement: borrowing Statement, _ range: ClosedRange<Int64>) throws {
    try statement.bind(1, range.lowerBound)
    try statement.bind(2, range.upperBound)
  }
}
