internal import SQLite
public import Views
public import Vocabulary

/// Everything that stands at one known time, read from `views.sqlite` as it was when the snapshot was taken.
///
/// Others may follow the log meanwhile; the snapshot does not move. It belongs to one thread.
public final class Snapshot: StandingFacts {
  /// How many events the views held when the snapshot was taken.
  public private(set) var followed: UInt64
  /// The root of the tree over them.
  public private(set) var root: [UInt8]
  /// The known time it shows.
  public private(set) var moment: Moment
  /// The first thing that went wrong while facts were read; ask before showing what was made of them.
  public private(set) var failure: ViewStoreError?

  private let source: StatementSource
  /// The sheets beside the views, where they are exactly as far; opened when they are first needed.
  private var sheets: SheetReader? {
    if !hasLooked {
      hasLooked = true
      opened = reading(nil) { try SheetReader(beside: source, Followed(source)) }
    }
    return opened
  }
  private var opened: SheetReader?
  private var hasLooked = false
  let projections: [String: Int64]
  /// The projections that file some facts by month.
  private let monthly: Set<Int64>
  private(set) var count: Int64
  private let selectFacts: Statement
  private let selectMonths: Statement
  let selectEnded: Statement
  private let selectState: Statement
  private let selectSubjects: Statement
  private let selectStands: Statement
  let selectEffects: Statement
  private var bodies = BytesPool { $0 }
  private var origins = BytesPool { String(decoding: $0, as: UTF8.self) }

  init(_ source: StatementSource, at moment: Moment) throws {
    let followed = try Followed(source)
    self.source = source
    self.moment = moment
    self.followed = followed.size
    root = followed.root
    count = moment.count(of: followed.size)
    let projections = try Snapshot.projections(source)
    self.projections = projections
    monthly = Set(Views.projections.compactMap { $0.filesByMonth ? projections[$0.name] : nil })
    selectFacts = try source.prepare(SnapshotSQL.facts)
    selectMonths = try source.prepare(SnapshotSQL.months)
    selectEnded = try source.prepare(SnapshotSQL.ended)
    selectState = try source.prepare(SnapshotSQL.state)
    selectSubjects = try source.prepare(SnapshotSQL.subjects)
    selectStands = try source.prepare(SnapshotSQL.stands)
    selectEffects = try source.prepare(SnapshotSQL.effects)
  }

  /// Shows another moment of the same views; for those who step through history.
  func move(to moment: Moment) {
    self.moment = moment
    count = moment.count(of: followed)
  }

  /// Refuses a moment that the views have not come to.
  func expect(_ moment: Moment) throws {
    if let known = moment.known, known > followed { throw ViewStoreError.notYet(asOf: known - 1, size: followed) }
  }

  /// Whether others can write while it rests; what is on a medium that nobody can write to is opened anew each time.
  var canRest: Bool { if case .readOnly = source.access { true } else { false } }

  /// Lets go of the state of the views that it shows, without closing them: others may write and tidy up meanwhile.
  func rest() throws {
    try source.execute("COMMIT")
    try opened?.rest()
  }

  /// Shows the views as they are now, at a moment; answers whether they are as they were, with the same numbers for texts.
  func resume(at moment: Moment) throws -> Bool {
    try source.begin()
    let followed = try Followed(source)
    let isSame = followed.size == self.followed && followed.root == root
    (self.followed, root) = (followed.size, followed.root)
    let hadSheets = opened != nil
    let hasSheets = try isSame && opened?.resume(followed) ?? false
    if !hasSheets { (opened, hasLooked) = (nil, false) }
    move(to: moment)
    return isSame && hasSheets == hadSheets
  }

  /// What tells which events correct and retract others.
  func effects() throws -> EffectTable { try EffectTable(source) }

  /// What tells which facts a step changes.
  func touching() throws -> Touching { try Touching(source) }

  /// Gives each day in a range on which something began or ceased to be public, with the events; `body` answers whether
  /// to go on.
  func eachPublicDay(after start: Day, until end: Day, _ body: (Day, [UInt64]) throws -> Bool) throws {
    let select = try source.prepare(HistorySQL.days)
    try select.bind(1, count)
    try select.bind(2, Int64(start.number))
    try select.bind(3, Int64(end.number))
    var open: (day: Int64, events: [UInt64]) = (0, [])
    while try select.step() {
      let day = select.integer(0)
      if day != open.day, !open.events.isEmpty {
        guard try body(Day(number: Int32(open.day)), open.events) else { return }
        open.events = []
      }
      open.day = day
      open.events.append(UInt64(select.integer(1)))
    }
    if !open.events.isEmpty { _ = try body(Day(number: Int32(open.day)), open.events) }
  }

  public var known: UInt64? { moment.known }

  public var published: Day? { moment.published }

  public func facts(_ projection: String, subject: String) -> [StandingFact] {
    facts(projection, subject, from: "", to: "~")
  }

  public func facts(_ projection: String, subject: String, months: ClosedRange<Day>) -> [StandingFact] {
    facts(projection, subject, from: Month(of: months.lowerBound).text, to: Month(of: months.upperBound).text)
  }

  /// The facts that are filed under no month, and those of a range of months.
  private func facts(_ projection: String, _ subject: String, from first: String, to last: String) -> [StandingFact] {
    reading([]) {
      guard let number = projections[projection] else { return [] }
      if monthly.contains(number), let sheets {
        return try sheets.facts((number, projection), subject, from: first, to: last, count: count, day: moment.day)
      }
      try bind(selectFacts, number, subject)
      var facts = try all(selectFacts, projection, subject)
      guard monthly.contains(number) else { return facts }
      try bind(selectMonths, number, subject)
      try selectMonths.bind(5, text: first)
      try selectMonths.bind(6, text: last)
      let more = try all(selectMonths, projection, subject)
      if more.isEmpty { return facts }
      facts += more
      return facts.sorted { $0.event < $1.event }
    }
  }

