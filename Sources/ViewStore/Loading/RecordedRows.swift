internal import SQLite
internal import Vocabulary

/// Puts the rows of events, as they are recorded, into the trees of a new file; one batch after the other.
///
/// What later events do to earlier ones is left for afterwards, but for the days of reports: those are followed, since the
/// public day of an event is that of its report as it was known when the event was recorded.
final class RecordedRows {
  private let file: PageFile
  private let standings: Tree
  private let facts: Tree
  private let reports: Tree
  private let subjectRoot: UInt32
  private let reportRoot: UInt32
  private let causes: Causes
  private let names: NameTable
  private let enterChanging: Statement
  private var record: [UInt8] = []
  /// How many leaves were skipped.
  private(set) var skipped: UInt64 = 0

  /// - Parameter source: the connection that made the tables and indexes in the file; it writes what it keeps aside only.
  init(_ source: StatementSource, _ file: PageFile, log: any FollowedLog) throws {
    self.file = file
    standings = Tree.table(file, root: try RecordedRows.root("standing", source))
    facts = Tree.table(file, root: try RecordedRows.root("fact", source))
    reports = Tree.table(file, root: try RecordedRows.root("report", source))
    subjectRoot = try RecordedRows.root("fact_subject", source)
    reportRoot = try RecordedRows.root("standing_report", source)
    causes = try Causes(source, log: log)
    names = try NameTable(source)
    enterChanging = try source.prepare(LoadSQL.enterChanging)
  }

  /// Takes the next batch.
  func take(_ batch: RecordedBatch) throws {
    var rare = batch.rarities[...]
    for event in batch.events {
      if event.publicity == .itself {
        try causes.enter(report: event.position, published: event.published)
        record.removeAll(keepingCapacity: true)
        record.append(report: event.published?.number ?? Ends.never)
        try unsafe record.withUnsafeBytes { try unsafe reports.append(row: Int64(event.position), $0) }
      }
      batch.bytes.set(try causes.publicDay(event.publicity, of: event.position), at: event.day)
      try unsafe batch.bytes.withUnsafeBytes { bytes in
        try unsafe standings.append(
          row: RowID.standing(event: event.position, number: 0), UnsafeRawBufferPointer(rebasing: bytes[event.standing])
        )
        for fact in batch.facts[event.facts] {
          try unsafe facts.append(row: fact.row, UnsafeRawBufferPointer(rebasing: bytes[fact.record]))
        }
      }
      if rare.first?.position == event.position, let rarity = rare.popFirst() { try take(rarity) }
    }
    skipped += batch.skipped
  }

  private func take(_ rarity: RecordedBatch.Rarity) throws {
    for name in rarity.names { try names.insert(name) }
    guard !rarity.effects.isEmpty else { return }
    try enterChanging.bind(1, Int64(rarity.position))
    try enterChanging.run()
    _ = try causes.updateReports(try causes.enter(rarity.effects, by: rarity.position))
  }

  /// Writes the indexes and what is left of the tables; the file is then whole.
  func finish(subjects: [KeyRun], reports reportRuns: [KeyRun]) throws {
    for tree in [standings, facts, reports] { try tree.finish() }
    let bySubject = Tree.index(file, root: subjectRoot)
    try KeyMerge.forEach(subjects) { run in
      record.removeAll(keepingCapacity: true)
      record.append(subjectKey: run)
      try unsafe record.withUnsafeBytes { try unsafe bySubject.append(key: $0) }
    }
    try bySubject.finish()
    let byReport = Tree.index(file, root: reportRoot)
    try KeyMerge.forEach(reportRuns) { run in
      record.removeAll(keepingCapacity: true)
      record.append(reportKey: run)
      try unsafe record.withUnsafeBytes { try unsafe byReport.append(key: $0) }
    }
    try byReport.finish()
    try file.finish()
  }

  private static func root(_ name: String, _ source: StatementSource) throws -> UInt32 {
    let select = try source.prepare(LoadSQL.root)
    try select.bind(1, text: name)
    guard try select.step() else { preconditionFailure("\(name) is not among the tables") }
    return UInt32(select.integer(0))
  }
}
