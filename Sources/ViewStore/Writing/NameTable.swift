internal import SQLite
internal import Vocabulary

/// The names under which entries are looked for.
final class NameTable {
  private let insertName: Statement

  init(_ source: StatementSource) throws {
    insertName = try source.prepare("INSERT OR IGNORE INTO name VALUES(?1, ?2, ?3)")
  }

  /// Enters a name.
  func insert(_ name: RecordedName) throws {
    try insertName.bind(1, name.namespace.code)
    try insertName.bind(2, text: name.folded)
    try insertName.bind(3, text: name.id)
    try insertName.run()
  }
}
