import SQLite
import Testing
import Views
import Vocabulary

@testable import ReplayRunner
@testable import ViewStore

@Suite("Views that stay open")
struct DeskTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func question(_ size: UInt64, using generator: inout Seeded) -> Question {
    let day = Day(Entry.text(Int.random(in: 0..<60, using: &generator)))!
    var question = Question(["control", "attacks"].randomElement(using: &generator)!, at: day)
    question.asOf = generator.once(in: 3) ? .now : .position(UInt64.random(in: 0..<size, using: &generator))
    question.publishedBy = generator.once(in: 3) ? Day(Entry.text(Int.random(in: 0..<60, using: &generator))) : nil
    question.tellsIgnored = generator.once(in: 2)
    return question
  }

  @Test(arguments: Seeded.seeds(6))
  func `answer as those opened for one question do, whatever was asked and written before`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed ^ 0xde5c)
    let log = MemoryLog(RandomLog(120, seed: seed).leaves)
    var store = scratch.store()
    store.sheetsFrom = 1
    for size in [UInt64(40), 41, 77, 120] {
      let prefix = LogPrefix(log: log, count: size)
      if generator.once(in: 2) { try store.follow(prefix) } else { try store.rebuild(prefix) }
      var earlier: Question?
      for _ in 0..<8 {
        let question = question(size, using: &generator)
        var fresh = ViewStore(at: store.path)
        fresh.sheetsFrom = 1
        let expected = try fresh.answer(question, from: prefix)
        // Twice: the second time it finds everything at hand.
        for _ in 0..<2 {
          #expect(try store.answer(question, from: prefix) == expected, "seed \(seed), \(size) events, \(question)")
        }
        if var before = earlier {
          before.view = question.view
          fresh = ViewStore(at: store.path)
          fresh.sheetsFrom = 1
          let (one, other) = try (
            fresh.compare(before, question, from: prefix), store.compare(before, question, from: prefix)
          )
          #expect(one.comparison == other.comparison, "seed \(seed), \(size) events, \(before), \(question)")
        }
        earlier = question
      }
    }
  }

  @Test func `let others write and tidy up`() throws {
    let log = MemoryLog(RandomLog(120, seed: 3).leaves)
    let store = scratch.store()
    let prefix = LogPrefix(log: log, count: 60)
    try store.follow(prefix)
    let question = Question("control", at: Day("2023-06-01")!)
    let before = try store.answer(question, from: prefix)
    #expect(before.size == 60)
    try ViewStore(at: store.path).follow(log)
    // A reader in the midst of a transaction would keep the write-ahead log from being emptied.
    let other = try StatementSource(store.path, .readWrite)
    #expect(try other.integer("PRAGMA wal_checkpoint(TRUNCATE)") == 0)
    #expect(try store.answer(question, from: log).size == 120)
  }

  @Test func `refuse a known time that they have not come to, and go on`() throws {
    let log = MemoryLog(RandomLog(60, seed: 3).leaves)
    let store = scratch.store()
    try store.follow(LogPrefix(log: log, count: 30))
    var question = Question("control", at: Day("2023-06-01")!)
    let before = try store.answer(question, from: log)
    question.asOf = .position(50)
    #expect(throws: ViewStoreError.notYet(asOf: 50, size: 30)) { try store.answer(question, from: log) }
    question.asOf = .now
    #expect(try store.answer(question, from: log) == before)
  }
}
