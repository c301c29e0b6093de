internal import SQLite
internal import Schemas
internal import Views
internal import Vocabulary

/// The tables of `views.sqlite`, and which programs may go on with them.
enum Layout {
  /// Rises whenever the tables or the stamps of facts change; the views are then rebuilt.
  static let format: Int64 = 6

  /// Makes the tables in an empty file; nothing is followed yet.
  static func create(_ source: StatementSource) throws {
    try source.execute(sql("views_001.sql"))
    try source.execute(sql("views_003.sql"))
    for view in Views.all where !view.factColumns.isEmpty { try FactView(view).create(source) }
    let insert = try source.prepare("INSERT INTO projection VALUES(?1, ?2, ?3)")
    for (index, projection) in Views.projections.enumerated() {
      try insert.bind(1, Int64(index))
      try insert.bind(2, text: projection.name)
      try insert.bind(3, Int64(projection.version))
      try insert.run()
    }
    let followed = try source.prepare("INSERT INTO followed VALUES(1, 0, x'', ?1, ?2, 0, NULL, NULL)")
    try followed.bind(1, format)
    try followed.bind(2, Event.version)
    try followed.run()
  }

  /// Makes the indexes that are missing.
  static func index(_ source: StatementSource) throws { try source.execute(sql("views_002.sql")) }

  /// What makes a file that was written before unfit to go on with; `nil` when it is fit.
  static func difference(_ source: StatementSource) throws -> RebuildReason? {
    guard try source.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'followed'") == 1,
      try source.integer("SELECT format FROM followed") == format
    else { return .otherFormat }
    guard try source.integer("SELECT vocabulary FROM followed") == Event.version else { return .otherVocabulary }
    let select = try source.prepare("SELECT name, version FROM projection ORDER BY id")
    var kept: [(name: String, version: Int64)] = []
    while try select.step() { kept.append((select.text(0) ?? "", select.integer(1))) }
    let now = Views.projections.map { (name: $0.name, version: Int64($0.version)) }
    let changed = now.filter { new in !kept.contains { $0.name == new.name && $0.version == new.version } }
    if !changed.isEmpty { return .otherProjections(changed.map(\.name)) }
    let gone = kept.map(\.name).filter { name in !now.contains { $0.name == name } }
    if !gone.isEmpty { return .otherProjections(gone) }
    return kept.map(\.name) == now.map(\.name) ? nil : .otherProjections(now.map(\.name))
  }

  /// A script of `Schemas/`.
  private static func sql(_ name: String) -> String {
    guard let bytes = Schemas.file(name) else { preconditionFailure("\(name) is not embedded in Schemas") }
    return String(decoding: bytes, as: UTF8.self)
  }
}
