internal import SQLite
internal import Vocabulary

/// The days on which reports were published, and who depends on them; a small cache in front, since most events ask.
final class ReportTable {
  private static let slots = 1 << 14

  private let select: Statement
  private let upsert: Statement
  private let insertDated: Statement
  private let selectDated: Statement
  private var cache = [(report: UInt64, day: Int32)](repeating: (.max, 0), count: ReportTable.slots)

  init(_ source: StatementSource) throws {
    select = try source.prepare(WritingSQL.published)
    upsert = try source.prepare("INSERT OR REPLACE INTO report VALUES(?1, ?2)")
    insertDated = try source.prepare("INSERT OR IGNORE INTO dated VALUES(?1, ?2)")
    selectDated = try source.prepare(WritingSQL.dated)
  }

  /// Enters a report with the last day on which it can have been published.
  func insert(_ report: UInt64, published: Day?) throws {
    try write(report, published?.number ?? Ends.never)
  }

  /// Changes the day of a report; `false` when it is the same as before.
  func update(_ report: UInt64, published: Day?) throws -> Bool {
    let day = published?.number ?? Ends.never
    guard try self.published(report) != day else { return false }
    try write(report, day)
    return true
  }

  /// The day of a report; `Ends.never` when it has none, or when there is no report at that position.
  func published(_ report: UInt64) throws -> Int32 {
    let slot = Int(truncatingIfNeeded: report) & (ReportTable.slots - 1)
    if cache[slot].report == report { return cache[slot].day }
    guard let day = try stored(report) else { return Ends.never }
    cache[slot] = (report, day)
    return day
  }

  /// Whether the event at that position is a report.
  func contains(_ report: UInt64) throws -> Bool { try stored(report) != nil }

  /// Notes that the standing of an event was computed from the day of the report.
  func note(_ event: UInt64, datedBy report: UInt64) throws {
    try insertDated.bind(1, Int64(report))
    try insertDated.bind(2, Int64(event))
    try insertDated.run()
  }

  /// The events noted for a report.
  func dated(by report: UInt64) throws -> Set<UInt64> {
    try selectDated.bind(1, Int64(report))
    defer { selectDated.reset() }
    var events: Set<UInt64> = []
    while try selectDated.step() { events.insert(UInt64(selectDated.integer(0))) }
    return events
  }

  /// Forgets what was read, for a new transaction.
  func forget() {
    for slot in cache.indices { cache[slot].report = .max }
  }

  private func stored(_ report: UInt64) throws -> Int32? {
    guard report <= RowID.lastEvent else { return nil }
    try select.bind(1, Int64(report))
    defer { select.reset() }
    return try select.step() ? Int32(select.integer(0)) : nil
  }

  private func write(_ report: UInt64, _ day: Int32) throws {
    try upsert.bind(1, Int64(report))
    try upsert.bind(2, Int64(day))
    try upsert.run()
    cache[Int(truncatingIfNeeded: report) & (ReportTable.slots - 1)] = (report, day)
  }
}
