import Testing
import Vocabulary

@testable import Views

/// Incidents, their figures, and the fusing of duplicate accounts.
@Suite
struct AttackTests {
  private var log = CaseLog()
  private let day = Day(year: 2023, month: 12, day: 31) ?? Day(number: 0)

  private func answer(_ subjects: [String]? = nil) -> Answer {
    Attacks.answer(subjects, at: day, facts: References(Replay(log.events)), profile: .default1)
  }

  @discardableResult
  private mutating func attack(
    _ counts: JSON?, grade: String = "B2", form: String = "single", same: UInt64? = nil, actor: String = "x",
    certainty: String? = nil
  ) -> UInt64 {
    log.source("s\(log.size)")
    let report = log.report("s\(log.size - 1)", published: "2023-02-01")
    return log.add(
      "attack", .some(("mode", "ambush"), ("form", .text(form)), ("counts", counts)),
      occurred: ["edtf": "2023-01-05"], place: ["id": "town"],
      parties: [.some(("actor", .text(actor)), ("role", "perpetrator"), ("certainty", certainty.map { .text($0) }))],
      said: CaseLog.said(in: report), grade: grade, refs: same.map { [CaseLog.ref("same", $0)] })
  }

  private func killed(_ low: Int?, _ best: Int?, _ high: Int?) -> JSON {
    [
      .some(
        ("what", "killed"), ("min", low.map { .number($0) }), ("best", best.map { .number($0) }),
        ("max", high.map { .number($0) }))
    ]
  }

  @Test
  mutating func `duplicate accounts are fused and never summed`() {
    let first = attack(killed(2, 3, 5), grade: "C3")
    attack(killed(1, 6, 9), grade: "B2", same: first)
    let rows = answer().rows
    #expect(rows.map(\.key) == ["#\(first)"])
    #expect(answer().cell("killed", of: rows[0]) == .range(min: 2, best: 6, max: 9))
    #expect(answer().cell("accounts", of: rows[0]) == .number(2))
    #expect(rows[0].roots == 2)
    #expect(rows[0].grade == Admiralty("B2"))
  }

  @Test
  mutating func `figures say what they rest on, by every account that gives one`() {
    func counts(_ basis: String?) -> JSON {
      [.some(("what", "killed"), ("min", .number(2)), ("basis", basis.map { .text($0) }))]
    }
    let first = attack(counts("word-coded"))
    #expect(answer().cell("basis", of: answer().rows[0]) == .list(["word-coded"]))
    attack(counts("exact"), same: first)
    #expect(answer().cell("basis", of: answer().rows[0]) == .list(["exact", "word-coded"]))
    let retracted = attack(counts(nil), same: first)
    #expect(answer().cell("basis", of: answer().rows[0]) == .list(["exact", "word-coded", "unknown"]))
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", retracted)])
    attack(nil, same: first)
    #expect(answer().cell("basis", of: answer().rows[0]) == .list(["exact", "word-coded"]))
  }

  @Test
  mutating func `every figure is one that an account gives, even where they contradict each other`() {
    let first = attack(killed(10, 12, nil), grade: "D4")
    attack(killed(nil, 4, 6), grade: "A1", same: first)
    #expect(answer().cell("killed", of: answer().rows[0]) == .range(min: 10, best: 4, max: 6))
  }

  @Test
  mutating func `absent is not zero`() {
    attack(nil)
    let row = answer().rows[0]
    #expect(answer().cell("killed", of: row) == .none)
    let sum = Totals.single(answer(), References(Replay(log.events)))
    #expect(sum?.incidents == 1 && sum?.figure("killed") == Cell.none)
  }

  @Test
  mutating func `a link merges accounts, its retraction takes them apart, not-same keeps them apart`() {
    let (one, other) = (attack(killed(1, 1, 1)), attack(killed(4, 4, 4)))
    let link = log.add(
      "link", ["relation": "same", "reason": "same place and day"],
      refs: [CaseLog.ref("subject", one), CaseLog.ref("object", other)])
    #expect(answer().rows.map(\.key) == ["#\(one)"])
    #expect(answer(["#\(other)"]).rows.map(\.key) == ["#\(one)"])
    let apart = log.add(
      "link", ["relation": "not-same", "reason": "two villages"],
      refs: [CaseLog.ref("subject", other), CaseLog.ref("object", one)])
    #expect(answer().rows.map(\.key) == ["#\(one)", "#\(other)"])
    #expect(answer().rows[0].ignored == [Ignored(link, "M1-said-not-to-be-the-same", cause: apart)])
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", apart)])
    #expect(answer().rows.map(\.key) == ["#\(one)"])
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", link)])
    #expect(answer().rows.map(\.key) == ["#\(one)", "#\(other)"])
  }

