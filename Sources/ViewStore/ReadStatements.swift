/// Every statement that reads the views and whose cost must not grow with them, in one place.
///
/// A test asks SQLite how it runs each: none may read through a whole table or sort. Left out are those that mean to read
/// everything (digests, the days of a history) and those on tables of a few rows (`followed`, `projection`).
enum ReadStatements {
  static let all =
    SnapshotSQL.all + HistorySQL.all + WritingSQL.all + [DirectorySQL.ids, DirectorySQL.all, DirectorySQL.beginning]
}
