internal import SQLite
internal import Views
internal import Vocabulary

/// Reads standing facts from sheets that are exactly as far as a snapshot of the views. It belongs to one thread.
final class SheetReader {
  private let sheets: StatementSource
  let selectLasting: Statement
  private let selectMonths: Statement
  private let selectText: Statement
  /// Rows of standing that ended after the sheets were begun.
  private let ends: [Int64: Int64]
  private var bodies: [[UInt8]?] = []
  private var origins: [String?] = []
  /// The entries found last; the memory is used again and again.
  @exclusivity(unchecked) private var found: [SheetEntry] = []
  var leads = ReportLeads()

  /// `nil` when there are no sheets of these views.
  init?(beside views: StatementSource, _ followed: Followed) throws {
    let store = ViewStore(at: Sheets.path(beside: views.path))
    guard store.exist, let sheets = try? store.lookingUp(), let filled = try? Filled(sheets), filled.isOf(followed)
    else { return nil }
    self.sheets = sheets
    selectLasting = try sheets.prepare(SheetSQL.lasting)
    selectMonths = try sheets.prepare(SheetSQL.months)
    selectText = try sheets.prepare("SELECT text FROM text WHERE id = ?1")
    ends = try SheetReader.ends(views, since: filled.base)
  }

  /// Lets go of the state that it shows.
  func rest() throws { try sheets.execute("COMMIT") }

  /// Shows the sheets as they are now; answers whether they are of these views still.
  func resume(_ followed: Followed) throws -> Bool {
    try sheets.begin()
    return try Filled(sheets).isOf(followed)
  }

  /// The rows of standing that ended since the log had a size, with when they did.
  static func ends(_ views: StatementSource, since base: UInt64) throws -> [Int64: Int64] {
    let select = try views.prepare(SheetSQL.closed)
    try select.bind(1, Int64(base))
    var ends: [Int64: Int64] = [:]
    while try select.step() { ends[select.integer(0)] = select.integer(1) }
    return ends
  }

  /// The facts about a subject that stand, in the order of their events: those of no month, and those of some months.
  ///
  /// - Parameters:
  ///   - count: how many events are known.
  ///   - day: the public day.
  func facts(
    _ projection: (number: Int64, name: String), _ subject: String, from first: String, to last: String, count: Int64,
    day: Int64
  ) throws -> [StandingFact] {
    try find(projection.number, subject, from: first, to: last, count: count, day: day)
    return try unsafe found.map { try fact($0, projection.name, subject) }
  }

  /// The same, with texts by the numbers that they have here.
  func numbered(
    _ projection: Int64, _ subject: String, from first: String, to last: String, count: Int64, day: Int64
  ) throws -> [NumberedFact] {
    try find(projection, subject, from: first, to: last, count: count, day: day)
    return unsafe found.map { entry in
      NumberedFact(
        event: UInt64(entry.event), publicFrom: Ends.day(Int64(entry.publicFrom)), from: SheetReader.day(entry.from),
        to: SheetReader.day(entry.to), body: entry.body, report: UInt32(exactly: entry.report), origin: entry.origin,
        grade: SheetReader.grade(entry.grade))
    }
  }

  private func find(
    _ projection: Int64, _ subject: String, from first: String, to last: String, count: Int64, day: Int64
  ) throws {
    unsafe found.removeAll(keepingCapacity: true)
    try selectLasting.bind(1, projection)
    try selectLasting.bind(2, text: subject)
    try collect(selectLasting, count, day)
    try selectMonths.bind(1, projection)
    try selectMonths.bind(2, text: subject)
    try selectMonths.bind(3, text: first)
    try selectMonths.bind(4, text: last)
    try collect(selectMonths, count, day)
    unsafe SheetEntry.sort(&found)
  }

  /// Whether an entry counts at a known time.
  func stands(_ entry: SheetEntry, _ count: Int64, _ day: Int64) -> Bool {
    guard Int64(entry.knownFrom) < count, Int64(entry.publicFrom) <= day, Int64(entry.publicTo) > day else {
      return false
    }
    let end = ends.isEmpty ? nil : ends[entry.standingRow]
    return end ?? Int64(entry.knownTo) >= count
  }

  private func collect(_ select: borrowing Statement, _ count: Int64, _ day: Int64) throws {
    defer { select.reset() }
    while try select.step() {
      unsafe select.withBlob(0) { bytes in
        unsafe SheetEntry.forEach(bytes) { entry in
          if stands(entry, count, day) { unsafe found.append(entry) }
        }
      }
    }
  }

  private func fact(_ entry: SheetEntry, _ projection: String, _ subject: String) throws -> StandingFact {
    let by = entry.by < 0 ? nil : UInt64(entry.by)
    return StandingFact(
      event: UInt64(entry.event), versionBy: by, knownFrom: by ?? UInt64(entry.event),
      publicFrom: Ends.day(Int64(entry.publicFrom)),
      fact: Fact(
        projection: projection, subject: subject, from: SheetReader.day(entry.from), to: SheetReader.day(entry.to),
        body: try body(entry.body)),
      report: entry.report < 0 ? nil : UInt64(entry.report), origin: try origin(entry.origin),
      grade: SheetReader.grade(entry.grade))
  }

  private static func grade(_ letters: Int32) -> Admiralty? {
    letters == 0 ? nil : Admiralty(UInt8(letters >> 8), UInt8(letters & 0xFF) - 0x30)
  }

  private static func day(_ number: Int32) -> Day? { number == SheetEntry.noDay ? nil : Day(number: number) }

  private func body(_ number: Int32) throws -> [UInt8] {
    let place = Int(number)
    if place < bodies.count, let known = bodies[place] { return known }
    while bodies.count <= place { bodies.append(nil) }
    let text = try text(number)
    bodies[place] = text
    return text
  }

  private func origin(_ number: Int32) throws -> String? {
    if number < 0 { return nil }
    let place = Int(number)
    if place < origins.count, let known = origins[place] { return known }
    while origins.count <= place { origins.append(nil) }
    let text = String(decoding: try text(number), as: UTF8.self)
    origins[place] = text
    return text
  }

  func text(_ number: Int32) throws -> [UInt8] {
    try selectText.bind(1, Int64(number))
    defer { selectText.reset() }
    guard try selectText.step() else {
      throw ViewStoreError.store(path: sheets.path, reason: "text \(number) is missing", busy: false)
    }
    return selectText.bytes(0)
  }
}
