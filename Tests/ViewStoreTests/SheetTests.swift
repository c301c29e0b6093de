import SQLite
import Testing
import Views
import Vocabulary

@testable import ReplayRunner
@testable import ViewStore

@Suite("A country is read from sheets")
struct SheetTests {
  let scratch: Scratch
  let store: ViewStore

  init() throws {
    scratch = try Scratch()
    store = scratch.store()
  }

  private func store(sheetsFrom: UInt64) -> ViewStore {
    var store = store
    store.sheetsFrom = sheetsFrom
    return store
  }

  /// Every standing fact of `control` about every place, at a moment.
  private func facts(at moment: Moment, months: ClosedRange<Day>? = nil) throws -> [[StandingFact]] {
    let snapshot = try store.snapshot(at: moment)
    let subjects = snapshot.subjects("control", prefix: "")
    let found = subjects.map { subject in
      let facts =
        months.map { snapshot.facts("control", subject: subject, months: $0) }
        ?? snapshot.facts("control", subject: subject)
      return facts.sorted { ($0.event, $0.fact.body.count) < ($1.event, $1.fact.body.count) }
    }
    #expect(snapshot.failure == nil)
    return found
  }

  @Test(arguments: Seeded.seeds(6))
  func `they give what the views give, at every known time, however they were filled`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed ^ 0x5e)
    let log = MemoryLog(RandomLog(120, seed: seed).leaves)
    let months = Day("2023-05-01")!...Day("2023-05-31")!
    var filled: UInt64 = 0
    for size in [UInt64(40), 41, 77, 120] {
      let prefix = LogPrefix(log: log, count: size)
      try store.follow(prefix)
      let moments = (0..<12).map { _ in
        Moment(
          known: UInt64.random(in: 1...size, using: &generator),
          published: generator.once(in: 2) ? nil : Day(Entry.text(Int.random(in: 0..<60, using: &generator))))
      }
      // Sheets that are behind are not used.
      let plain = try moments.map { try (facts(at: $0), facts(at: $0, months: months)) }
      try Sheets(of: store).follow(prefix)
      filled = try #require(Filled.read(Sheets.path(beside: store.path))).size
      #expect(filled == size)
      for (moment, expected) in zip(moments, plain) {
        #expect(try facts(at: moment) == expected.0, "seed \(seed), \(size) events, \(moment)")
        #expect(try facts(at: moment, months: months) == expected.1, "seed \(seed), \(size) events, \(moment)")
      }
    }
    let parts = try store.verify(log)
    #expect(parts.contains { $0.view == SheetDigest.part })
    #expect(parts.filter { !$0.isEqual } == [], "seed \(seed)")
  }

  @Test(arguments: Seeded.seeds(4))
  func `who says a report, and what it derives from, is read from them as from the report`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed ^ 0x1ead)
    let log = MemoryLog(RandomLog(120, seed: seed).leaves)
    try store.follow(log)
    let moments = (0..<12).map { _ in
      Moment(
        known: UInt64.random(in: 1...120, using: &generator),
        published: generator.once(in: 2) ? nil : Day(Entry.text(Int.random(in: 0..<60, using: &generator))))
    }
    func leads(at moment: Moment) throws -> [ReportLead?] {
      let snapshot = try store.snapshot(at: moment)
      return (0..<UInt64(120)).map { position -> ReportLead? in
        if let kept = snapshot.lead(ofReport: position) {
          return kept == NumberedFact.none ? nil : ReportLead(text: snapshot.text(number: kept))
        }
        let subject = Subject.about(.report, position).text
        return snapshot.facts(ReferenceFacts.name, subject: subject).compactMap { ReportLead(body: $0.fact.body) }.last
      }
    }
    #expect(try store.snapshot().lead(ofReport: 0) == nil)
    let plain = try moments.map { try leads(at: $0) }
    try Sheets(of: store).follow(log)
    #expect(try store.snapshot().lead(ofReport: 0) != nil)
    for (moment, expected) in zip(moments, plain) {
      #expect(try leads(at: moment) == expected, "seed \(seed), \(moment)")
    }
  }

  @Test(arguments: ["ap", "", nil] as [String?], ["", "12", "12,7i", "3i,0"])
  func `a lead is read back from its text`(_ source: String?, _ parents: String) throws {
    let text = Array((parents + (source.map { "|" + $0 } ?? "")).utf8)
    let lead = try #require(ReportLead(text: text))
    #expect(lead.text == text)
    #expect(ReportLead(text: Array("12x|ap".utf8)) == nil)
  }

  @Test func `they are filled by whoever asks about a whole country of a long ledger`() throws {
    let log = MemoryLog(AnswerTests.leaves)
    try store.follow(log)
    let question = Question("control", at: Day("2023-06-01")!)
    let plain = try store(sheetsFrom: 1_000).answer(question, from: log)
    #expect(Filled.read(Sheets.path(beside: store.path)) == nil)
    #expect(try store(sheetsFrom: 1).answer(question, from: log) == plain)
    #expect(Filled.read(Sheets.path(beside: store.path)) != nil)
    #expect(try store(sheetsFrom: 1).answer(question, from: log) == plain)
  }

  @Test(arguments: [
    "UPDATE sheet SET entries = substr(entries, 1, length(entries) - 56) WHERE rowid = 1",
    "UPDATE text SET text = CAST(replace(CAST(text AS TEXT), 'hold', 'gain') AS BLOB)",
    "UPDATE sheet SET subject = 'elsewhere' WHERE rowid = 1",
    "UPDATE sheet SET entries = zeroblob(length(entries)) WHERE rowid = 1",
    "UPDATE sheet SET entries = substr(entries, 1, length(entries) - 1) WHERE rowid = 1",
    "DELETE FROM sheet WHERE rowid = 1",
  ])
  func `what was altered in them is found`(_ alteration: String) throws {
    let log = MemoryLog(RandomLog(90, seed: 5).leaves)
    try store.follow(log)
    try Sheets(of: store).follow(log)
    #expect(try store.verify(log).allSatisfy(\.isEqual))
    let sheets = try Connection(Sheets.path(beside: store.path), .readWrite)
    try sheets.execute(alteration)
    #expect(try store.verify(log).filter { !$0.isEqual }.map(\.view) == [SheetDigest.part])
  }

  @Test func `sheets of other events, or of another program, are made anew`() throws {
    let log = MemoryLog(RandomLog(60, seed: 7).leaves)
    try store.follow(log)
    try Sheets(of: store).follow(log)
    let path = Sheets.path(beside: store.path)
    for alteration in ["UPDATE filled SET root = zeroblob(32)", "UPDATE filled SET format = 'other'"] {
      try Connection(path, .readWrite).execute(alteration)
      #expect(try SheetReader(beside: store.reading(), Followed(store.reading())) == nil)
      try Sheets(of: store).follow(log)
      #expect(try SheetReader(beside: store.reading(), Followed(store.reading())) != nil)
      #expect(try store.verify(log).allSatisfy(\.isEqual))
    }
  }
}
