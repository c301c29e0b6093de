import Testing
import Vocabulary

@testable import Views

/// What is looked up by number is what is looked up by words.
@Suite
struct TracingTests {
  @Test(arguments: ViewPropertyTests.seeds)
  func `an origin found by number is the origin of the fact`(seed: UInt64) {
    let random = RandomCase(seed: seed, size: 200)
    let facts = Replay(random.log.events)
    let (numbered, plain) = (References(facts), References(facts))
    var generator = SeededGenerator(seed: seed)
    for report in random.reports.shuffled(using: &generator) {
      #expect(numbered.base(from: report) == plain.trail(from: report).base, "seed \(seed), #\(report)")
    }
    var numbers: [Root.Origin: Int32] = [:]
    for place in RandomCase.places {
      for fact in plain.facts(Control.name, .id(place)) {
        let number = numbered.origin(ofSaid: numbered.said(numbered.number(fact)))
        let origin = plain.origin(of: RootKey(fact))
        #expect(numbered.origins[number] == origin, "seed \(seed), #\(fact.event)")
        #expect(numbers[origin] ?? number == number, "seed \(seed), #\(fact.event): one origin, two numbers")
        numbers[origin] = number
      }
    }
    #expect(numbers.count > 10, "seed \(seed) has \(numbers.count) origins, and so tests little")
    #expect(Set(numbers.values).count == numbers.count, "seed \(seed): one number, two origins")
  }

  @Test
  func `a chain of thousands of relays is followed to its end`() {
    var log = CaseLog()
    log.source("s1")
    let first = log.report("s1", published: "2023-01-01", from: [], inferred: false)
    var last = first
    for _ in 0..<5_000 { last = log.report("s1", published: "2023-01-02", from: [last], inferred: false) }
    let facts = References(Replay(log.events))
    #expect(facts.base(from: last) == first)
    #expect(facts.base(from: last - 1_000) == first)
    #expect(facts.speaker(ofReport: last) == facts.speaker(ofReport: first))
  }

  @Test(arguments: ViewPropertyTests.seeds)
  func `a position has the number that it was given last`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var numbers = PositionNumbers()
    var plain: [UInt64: Int32] = [:]
    let stride: UInt64 = [1, 25, 4_096, 1 << 20].randomElement(using: &generator) ?? 1
    for _ in 0..<3_000 {
      let position = UInt64.random(in: 0..<2_000, using: &generator) * stride
      #expect(numbers[position] == plain[position], "seed \(seed), #\(position)")
      let number = Int32.random(in: -1...Int32.max, using: &generator)
      numbers.set(position, number)
      plain[position] = number
    }
    for (position, number) in plain { #expect(numbers[position] == number, "seed \(seed), #\(position)") }
  }
}
