internal import SQLite
internal import Views
internal import Vocabulary

/// Puts facts of the views into sheets, behind those that are there.
final class SheetFilling {
  /// How many bytes wait in memory before they are put away.
  private static let most = 32 << 20
  /// A part of fewer bytes is made longer; a longer one is left alone.
  private static let part = 16 << 10

  private let sheets: StatementSource
  private let views: StatementSource
  private let selectFacts: Statement
  private let selectLast: Statement
  private let add: Statement
  private let replace: Statement
  private let addText: Statement
  private var numbers: [BytesKey: Int32] = [:]
  private var waiting: [SheetKey: [UInt8]] = [:]
  private var bytes = 0

  init(_ sheets: StatementSource, _ views: StatementSource) throws {
    (self.sheets, self.views) = (sheets, views)
    selectFacts = try views.prepare(SheetSQL.facts)
    selectLast = try sheets.prepare(SheetSQL.last)
    add = try sheets.prepare(SheetSQL.add)
    replace = try sheets.prepare(SheetSQL.replace)
    addText = try sheets.prepare("INSERT INTO text VALUES(?1, ?2)")
    let texts = try sheets.prepare("SELECT id, text FROM text")
    while try texts.step() { numbers[BytesKey(bytes: texts.bytes(1))] = Int32(texts.integer(0)) }
  }

  /// Puts what the events from `start` on stated, about themselves and about earlier ones.
  func fill(from start: UInt64, to followed: Followed) throws {
    let first = RowID.facts(of: RowID.standing(event: start, number: 0)).lowerBound
    try take(first...Int64.max)
    if start > 0 {
      let restamped = try views.prepare(SheetSQL.restamped)
      try restamped.bind(1, Int64(start))
      while try restamped.step() {
        let standing = restamped.integer(0)
        if RowID.event(standing: standing) < start { try take(RowID.facts(of: standing)) }
      }
    }
    try putAway()
    let base = try sheets.integer("SELECT base FROM filled") ?? Int64(followed.size)
    let note = try sheets.prepare("INSERT OR REPLACE INTO filled VALUES(1, ?1, ?2, ?3, ?4)")
    try note.bind(1, Int64(followed.size))
    try note.bind(2, blob: followed.root)
    try note.bind(3, text: Sheets.format)
    try note.bind(4, base)
    try note.run()
  }

  private func take(_ facts: ClosedRange<Int64>) throws {
    try selectFacts.bind(1, facts.lowerBound)
    try selectFacts.bind(2, facts.upperBound)
    defer { selectFacts.reset() }
    while try selectFacts.step() {
      let projection = selectFacts.integer(14)
      var key = SheetKey(projection: projection, subject: selectFacts.bytes(1), month: selectFacts.bytes(2))
      var body = selectFacts.bytes(5)
      if projection == Sheets.references {
        guard let lead = ReportLead(body: body) else { continue }
        let report = RowID.event(standing: RowID.standing(fact: selectFacts.integer(0)))
        key.subject = Array(Sheets.subject(ofChunk: Sheets.chunk(ofReport: report)).utf8)
        body = lead.text
      }
      let entry = try SheetEntry(selectFacts, body: body, number)
      entry.append(to: &waiting[key, default: []])
      bytes += SheetEntry.byteCount
      if bytes >= SheetFilling.most { try putAway() }
    }
  }

  /// The number of a text; a new one gets the next.
  private func number(_ text: [UInt8]) throws -> Int32 {
    let key = BytesKey(bytes: text)
    if let known = numbers[key] { return known }
    let new = Int32(numbers.count)
    try addText.bind(1, Int64(new))
    try addText.bind(2, blob: text)
    try addText.run()
    numbers[key] = new
    return new
  }

  private func putAway() throws {
    for (key, entries) in waiting.sorted(by: { SheetKey.precedes($0.key, $1.key) }) {
      try key.bind(to: selectLast)
      var (part, old): (Int64, [UInt8]) = (-1, [])
      if try selectLast.step() { (part, old) = (selectLast.integer(0), selectLast.bytes(1)) }
      selectLast.reset()
      if part >= 0, old.count < SheetFilling.part {
        try put(replace, key, part, old + entries)
      } else {
        try put(add, key, part + 1, entries)
      }
    }
    waiting.removeAll()
    bytes = 0
  }

  private func put(_ statement: borrowing Statement, _ key: SheetKey, _ part: Int64, _ entries: [UInt8]) throws {
    try key.bind(to: statement)
    try statement.bind(4, part)
    try statement.bind(5, blob: entries)
    try statement.run()
  }
}

/// What one sheet is about.
struct SheetKey: Hashable {
  var projection: Int64
  var subject: [UInt8]
  /// Empty for facts that are filed under no month.
  var month: [UInt8]

  static func precedes(_ one: SheetKey, _ other: SheetKey) -> Bool {
    if one.projection != other.projection { return one.projection < other.projection }
    if one.subject != other.subject { return one.subject.lexicographicallyPrecedes(other.subject) }
    return one.month.lexicographicallyPrecedes(other.month)
  }

  func hash(into hasher: inout Hasher) {
    unsafe subject.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    unsafe month.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }

  func bind(to statement: borrowing Statement) throws {
    try statement.bind(1, projection)
    try statement.bind(2, text: subject)
    try statement.bind(3, text: month)
  }
}

/// Bytes as a key, hashed as one piece.
struct BytesKey: Hashable {
  let bytes: [UInt8]

  func hash(into hasher: inout Hasher) { unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) } }
}
