import Testing
import ViewStore
import Views
import Vocabulary

@testable import ReplayRunner

/// What every view promises of every ledger, on a log and views that lie on disk.
@Suite("On disk, every view keeps the promises of known time")
struct StorePropertyTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The answers of all views.
  private func answers(
    _ store: ViewStore, _ log: some FollowedLog, at day: Day, asOf: AsOf = .now, publishedBy: Day? = nil
  ) throws -> [Answer] {
    try Views.all.map { view in
      try store.answer(Question(view.name, at: day, asOf: asOf, publishedBy: publishedBy), from: log).answer
    }
  }

  /// The first row in which two sets of answers differ; `nil` when they are the same.
  private func difference(_ left: [Answer], _ right: [Answer]) -> String? {
    for (one, other) in zip(left, right) where one != other {
      for (row, counterpart) in zip(one.rows, other.rows) where row != counterpart {
        return "\(one.view): \(row)\n\(counterpart)"
      }
      return "\(one.view): \(one.rows.map(\.key)) and \(other.rows.map(\.key))"
    }
    return nil
  }

  private func day(_ generator: inout Seeded, from first: Int = 0) -> Day {
    Day(Entry.text(Int.random(in: first..<60, using: &generator)))!
  }

  @Test(arguments: Seeded.seeds(6))
  func `Replay of any prefix equals the views as known then`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed ^ 1)
    let ledger = try RandomLedger(in: scratch, events: 90, seed: seed)
    try ledger.append()
    try ledger.store.follow(ledger.log)
    let prefixes = scratch.store("prefix")
    for _ in 0..<6 {
      let known = UInt64.random(in: 1...90, using: &generator)
      let day = day(&generator, from: 20)
      let published = generator.once(in: 3) ? nil : self.day(&generator)
      let asOf = AsOf.position(known - 1)
      let prefix = LogPrefix(log: ledger.log, count: known)
      try prefixes.follow(prefix)
      let then = try answers(prefixes, prefix, at: day, asOf: asOf, publishedBy: published)
      let now = try answers(ledger.store, ledger.log, at: day, asOf: asOf, publishedBy: published)
      #expect(
        difference(now, then) == nil, "seed \(seed), \(known) events, published by \(String(describing: published))")
    }
  }

  @Test(arguments: Seeded.seeds(6))
  func `An event recorded after K never changes the answer at K`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed ^ 2)
    let ledger = try RandomLedger(in: scratch, events: 90, seed: seed)
    try ledger.append(60)
    try ledger.store.follow(ledger.log)
    let day = day(&generator, from: 20)
    let days = [nil] + (0..<3).map { _ in self.day(&generator) }
    let before = try days.map {
      try answers(ledger.store, ledger.log, at: day, asOf: .position(59), publishedBy: $0)
    }
    for _ in 0..<3 {
      try ledger.append(10)
      try ledger.store.follow(ledger.log)
      for (published, then) in zip(days, before) {
        let now = try answers(ledger.store, ledger.log, at: day, asOf: .position(59), publishedBy: published)
        #expect(difference(now, then) == nil, "seed \(seed), published by \(String(describing: published))")
      }
    }
  }

  // The last seeds once left a trace: a correction of a correction that was retracted before; a retraction, itself
  // retracted, of the first of two corrections.
  @Test(arguments: Seeded.seeds(6) + [498_378_709, 823_491_766, 881_900_441, 916_715_894])
  func `Retracting what was asserted restores the answers`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed ^ 3)
    let ledger = try RandomLedger(in: scratch, events: 60, seed: seed)
    try ledger.append()
    try ledger.store.follow(ledger.log)
    let day = day(&generator, from: 20)
    func shown() throws -> [Answer] {
      try answers(ledger.store, ledger.log, at: day).map { answer in
        var answer = answer
        for place in answer.rows.indices {
          answer.rows[place].ignored.removeAll { (60..<75).contains($0.event) }
          // A source keeps the number of its retractions.
          if let column = answer.columns.firstIndex(where: { $0.name == "retracted" }) {
            answer.rows[place].cells[column] = .none
          }
        }
        return answer
      }
    }
    let before = try shown()
    ledger.random.grow(to: 75)
    try ledger.append()
    try ledger.store.follow(ledger.log)
    #expect(try difference(shown(), before) != nil, "seed \(seed): the events changed nothing")
    ledger.random.retract(60..<75)
    try ledger.append()
    try ledger.store.follow(ledger.log)
    let left = try difference(shown(), before)
    #expect(left == nil, "seed \(seed): \(left ?? "")")
  }

  @Test(arguments: Seeded.seeds(6))
  func `A relay of a known root changes no status, no controller and no number of roots`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed ^ 4)
    let ledger = try RandomLedger(in: scratch, events: 60, seed: seed)
    try ledger.append()
    try ledger.store.follow(ledger.log)
    let question = Question("control", at: day(&generator, from: 20))
    let before = try ledger.store.answer(question, from: ledger.log).answer.rows
    guard ledger.random.relay() else { return }
    try ledger.append()
    try ledger.store.follow(ledger.log)
    let after = try ledger.store.answer(question, from: ledger.log).answer.rows
    #expect(after.map(\.cells) == before.map(\.cells), "seed \(seed)")
    #expect(after.map(\.roots) == before.map(\.roots), "seed \(seed)")
  }
}