  public func numbered(_ projection: String, subject: String, months: ClosedRange<Day>?) -> [NumberedFact]? {
    reading([]) {
      guard let number = projections[projection], monthly.contains(number), let sheets else { return nil }
      let (first, last) = months.map { (Month(of: $0.lowerBound).text, Month(of: $0.upperBound).text) } ?? ("", "~")
      return try sheets.numbered(number, subject, from: first, to: last, count: count, day: moment.day)
    }
  }

  public func text(number: Int32) -> [UInt8] { reading([]) { try sheets?.text(number) ?? [] } }

  public func lead(ofReport position: UInt64) -> Int32? {
    reading(nil) { try sheets?.lead(ofReport: position, count: count, day: moment.day) }
  }

  private func all(
    _ select: borrowing Statement, _ projection: String, _ subject: String
  ) throws -> [StandingFact] {
    defer { select.reset() }
    var facts: [StandingFact] = []
    while try select.step() { facts.append(fact(select, projection, subject)) }
    return facts
  }

  /// Gives all standing facts of a projection, one after the other, in the order of their subjects' bytes.
  public func forEachFact(_ projection: String, _ body: (StandingFact) -> Void) {
    reading(()) {
      guard let number = projections[projection] else { return }
      let select = try source.prepare(SnapshotSQL.every)
      try select.bind(1, number)
      try select.bind(3, count)
      try select.bind(4, moment.day)
      while try select.step() { body(fact(select, projection, select.text(9) ?? "")) }
    }
  }

  public func subjects(_ projection: String, prefix: String) -> [String] {
    reading([]) {
      guard let number = projections[projection] else { return [] }
      try selectSubjects.bind(1, number)
      try selectSubjects.bind(2, text: prefix)
      try selectSubjects.bind(3, count)
      try selectSubjects.bind(4, moment.day)
      // No UTF-8 text has this byte, so that every text with the prefix comes before it.
      try selectSubjects.bind(5, text: Array(prefix.utf8) + [0xFF])
      defer { selectSubjects.reset() }
      var found: [String] = []
      while try selectSubjects.step() { found.append(selectSubjects.text(0) ?? "") }
      return found
    }
  }

  /// Whether a projection has standing facts about a subject.
  func knows(_ subject: String, in projection: String) -> Bool {
    reading(false) { try projections[projection].map { try stands($0, subject) } ?? false }
  }

  /// How an event stands at the moment of the snapshot; `nil` when it is not known yet, or not public.
  func state(of event: UInt64) throws -> (code: Int64, by: UInt64?)? {
    try state(of: event, known: count, day: moment.day)
  }

  /// How it stood when so many events were known, on a public day.
  func state(of event: UInt64, known: Int64, day: Int64) throws -> (code: Int64, by: UInt64?)? {
    let range = RowID.standings(of: event)
    try selectState.bind(1, range.lowerBound)
    try selectState.bind(2, range.upperBound)
    try selectState.bind(3, known)
    try selectState.bind(4, day)
    defer { selectState.reset() }
    guard try selectState.step() else { return nil }
    return (selectState.integer(0), selectState.optionalInteger(1).map { UInt64($0) })
  }

  private func stands(_ projection: Int64, _ subject: String) throws -> Bool {
    try bind(selectStands, projection, subject)
    defer { selectStands.reset() }
    return try selectStands.step()
  }

  func bind(_ statement: borrowing Statement, _ projection: Int64, _ subject: String) throws {
    try statement.bind(1, projection)
    try statement.bind(2, text: subject)
    try statement.bind(3, count)
    try statement.bind(4, moment.day)
  }

  func fact(_ row: borrowing Statement, _ projection: String, _ subject: String) -> StandingFact {
    let event = RowID.event(standing: RowID.standing(fact: row.integer(0)))
    let by = row.optionalInteger(4).map { UInt64($0) }
    return unsafe StandingFact(
      event: event, versionBy: by, knownFrom: by ?? event, publicFrom: Ends.day(row.integer(5)),
      fact: Fact(
        projection: projection, subject: subject, from: row.optionalInteger(1).map { Day(number: Int32($0)) },
        to: row.optionalInteger(2).map { Day(number: Int32($0)) }, body: bodies.value(of: row.textBuffer(3))),
      report: row.optionalInteger(6).map { UInt64($0) },
      origin: row.isNull(7) ? nil : origins.value(of: row.textBuffer(7)), grade: Admiralty(ascii: row.textBuffer(8)))
  }

  /// Runs `body`; when the store fails, remembers why and answers with nothing.
  func reading<Result>(_ nothing: Result, _ body: () throws -> Result) -> Result {
    do {
      return try body()
    } catch {
      let path = source.path
      failure =
        failure ?? (error as? ViewStoreError)
        ?? (error as? SQLiteError).map { ViewStoreError($0, path: path) }
        ?? .store(path: path, reason: "\(error)", busy: false)
      return nothing
    }
  }

  private static func projections(_ source: StatementSource) throws -> [String: Int64] {
    let select = try source.prepare("SELECT name, id FROM projection")
    var found: [String: Int64] = [:]
    while try select.step() { found[select.text(0) ?? ""] = select.integer(1) }
    return found
  }
}
