import Vocabulary

@testable import Views

/// A random ledger of a small war: registers, reports that relay each other, claims, fights, abuses, withdrawals, links.
struct RandomCase {
  private(set) var log = CaseLog()
  private(set) var reports: [UInt64] = []
  private(set) var world: [UInt64] = []
  private var generator: SeededGenerator

  static let places = ["c", "r1", "r2", "t1", "t2", "t3"]
  static let actors = ["gov", "x", "y"]

  init(seed: UInt64, size: Int) {
    generator = SeededGenerator(seed: seed)
    for (key, level, parent) in [
      ("c", "country", nil), ("r1", "region", "c"), ("r2", "region", "c"), ("t1", "town", "r1"), ("t2", "town", "r1"),
      ("t3", "town", "r2"),
    ] as [(String, String, String?)] { log.place(key, level, in: parent) }
    log.place("t2", "town", in: "r2", from: "2023-07-01")
    log.source("s1")
    log.source("s2", class: "outlet")
    log.source("s3", class: "armed-actor", interest: ["x"])
    for _ in 0..<size { step() }
  }

  /// A day of 2023.
  mutating func day() -> String { Day(number: 19358 + Int32.random(in: 0..<365, using: &generator)).description }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: 0..<items.count, using: &generator)] }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

  private mutating func step() {
    if reports.isEmpty || chance(25) {
      let parents = !reports.isEmpty && chance(50) ? [pick(reports)] : []
      let inferred = chance(30)
      let (source, published) = (pick(["s1", "s2", "s3"]), day())
      reports.append(log.report(source, published: published, from: parents, inferred: inferred))
    } else if !world.isEmpty, chance(20) {
      ledgerEvent()
    } else {
      worldEvent()
    }
  }

  private mutating func ledgerEvent() {
    let (one, other) = (pick(world), pick(world))
    switch Int.random(in: 0..<6, using: &generator) {
    case 5: correction(of: one)
    case 0: log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", one)])
    case 1: log.add("dispute", ["reason": "r"], refs: [CaseLog.ref("disputes", one)])
    case 2: log.add("grade", ["reason": "r"], grade: grade(), refs: [CaseLog.ref("grades", one)])
    default:
      let relation = pick(["same", "same", "not-same", "corroborates", "contradicts"])
      log.add(
        "link", ["relation": .text(relation), "reason": "r"],
        refs: [CaseLog.ref("subject", one), CaseLog.ref("object", other)])
    }
  }

  /// Appends a correction of when the event was.
  @discardableResult
  mutating func correction(of target: UInt64) -> UInt64 {
    let old = JSON.text(log.events[Int(target)].occurred?.edtf ?? "")
    let change: JSON = ["field": "occurred.edtf", "old": old, "new": .text(day())]
    return log.add(
      "correct", ["changes": [change], "reason": "read wrongly"], refs: [CaseLog.ref("corrects", target)])
  }

  private mutating func grade() -> String {
    pick(["A", "B", "B", "C", "D", "E", "F"]) + pick(["1", "2", "2", "3", "4", "6"])
  }

  private mutating func occurred() -> JSON {
    let day = day()
    if chance(20) { return ["edtf": .text(String(day.prefix(7)))] }
    return ["edtf": .text(day)]
  }

  /// Appends a random event about the world, read in a random report.
  @discardableResult
  mutating func worldEvent(in report: UInt64? = nil) -> UInt64 {
    let actor = JSON.text(pick(Self.actors))
    let place: JSON = ["id": .text(pick(Self.places))]
    let occurred = occurred()
    let chain: JSON? = chance(20) ? [["source": .text(pick(["s1", "s3"])), "role": "asserts"]] : nil
    let said = CaseLog.said(in: report ?? pick(reports), chain: chain, fidelity: chance(10) ? "altered" : nil)
    let refs: JSON? =
      !world.isEmpty && chance(15)
      ? [CaseLog.ref(pick(["same", "contradicts", "supports", "answers", "supersedes", "effect"]), pick(world))] : nil
    let (kind, payload, parties) = body(actor)
    let position = log.add(
      kind, payload, occurred: occurred, place: place, parties: parties, said: said, grade: grade(), refs: refs)
    world.append(position)
    return position
  }

  private mutating func body(_ actor: JSON) -> (kind: String, payload: JSON, parties: JSON?) {
    switch Int.random(in: 0..<16, using: &generator) {
    case 10..<12:
      let content = pick(["signed", "suspended", "denounced", "provision-status", "provision-status", "breach"])
      let (provision, status) = (pick(["disarmament", "whole"]), pick(["partial", "full", "stalled"]))
      return (
        "claim.agreement",
        [
          "content": .text(content), "agreement": "peace", "provision": .text(provision), "status": .text(status),
          "blockers": [.text(pick(["no funds", "no will"]))],
        ], [["actor": actor, "role": "signatory"]]
      )
    case 12..<14:
      let (content, status) = (pick(["investigate", "open", "close"]), pick(["open", "accepted", "done", "refused"]))
      return (
        "claim.call",
        ["content": .text(content), "action": "act", "status": .text(status), "deadline": .text(day())], nil
      )
    case 14..<16:
      let (content, outcome) = (pick(["forecast", "trend", "cause"]), pick(["open", "came-true", "did-not-happen"]))
      return (
        "claim.assessment",
        [
          "content": .text(content), "proposition": "it will", "outcome": .text(outcome), "horizon": .text(day()),
          "likelihood": .text(pick(["likely", "unlikely"])),
        ], nil
      )
    case 0..<4:
      let content = pick(["hold", "hold", "hold", "gain", "gain", "lose", "contest", "deny"])
      return ("claim.control", ["content": .text(content), "actor": actor], nil)
    case 4: return ("claim.presence", ["content": .text(pick(["active", "govern", "depart"])), "actor": actor], nil)
    case 5: return ("withdrawal", ["phase": .text(pick(["ordered", "begun", "completed"])), "provider": actor], nil)
    case 6:
      return (
        "abuse", ["acts": [["act": "killing", "victims": "civilians", "perpetrator": actor]], "status": "reported"], nil
      )
    default:
      let killed = Int.random(in: 0..<9, using: &generator)
      return (
        "attack",
        [
          "mode": .text(pick(["battle", "battle", "shelling", "attack-on-civilians"])), "form": "single",
          "counts": [["what": "killed", "min": .number(killed), "best": .number(killed + 1)]],
        ],
        [["actor": actor, "role": "perpetrator"]]
      )
    }
  }

  /// Appends what a test adds to the case.
  @discardableResult
  mutating func append(_ add: (inout CaseLog) -> UInt64) -> UInt64 { add(&log) }
}
