import Testing
import ViewStore
import Views
import Vocabulary

@Suite("Known time, on both readings, is exact")
struct BothClocksTests {
  @Test(arguments: Seeded.seeds(12))
  func `At any ledger position and public day exactly what the rules say stands`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed ^ 0xABCD)
    let made = RandomLog(60, seed: seed)
    let model = PlainModel(entries: made.entries)
    let scratch = try Scratch()
    let store = scratch.store()
    try store.follow(MemoryLog(made.leaves))
    for _ in 0..<25 {
      let time = PlainModel.Time(
        known: Int.random(in: 0...60, using: &generator),
        day: generator.once(in: 3) ? nil : Int.random(in: 0..<42, using: &generator))
      let snapshot = try store.snapshot(at: moment(time))
      let expected = model.facts(at: time)
      #expect(stored(snapshot) == listed(expected), "seed \(seed), \(time)")
      #expect(snapshot.failure == nil)
    }
  }
}

/// The moment of a time of the model.
func moment(_ time: PlainModel.Time) -> Moment {
  Moment(known: UInt64(time.known), published: time.day.flatMap { Day(Entry.text($0)) })
}

/// All facts of a snapshot, without the first public day, by projection and subject, in the store's order.
func stored(_ snapshot: Snapshot) -> [StandingFact] {
  Views.projections.flatMap { projection in
    snapshot.subjects(projection.name).flatMap { subject in
      snapshot.facts(projection.name, subject: subject).map { fact in
        var plain = fact
        plain.publicFrom = nil
        return plain
      }
    }
  }
}

/// Facts of the model in the order in which a snapshot lists them.
func listed(_ facts: [StandingFact]) -> [StandingFact] {
  let order = Dictionary(uniqueKeysWithValues: Views.projections.enumerated().map { ($1.name, $0) })
  return facts.enumerated().sorted { left, right in
    let (one, other) = (left.element.fact, right.element.fact)
    if one.projection != other.projection { return order[one.projection]! < order[other.projection]! }
    if one.subject != other.subject { return one.subject.utf8.lexicographicallyPrecedes(other.subject.utf8) }
    return left.offset < right.offset
  }.map(\.element)
}
