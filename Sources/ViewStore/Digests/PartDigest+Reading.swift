internal import SQLite
internal import TransparencyLog
internal import Views

extension PartDigest {
  /// The digests of everything in a file of views but the definitions: see ``schema(_:)``.
  ///
  /// A part that is not there, or lacks a column, is left out.
  static func all(_ source: StatementSource) throws -> [PartDigest] {
    var digests = try readable { try facts(source) } ?? []
    for (table, query) in tables {
      guard let digest = try readable({ try digest(of: query, source) }) else { continue }
      digests.append(PartDigest(part: table, digest: digest))
    }
    return digests
  }

  /// What `body` reads; `nil` when a table or a column that it names is not there.
  private static func readable<Result>(_ body: () throws -> Result) throws -> Result? {
    do {
      return try body()
    } catch let error as SQLiteError where error.isWrongStatement {
      return nil
    }
  }

  /// The digest of the definitions of tables, indexes and SQL views. Statistics and what SQLite adds itself do not count.
  static func schema(_ source: StatementSource) throws -> PartDigest {
    PartDigest(part: "schema", digest: try digest(of: definitions, source))
  }

  /// The digest of the definitions as this program writes them.
  static func expectedSchema() throws -> PartDigest {
    let empty = try StatementSource(":memory:", .create)
    try Layout.create(empty)
    try Layout.index(empty)
    return try schema(empty)
  }

  /// One digest a projection: its facts in the order of their ids, each with the stamp it stands under.
  ///
  /// Facts of a projection that the file does not name are a part of their own, which a replay never has.
  private static func facts(_ source: StatementSource) throws -> [PartDigest] {
    var parts: [(id: Int64, name: String, hasher: RowHasher)] = []
    let names = try source.prepare("SELECT id, name FROM projection ORDER BY id")
    while try names.step() { parts.append((names.integer(0), names.text(1) ?? "", RowHasher())) }
    var unnamed: RowHasher?
    // A body that several facts of an event share stands in the first of them; every projection that shows it answers for it.
    var shared: [UInt8] = []
    let select = try source.prepare(facts)
    while try select.step() {
      let id = select.integer(0)
      let isShared = select.isNull(body)
      if !isShared { shared = select.bytes(body) }
      if let place = parts.firstIndex(where: { $0.id == id }) {
        parts[place].hasher.take(select, from: 1)
        if isShared { parts[place].hasher.take(shared) }
      } else {
        var hasher = unnamed ?? RowHasher()
        hasher.take(select)
        unnamed = hasher
      }
    }
    var digests: [PartDigest] = []
    for place in parts.indices {
      digests.append(PartDigest(part: parts[place].name, digest: parts[place].hasher.digest()))
    }
    if var unnamed { digests.append(PartDigest(part: "facts of no projection", digest: unnamed.digest())) }
    return digests
  }

  private static func digest(of query: String, _ source: StatementSource) throws -> Digest {
    var hasher = RowHasher()
    let select = try source.prepare(query)
    while try select.step() { hasher.take(select) }
    return hasher.digest()
  }

  /// The projection, then the fact, then the stamp. A fact without a stamp is as good as none and is left out.
  private static let facts = """
    SELECT f.projection, f.id, f.subject, f.month, f.valid_from, f.valid_to, f.body, s.state, s.by, s.known_from, s.known_to,
    s.public_from, s.public_to, s.report, s.origin, s.grade
    FROM fact f CROSS JOIN standing s ON s.id = f.id >> 14 ORDER BY f.id
    """

  /// The column of the body in these rows.
  private static let body: Int32 = 6

  private static let tables = [
    ("standing", "SELECT * FROM standing ORDER BY id"),
    ("effect", "SELECT * FROM effect ORDER BY target, by, kind"),
    ("report", "SELECT * FROM report ORDER BY event"),
    ("dated", "SELECT * FROM dated ORDER BY report, event"),
    ("name", "SELECT * FROM name ORDER BY namespace, folded, id"),
    ("projection", "SELECT * FROM projection ORDER BY id"),
    ("documentation", "SELECT * FROM documentation ORDER BY relation, field"),
    ("followed", "SELECT * FROM followed ORDER BY one"),
  ]

  private static let definitions = """
    SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name
    """
}
