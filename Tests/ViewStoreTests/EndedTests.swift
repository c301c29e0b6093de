import Testing
import ViewStore
import Views
import Vocabulary

/// Which event is named for what no longer stands, where corrections and retractions came and went.
@Suite("What ended a fact")
struct EndedTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let claim: JSON = ["actor": "gov", "content": "hold"]
  private static let inA: [String: JSON] = [
    "grade": ["credibility": .number(2), "reliability": "B"], "occurred": ["edtf": "2023-06-05"],
    "place": ["id": "a"],
  ]

  private func correct(
    _ log: inout RandomLog, _ target: Int, _ changes: [(field: String, new: JSON)], saidBy report: Int? = nil
  ) {
    let written = changes.map { change -> JSON in ["field": .text(change.field), "new": change.new] }
    log.append(
      "correct", ["changes": .list(written), "reason": "It was written wrongly."],
      ["refs": [log.ref(target, "corrects")]], saidBy: report)
  }

  /// The events that ended facts of `control` about a place, with those that stated them.
  private func ended(_ log: RandomLog, _ place: String) throws -> [[UInt64]] {
    let store = scratch.store()
    try store.follow(MemoryLog(log.leaves))
    let snapshot = try store.snapshot()
    let ended = snapshot.ended("control", subject: place).map { [$0.was.event, $0.by] }
    #expect(snapshot.failure == nil)
    return ended
  }

  @Test func `of two corrections the first that took it away is named, though it was retracted for a while`() throws {
    var log = RandomLog(0, seed: 1)
    log.append("claim.control", Self.claim, Self.inA)
    correct(&log, 0, [("place.id", "b")])
    correct(&log, 0, [("grade.reliability", "C")])
    log.retract(1..<2)
    log.retract(3..<4)
    #expect(try ended(log, "a") == [[0, 1]])
  }

  @Test func `what was public only by a date that was taken back is not named`() throws {
    var log = RandomLog(0, seed: 1)
    log.append("report", ["published": "2023-06-10", "source": "ap", "title": "Dated"])
    log.append("report", ["source": "un", "title": "Undated"])
    log.append("claim.control", Self.claim, Self.inA, saidBy: 0)
    log.retract(2..<3)
    correct(&log, 2, [("place.id", "b"), ("said.report", log.ref(1))], saidBy: 0)
    correct(&log, 1, [("payload.published", "2023-06-20")])
    #expect(try ended(log, "b") == [[2, 3]])
    log.retract(5..<6)
    #expect(try ended(log, "b") == [])
    #expect(try ended(log, "a") == [[2, 3]])
  }

  @Test func `what only the public still goes by is not named in the reading of the ledger`() throws {
    var log = RandomLog(0, seed: 1)
    log.append("report", ["published": "2023-06-10", "source": "ap", "title": "Dated"])
    log.append("claim.control", Self.claim, Self.inA, saidBy: 0)
    log.retract(1..<2)
    correct(&log, 1, [("place.id", "b")], saidBy: 0)
    #expect(try ended(log, "b") == [[1, 2]])
    log.retract(3..<4)
    #expect(try ended(log, "b") == [])
    #expect(try ended(log, "a") == [[1, 2]])
    let published = try scratch.store().snapshot(at: Moment(published: Day("2023-06-30")))
    // Nobody published that the correction was wrong.
    #expect(published.facts("control", subject: "b").map(\.event) == [1])
  }
}
