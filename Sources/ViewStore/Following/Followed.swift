internal import SQLite
internal import Vocabulary

/// How far the views have followed the log: the one row of `followed`.
struct Followed: Equatable {
  var size: UInt64
  var root: [UInt8]
  var skipped: UInt64

  /// Reads the row.
  init(_ source: StatementSource) throws {
    let select = try source.prepare("SELECT size, root, skipped FROM followed")
    guard try select.step() else {
      throw ViewStoreError.store(path: source.path, reason: "the table followed is empty", busy: false)
    }
    size = UInt64(clamping: select.integer(0))
    root = select.bytes(1)
    skipped = UInt64(clamping: select.integer(2))
  }

  /// Notes that everything below `size` is in the views.
  static func advance(to size: UInt64, root: [UInt8], _ source: StatementSource) throws {
    let update = try source.prepare("UPDATE followed SET size = ?1, root = ?2")
    try update.bind(1, Int64(size))
    try update.bind(2, blob: root)
    try update.run()
  }

  /// Notes the days that facts written since speak of; what was noted before is never narrowed.
  static func add(_ days: SpokenDays, _ source: StatementSource) throws {
    guard let first = days.first, let last = days.last else { return }
    let update = try source.prepare(
      """
      UPDATE followed SET first_day = min(coalesce(first_day, ?1), ?1), last_day = max(coalesce(last_day, ?2), ?2)
      """)
    try update.bind(1, Int64(first.number))
    try update.bind(2, Int64(last.number))
    try update.run()
  }

  /// Counts leaves that were skipped.
  static func add(skipped: UInt64, _ source: StatementSource) throws {
    guard skipped > 0 else { return }
    let update = try source.prepare("UPDATE followed SET skipped = skipped + ?1")
    try update.bind(1, Int64(skipped))
    try update.run()
  }
}
