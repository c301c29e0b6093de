import Testing
import Vocabulary

@testable import Views

@Suite
struct ControlClearingTests {
  @Test(arguments: ViewPropertyTests.seeds)
  func `what is cleared from its oldest end is what the rules clear one by one`(seed: UInt64) throws {
    let random = RandomCase(seed: seed, size: 400)
    let references = References(Replay(random.log.events))
    let day = try #require(Day("2023-11-30"))
    var cleared = 0
    for place in RandomCase.places {
      let gathered = ControlEvidence(area: place, day: day, references: references, profile: .default1)
      let fast = ControlClearing(gathered, profile: .default1)
      let plain = PlainClearing(gathered, profile: .default1)
      let told = { (piece: Evidence) in "\(piece.event) \(gathered.actors[Int(piece.actor)].text) \(piece.act)" }
      #expect(fast.standing.map(told).sorted() == plain.standing.map(told).sorted(), "seed \(seed), \(place)")
      let withdrawn = fast.withdrawn.map { [$0.actor: Set([$0.event])] } ?? [:]
      #expect(withdrawn == plain.withdrawn, "seed \(seed), \(place)")
      cleared += gathered.evidence.count - plain.standing.count
    }
    #expect(cleared > 0, "seed \(seed) clears nothing, and so tests nothing")
  }
}
