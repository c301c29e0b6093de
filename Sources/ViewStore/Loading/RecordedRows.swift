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
  private let record = RecordMemory()
  /// How many leaves were skipped.
  private(set) var skipped: UInt64 = 0
  /// The days that the facts speak of.
  private(set) var days = SpokenDays()

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
    var rare = batch.content.rarities[...]
    let memory = batch.memory
    for event in batch.content.events {
      if event.publicity == .itself {
        try causes.enter(report: event.position, published: event.published)
        record.clear()
        let row = record.write(report: event.published?.number ?? Ends.never)
        try unsafe reports.append(row: Int64(event.position), record[row])
      }
      memory.set(try causes.publicDay(event.publicity, of: event.position), at: event.day)
      let standing = RowID.standing(event: event.position, number: 0)
      try unsafe standings.append(row: standing, memory[event.standing])
      for place in event.facts {
        let row = RowID.fact(standing: standing, number: place - event.facts.lowerBound)
        try unsafe facts.append(row: row, memory[batch.content.facts[place]])
      }
      if rare.first?.position == event.position, let rarity = rare.popFirst() { try take(rarity) }
    }
    skipped += batch.content.skipped
    days.add(batch.content.days)
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
    try IndexLoad { memory, key, texts in memory.write(subjectKey: key, texts) }
      .put(subjects, into: Tree.index(file, root: subjectRoot))
    try IndexLoad { memory, key, _ in memory.write(reportKey: key) }
      .put(reportRuns, into: Tree.index(file, root: reportRoot))
    try file.finish()
  }

  private static func root(_ name: String, _ source: StatementSource) throws -> UInt32 {
    let select = try source.prepare(LoadSQL.root)
    try select.bind(1, text: name)
    guard try select.step() else { preconditionFailure("\(name) is not among the tables") }
    return UInt32(select.integer(0))
  }
}
