import Testing
import Vocabulary

@testable import Views

/// From an event down to its root.
@Suite
struct ProvenanceTests {
  private var log = CaseLog()
  private let day = Day(year: 2023, month: 12, day: 31) ?? Day(number: 0)

  private func answer(_ subjects: [String]? = nil) -> Answer {
    Provenance.answer(subjects, at: day, facts: References(Replay(log.events)), profile: .default1)
  }

  @Test
  mutating func `one row follows attribution, locator, evidence and derivations to the root`() {
    log.source("panel")
    log.source("ap")
    log.source("seed")
    let panel = log.report("panel")
    let ap = log.report("ap", published: "2023-08-26", from: [panel])
    let seed = log.report("seed", published: "2023-11-09", from: [ap], inferred: true)
    let event = log.add(
      "claim.presence", ["content": "active", "actor": "jnim"], occurred: ["edtf": "2023"], place: ["id": "ML"],
      said: [
        "report": CaseLog.ref(seed), "locator": ["type": "paragraph", "value": "1"], "strength": "attributed",
        "fidelity": "paraphrase",
        "chain": [
          ["source": "seed", "role": "reports"], ["source": "ap", "role": "reports"],
          ["source": "panel", "role": "asserts"],
        ],
      ], grade: "B2")
    let answer = answer()
    #expect(answer.rows.map(\.key) == ["#\(event)"])
    func cell(_ column: String) -> String { answer.cell(column, of: answer.rows[0]).description }
    #expect(cell("root") == "report:\(panel)")
    #expect(cell("derivations") == "#\(seed) from #\(ap) (inferred), #\(ap) from #\(panel)")
    #expect(cell("chain") == "seed reports, ap reports, panel asserts")
    #expect(cell("locator") == "paragraph 1")
    #expect(cell("source") == "seed")
    #expect(cell("published") == "2023-11-09")
    #expect(cell("strength") == "attributed")
    #expect(cell("fidelity") == "paraphrase")
    #expect(cell("standing") == "stands")
    #expect(
      answer.rows[0].because.map(\.rule) == ["P1-read-in", "P2-inferred-from", "P2-derived-from", "P3-graded"])
  }

  @Test
  mutating func `a retracted event keeps its row and names who retracted it`() {
    log.source("ap")
    let report = log.report("ap")
    let event = log.add(
      "claim.presence", ["content": "active", "actor": "jnim"], place: ["id": "ML"], said: CaseLog.said(in: report))
    let retract = log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", event)])
    let answer = answer(["#\(event)"])
    #expect(answer.cell("standing", of: answer.rows[0]) == .text("retracted"))
    #expect(answer.cell("ended_by", of: answer.rows[0]) == .events([retract]))
  }

  @Test
  mutating func `a stated derivation is followed before an inferred one`() {
    for source in ["a", "b", "c"] { log.source(source) }
    let (stated, inferred) = (log.report("a"), log.report("b"))
    let relay = log.add(
      "report", ["source": "c", "title": "t"],
      refs: [CaseLog.ref("derived-from", inferred, inferred: true), CaseLog.ref("derived-from", stated)])
    let event = log.add(
      "claim.presence", ["content": "active", "actor": "x"], place: ["id": "ML"], said: CaseLog.said(in: relay))
    let answer = answer(["#\(event)"])
    #expect(answer.cell("root", of: answer.rows[0]) == .text("report:\(stated)"))
  }

  @Test
  mutating func `a later grade replaces the one the event carries`() {
    log.source("a")
    let event = log.add(
      "claim.presence", ["content": "active", "actor": "x"], place: ["id": "ML"],
      said: CaseLog.said(in: log.report("a")),
      grade: "B2")
    #expect(answer().rows[0].grade == Admiralty("B2"))
    log.add("grade", ["reason": "r"], grade: "D4", refs: [CaseLog.ref("grades", event)])
    #expect(answer().rows[0].grade == Admiralty("D4"))
  }
}