  @Test
  mutating func `patterns and aggregates stand after single incidents and in no sum`() {
    attack(killed(50, 50, 50), form: "aggregate")
    attack(nil, form: "pattern")
    attack(killed(1, 2, 3))
    attack(killed(2, 2, nil))
    let answer = answer()
    #expect(
      answer.rows.map { answer.cell("form", of: $0).description } == ["single", "single", "pattern", "aggregate"])
    let lines = Totals(answer, by: .all, References(Replay(log.events))).lines
    #expect(lines.map(\.form) == ["single", "pattern", "aggregate"])
    #expect(lines[0].figure("killed") == .range(min: 3, best: 4, max: 5))
    #expect(lines[2].figure("killed") == .range(min: 50, best: 50, max: 50))
  }

  @Test
  mutating func `what is at least so much in one place is at least so much in the sum`() {
    attack(killed(1, 2, 3))
    attack(killed(46, nil, nil))
    let sum = Totals.single(answer(), References(Replay(log.events)))
    #expect(sum?.figure("killed") == .range(min: 47, best: nil, max: nil))
  }

  @Test
  mutating func `figures of classes are added within an account, breakdowns are not added to each other`() {
    attack([
      ["what": "killed", "class": "civilians", "min": 1, "best": 2],
      ["what": "killed", "class": "combatants", "best": 3],
      ["what": "killed", "sex": "female", "best": 1], ["what": "displaced", "best": 200, "basis": "exact"],
    ])
    let answer = answer()
    #expect(answer.cell("killed", of: answer.rows[0]) == .range(min: nil, best: 5, max: nil))
    #expect(answer.cell("other", of: answer.rows[0]) == .list(["displaced 200"]))
  }

  @Test
  mutating func `rival perpetrators stand side by side with their certainty`() {
    let first = attack(nil, actor: "isgs", certainty: "presumed")
    attack(nil, same: first, actor: "jnim")
    attack(nil, same: first, actor: "isgs", certainty: "suspected")
    #expect(answer().cell("perpetrators", of: answer().rows[0]) == .list(["isgs (presumed)", "jnim"]))
  }

  @Test
  mutating func `a retracted incident keeps a row that says so when asked for`() {
    let attack = attack(killed(1, 1, 1))
    let retract = log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", attack)])
    #expect(answer().rows.isEmpty)
    let asked = answer(["#\(attack)"])
    #expect(asked.cell("status", of: asked.rows[0]) == .text("retracted"))
    #expect(asked.rows[0].ignored == [Ignored(attack, "R1", cause: retract)])
  }

  @Test
  mutating func `a corrected figure is shown, and the account before it is ignored`() {
    let attack = attack(killed(1, 1, 1))
    let change: JSON = ["field": "payload.counts.0.max", "old": 1, "new": 4]
    let correct = log.add(
      "correct", ["changes": [change], "reason": "misread"], refs: [CaseLog.ref("corrects", attack)])
    #expect(answer().cell("killed", of: answer().rows[0]) == .range(min: 1, best: 1, max: 4))
    #expect(answer().rows[0].ignored == [Ignored(attack, "R1", cause: correct)])
  }

  @Test
  mutating func `an incident that lies ahead of the day asked about is no row`() {
    let attack = attack(nil)
    let facts = References(Replay(log.events))
    let before = Day(year: 2023, month: 1, day: 4) ?? day
    #expect(Attacks.answer(at: before, facts: facts, profile: .default1).rows.isEmpty)
    let asked = Attacks.answer(["#\(attack)"], at: before, facts: facts, profile: .default1)
    #expect(asked.cell("status", of: asked.rows[0]) == .text("unknown: no evidence"))
  }
}
