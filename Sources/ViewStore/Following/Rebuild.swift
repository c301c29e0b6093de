internal import SQLite

/// Builds views from nothing into a file of their own.
///
/// Without a journal and without secondary indexes, which are made at the end: nobody reads the file before it is whole.
struct Rebuild {
  /// Events in one transaction.
  private static let batch: UInt64 = 50_000

  let log: any FollowedLog

  /// Builds the views of the first `size` events into `path`, replacing what is there.
  func build(_ path: String, size: UInt64, progress: (Progress) -> Void) throws {
    let source = try fill(path, size: size, progress: progress)
    try Layout.index(source)
    try source.execute("PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL")
  }

  /// The views of the first `size` events without their indexes, in a file that has no name any more: whatever becomes
  /// of the process, nothing is left behind.
  func nameless(_ path: String, size: UInt64, progress: (Progress) -> Void) throws -> StatementSource {
    defer { ViewFiles.remove(path) }
    return try fill(path, size: size, progress: progress) { ViewFiles.remove(path) }
  }

  /// - Parameter opened: called when the file has been made and holds its tables.
  private func fill(
    _ path: String, size: UInt64, progress: (Progress) -> Void, opened: () -> Void = {}
  ) throws -> StatementSource {
    ViewFiles.remove(path)
    let source = try StatementSource(path, .create)
    try source.execute(
      """
      PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA cache_size = -32768; PRAGMA temp_store = FILE
      """)
    let empty = try log.root(at: 0)
    try source.transaction {
      try Layout.create(source)
      try Followed.advance(to: 0, root: empty, source)
    }
    opened()
    try Follower(source: source, log: log).follow(to: size, batch: Rebuild.batch, progress: progress)
    return source
  }
}
