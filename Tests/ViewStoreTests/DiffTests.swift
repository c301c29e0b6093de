import Testing
import ViewStore
import Views
import Vocabulary

@Suite("Two answers are compared along any clock")
struct DiffTests {
  /// A question changed on one clock, and what the comparison says of the place.
  struct Move: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var from: @Sendable (inout Question) -> Void = { _ in }
    var to: @Sendable (inout Question) -> Void = { _ in }
    var added: [UInt64]?
    var removed: [UInt64]?
    var changed: [String: [Cell]] = [:]
  }

  static let moves = [
    Move(testDescription: "nothing moved"),
    Move(
      testDescription: "as of the claim", from: { $0.asOf = .position(0) }, to: { $0.asOf = .position(1) }, added: [1]),
    Move(testDescription: "as of the retraction", from: { $0.asOf = .position(2) }, removed: [1]),
    Move(
      testDescription: "published by the report", from: { $0.publishedBy = Day("2023-05-04") },
      to: { $0.publishedBy = Day("2023-05-05") }, added: [1]),
    Move(
      testDescription: "published by the retraction", from: { $0.publishedBy = Day("2023-05-19") },
      to: { $0.publishedBy = Day("2023-05-20") }, removed: [1]),
    Move(
      testDescription: "half a year later in valid time",
      from: { $0.asOf = .position(2) },
      to: {
        $0.asOf = .position(2)
        $0.at = Day("2023-12-01")!
      },
      changed: ["freshness": [.text("current"), .text("stale")]]),
    Move(
      testDescription: "back before the claim in valid time",
      from: { $0.asOf = .position(2) },
      to: {
        $0.asOf = .position(2)
        $0.at = Day("2023-04-01")!
      },
      changed: [
        "status": [.text("controlled"), .text("unknown")], "controller": [.text("isgs"), .none],
        "since": [.day(Day("2023-05-01")!), .none],
      ]),
  ]

  @Test(arguments: moves)
  func `The difference names rows, values and events`(_ move: Move) throws {
    let scratch = try Scratch()
    let log = MemoryLog(AnswerTests.leaves)
    try scratch.store().follow(log)
    func answer(_ change: (inout Question) -> Void) throws -> Answer {
      var question = Question("control", at: Day("2023-06-01")!)
      change(&question)
      return try scratch.store().answer(question, from: log).answer
    }
    let comparison = try Comparison(from: answer(move.from), to: answer(move.to))
    #expect(comparison.added.first?.events == move.added)
    #expect(comparison.removed.first?.events == move.removed)
    let cells = comparison.changed.flatMap(\.cells)
    for (column, (was, now)) in move.changed.mapValues({ ($0[0], $0[1]) }) where was != now {
      let cell = cells.first { $0.column == column }
      #expect(cell?.was == was && cell?.now == now, "\(column): \(String(describing: cell))")
    }
    #expect(cells.isEmpty == move.changed.isEmpty)
  }

  @Test(arguments: Seeded.seeds(8))
  func `What a stretch of the ledger changed is what whole answers differ in`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed ^ 0x55)
    let scratch = try Scratch()
    let log = MemoryLog(RandomLog(90, seed: seed).leaves)
    let store = scratch.store()
    try store.follow(log)
    let views = Views.all.filter { $0.reach == .places }
    // At least six stretches a view, and as many more as it takes until some changed an answer: some seeds change little.
    var (questions, differences) = (0, 0)
    while questions < 6 * views.count || (differences < 4 && questions < 100 * views.count) {
      for view in views {
        questions += 1
        var question = Question(
          view.name, at: Day(Entry.text(Int.random(in: 5..<60, using: &generator)))!,
          publishedBy: generator.once(in: 3) ? Day(Entry.text(Int.random(in: 10..<45, using: &generator))) : nil)
        question.tellsIgnored = false
        let first = UInt64.random(in: 10..<88, using: &generator)
        let length = UInt64.random(in: 1...min(11, 89 - first), using: &generator)
        let isBackward = generator.once(in: 4)
        func sides(_ question: Question) -> (from: Question, to: Question) {
          var (one, other) = (question, question)
          (one.asOf, other.asOf) = (.position(first), .position(first + length))
          return isBackward ? (other, one) : (one, other)
        }
        let asked = sides(question)
        let found = try store.compare(asked.from, asked.to, from: log).comparison
        // The same about every place that either side knows, by hand.
        let known = try [first, first + length].flatMap { position in
          let moment = Moment(known: position + 1, published: question.publishedBy)
          return try store.snapshot(at: moment).subjects(view.name, prefix: "")
        }
        question.subjects = Set(known).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let whole = sides(question)
        var expected = try Comparison(
          from: store.answer(whole.from, from: log).answer, to: store.answer(whole.to, from: log).answer)
        expected.added.removeAll(where: isSilent)
        expected.removed.removeAll(where: isSilent)
        #expect(found == expected, "seed \(seed), \(asked)")
        differences += expected.isEmpty ? 0 : 1
      }
    }
    #expect(differences > 3, "seed \(seed): the stretches changed next to nothing")
  }

  private func isSilent(_ row: Row) -> Bool { row.events.isEmpty && row.against.isEmpty && row.ignored.isEmpty }
}
