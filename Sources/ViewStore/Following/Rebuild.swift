internal import SQLite

/// Builds views from nothing into a file of their own, which nobody reads before it is whole.
///
/// SQLite makes the tables and indexes; the rows of all events, as they are recorded, are then put into the file past SQLite;
/// and what corrections and retractions do to earlier events is done through SQLite afterwards, in the order of the log.
struct Rebuild {
  let log: any FollowedLog
  /// Events that a thread reads and maps at a time; tests make it small, and what follows as well.
  var batch: UInt64 = 512
  /// How many keys of an index each thread sorts in memory.
  var sortLimit = KeySorter.limit

  /// Builds the views of the first `size` events into `path`, replacing what is there.
  func build(_ path: String, size: UInt64, progress: (Progress) -> Void) throws {
    let source = try fill(path, size: size, progress: progress)
    try source.execute("PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL")
  }

  /// The views of the first `size` events in a file that has no name any more: whatever becomes of the process, nothing is
  /// left behind.
  func nameless(_ path: String, size: UInt64, progress: (Progress) -> Void) throws -> StatementSource {
    defer { ViewFiles.remove(path) }
    return try fill(path, size: size, progress: progress) { ViewFiles.remove(path) }
  }

  /// - Parameter opened: called when the file has been made and opened.
  private func fill(
    _ path: String, size: UInt64, progress: (Progress) -> Void, opened: () -> Void = {}
  ) throws -> StatementSource {
    ViewFiles.remove(path)
    let source = try StatementSource(path, .create)
    try source.execute(
      """
      PRAGMA page_size = 8192; PRAGMA auto_vacuum = NONE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      PRAGMA cache_size = -65536; PRAGMA temp_store = FILE
      """)
    let (empty, root) = (try log.root(at: 0), try log.root(at: size))
    try source.transaction {
      try Layout.create(source)
      try Layout.index(source)
      try Followed.advance(to: 0, root: empty, source)
    }
    try source.execute(LoadSQL.aside)
    let (skipped, days) = try load(source, path, size, progress, opened)
    try source.execute("PRAGMA locking_mode = EXCLUSIVE")
    try source.transaction {
      try source.execute(LoadSQL.bringIn)
      try change(source)
      try Followed.add(skipped: skipped, source)
      try Followed.add(days, source)
      try Followed.advance(to: size, root: root, source)
    }
    return source
  }

  /// Puts the rows of all events into the file; answers how many leaves were skipped, and the days they speak of.
  private func load(
    _ source: StatementSource, _ path: String, _ size: UInt64, _ progress: (Progress) -> Void, _ opened: () -> Void
  ) throws -> (skipped: UInt64, days: SpokenDays) {
    let rows = try RecordedRows(source, PageFile(path), log: log)
    opened()
    try source.transaction(.deferred) {
      try BulkLoad(log: log, size: size, aside: path, batch: batch, sortLimit: sortLimit)
        .run(into: rows, progress: progress)
    }
    return (rows.skipped, rows.days)
  }

  /// Does what events do to earlier ones.
  private func change(_ source: StatementSource) throws {
    let select = try source.prepare(LoadSQL.changing)
    let writer = try EventWriter(source, log: log)
    while try select.step() { try writer.apply(UInt64(select.integer(0))) }
    try Followed.add(writer.takeDays(), source)
  }
}
