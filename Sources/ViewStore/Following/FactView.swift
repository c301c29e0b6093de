internal import SQLite
internal import Views

/// The SQL view over the facts of one view as they stand now, with its documentation.
///
/// Made from ``View/factColumns``, so that a new view brings its own; the program never reads it.
struct FactView {
  let view: any View.Type

  init(_ view: any View.Type) { self.view = view }

  /// Makes the SQL view and documents every column of it.
  func create(_ source: StatementSource) throws {
    let read = view.factColumns.map { "json_extract(body, '\($0.path)') AS \($0.name)" }
    let columns =
      FactView.before.map(\.name) + read + FactView.after.map(\.name)
    try source.execute(
      "CREATE VIEW \(view.name) AS SELECT \(columns.joined(separator: ", ")) FROM fact_now "
        + "WHERE projection = '\(view.name)'")
    let insert = try source.prepare("INSERT INTO documentation VALUES(?1, ?2, ?3)")
    func document(_ field: String, _ meaning: String) throws {
      try insert.bind(1, text: view.name)
      try insert.bind(2, text: field)
      try insert.bind(3, text: meaning)
      try insert.run()
    }
    try document("", "The facts that stand now for the view '\(view.name)' (\(view.summary)), unweighed.")
    for column in FactView.before + view.factColumns.map({ ($0.name, $0.doc) }) + FactView.after {
      try document(column.name, column.doc)
    }
  }

  /// What every fact has, before what its body says.
  private static let before: [(name: String, doc: String)] = [
    ("subject", "Whom or what it is about."),
    ("event", "The position of the event that states it."),
    ("version_by", "The last correction in it, by position."),
    ("valid_from", "The first day it may be true on."),
    ("valid_to", "The last day it may be true on."),
  ]

  /// What every fact has, after it.
  private static let after: [(name: String, doc: String)] = [
    ("report", "The report it was read in, by position."),
    ("origin", "The last entry of its chain of attribution."),
    ("grade", "The Admiralty grade that the event carries."),
    ("body", "Members of the leaf, as canonical JSON."),
  ]
}
