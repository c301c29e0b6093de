import Testing
import ViewStore
import Views
import Vocabulary

@Suite("History is played as changes")
struct HistoryTests {
  let scratch: Scratch
  let store: ViewStore

  init() throws {
    scratch = try Scratch()
    store = scratch.store()
  }

  /// The steps by brute force: whole answers at successive times, compared.
  private func naive(_ answers: [(HistoryStep.Time, Answer)]) -> [HistoryStep.Time: Set<Difference>] {
    var steps: [HistoryStep.Time: Set<Difference>] = [:]
    for ((_, before), (time, after)) in zip(answers, answers.dropFirst()) {
      let comparison = Comparison(from: before, to: after)
      if !comparison.isEmpty { steps[time] = Difference.all(comparison) }
    }
    return steps
  }

  private func played(
    _ question: Question, _ clock: HistoryClock, _ log: MemoryLog
  ) throws -> [HistoryStep.Time: Set<Difference>] {
    var steps: [HistoryStep.Time: Set<Difference>] = [:]
    try store.history(of: question, along: clock, from: log) { step in
      #expect(steps.updateValue(Difference.all(step.changes), forKey: step.time) == nil, "a time comes twice")
      #expect(!step.events.isEmpty, "no event did it")
      return true
    }
    return steps
  }

  @Test func `A step names what was taken back by it, and nothing that its known time does not hold`() throws {
    let log = MemoryLog(AnswerTests.leaves)
    try store.follow(log)
    func enders(_ asOf: AsOf) throws -> [HistoryStep.Time: [UInt64: UInt64]] {
      var found: [HistoryStep.Time: [UInt64: UInt64]] = [:]
      let clock = HistoryClock.publication(from: Day("2023-05-01")!, to: Day("2023-05-30")!)
      try store.history(of: Question("control", at: Day("2023-06-01")!, asOf: asOf), along: clock, from: log) { step in
        found[step.time] = step.enders
        return true
      }
      return found
    }
    let (first, last) = (HistoryStep.Time.day(Day("2023-05-05")!), HistoryStep.Time.day(Day("2023-05-20")!))
    #expect(try enders(.now) == [first: [:], last: [1: 3]])
    #expect(try enders(.position(2)) == [first: [:]])
  }

  @Test(arguments: Seeded.seeds(3))
  func `Event by event, the steps are those between the whole answers`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed ^ 0x77)
    let log = MemoryLog(RandomLog(50, seed: seed).leaves)
    try store.follow(log)
    for view in Views.all {
      let published = generator.once(in: 2) ? nil : Day(Entry.text(Int.random(in: 10..<45, using: &generator)))
      var question = Question(view.name, at: day(&generator), publishedBy: published)
      if generator.once(in: 4), let column = view.columns.first(where: { $0.name == "status" }) {
        question.filters = [Question.Filter(column: column.name, value: "controlled")]
      }
      let answers = try (UInt64(0)...50).map { known in
        guard known > 0 else { return (HistoryStep.Time.position(0), try empty(question, log)) }
        var asked = question
        asked.asOf = .position(known - 1)
        return (.position(known - 1), try store.answer(asked, from: log).answer)
      }
      let expected = naive(answers)
      let steps = try played(question, .ledger(from: .day(Day("2025-12-31")!), to: .now), log)
      #expect(steps == expected, "seed \(seed), \(question)")
    }
  }

  @Test(arguments: Seeded.seeds(3))
  func `Day by day of publication, the steps are those between the whole answers`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed ^ 0x99)
    let log = MemoryLog(RandomLog(60, seed: seed).leaves)
    try store.follow(log)
    for view in Views.all {
      let asOf = generator.once(in: 2) ? AsOf.now : .position(UInt64.random(in: 20..<60, using: &generator))
      let question = Question(view.name, at: day(&generator), asOf: asOf)
      let answers = try (0...45).map { number in
        var asked = question
        asked.publishedBy = Day(Entry.text(number))
        return (HistoryStep.Time.day(Day(Entry.text(number))!), try store.answer(asked, from: log).answer)
      }
      let expected = naive(answers)
      let clock = HistoryClock.publication(from: Day(Entry.text(0))!, to: Day(Entry.text(45))!)
      #expect(try played(question, clock, log) == expected, "seed \(seed), \(question)")
    }
  }

  /// The answer when nothing is known.
  private func empty(_ question: Question, _ log: MemoryLog) throws -> Answer {
    var asked = question
    asked.asOf = .day(Day("2025-12-31")!)
    return try store.answer(asked, from: log).answer
  }

  private func day(_ generator: inout Seeded) -> Day { Day(Entry.text(Int.random(in: 5..<60, using: &generator)))! }

  @Test func `Each step names its event, and playing stops when told`() throws {
    let log = MemoryLog(AnswerTests.leaves)
    try store.follow(log)
    let question = Question("control", at: Day("2023-06-01")!)
    var steps: [HistoryStep] = []
    try store.history(of: question, along: .ledger(from: .position(0), to: .now), from: log) {
      steps.append($0)
      return true
    }
    #expect(steps.map(\.time) == [.position(1), .position(3)])
    #expect(steps.map(\.events) == [[1], [3]])
    #expect(steps.map(\.changes.added.count) == [1, 0])
    #expect(steps.map(\.changes.removed.count) == [0, 1])
    steps = []
    let clock = HistoryClock.publication(from: Day("2023-05-01")!, to: Day("2023-12-31")!)
    try store.history(of: question, along: clock, from: log) {
      steps.append($0)
      return false
    }
    #expect(steps.map(\.time) == [.day(Day("2023-05-05")!)])
    #expect(steps.map(\.events) == [[1]])
  }

  @Test func `Words that mean nothing are refused`() throws {
    let log = MemoryLog(AnswerTests.leaves)
    try store.follow(log)
    func play(_ question: Question, to end: AsOf = .now) throws {
      try store.history(of: question, along: .ledger(from: .position(0), to: end), from: log) { _ in true }
    }
    #expect(throws: ViewStoreError.self) { try play(Question("contrl", at: Day("2023-06-01")!)) }
    #expect(throws: ViewStoreError.notYet(asOf: 4, size: 4)) {
      try play(Question("control", at: Day("2023-06-01")!), to: .position(4))
    }
    #expect(throws: ViewStoreError.self) {
      try play(Question("control", at: Day("2023-06-01")!, profile: "nobody's"))
    }
  }
}

/// One difference of a comparison, without its place in the order.
private enum Difference: Hashable {
  case added(Row)
  case removed(Row)
  case changed(Comparison.Change)

  static func all(_ comparison: Comparison) -> Set<Difference> {
    Set(comparison.added.map(Difference.added) + comparison.removed.map(Difference.removed))
      .union(comparison.changed.map(Difference.changed))
  }
}
