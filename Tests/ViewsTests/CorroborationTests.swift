import Testing
import Vocabulary

@testable import Views

/// Who says so, who says otherwise, and how many roots that makes.
@Suite
struct CorroborationTests {
  private var log = CaseLog()
  private let day = Day(year: 2023, month: 12, day: 31) ?? Day(number: 0)

  private func answer(_ subjects: [String]? = nil) -> Answer {
    Corroboration.answer(subjects, at: day, facts: References(Replay(log.events)), profile: .default1)
  }

  private func status(_ event: UInt64) -> String {
    let answer = answer(["#\(event)"])
    return answer.cell("status", of: answer.rows[0]).description
  }

  private mutating func origin(_ source: String) -> UInt64 {
    log.source(source)
    return log.report(source, published: "2023-08-01")
  }

  @discardableResult
  private mutating func claim(
    in report: UInt64, _ relation: String? = nil, _ target: UInt64 = 0, grade: String = "B2", fidelity: String? = nil,
    chain: JSON? = nil
  ) -> UInt64 {
    log.add(
      "claim.control", ["content": "extent-change", "actor": "isgs"], occurred: ["edtf": "2023-08"],
      place: ["id": "ML"], said: CaseLog.said(in: report, chain: chain, fidelity: fidelity), grade: grade,
      refs: relation.map { [CaseLog.ref($0, target)] })
  }

  @Test
  mutating func `seven outlets that relay one report are one root`() {
    let panel = origin("panel")
    var first: UInt64?
    var relays: [UInt64] = []
    for outlet in 1...7 {
      log.source("outlet\(outlet)")
      let relay = log.report("outlet\(outlet)", published: "2023-08-26", from: [panel], inferred: outlet == 7)
      if outlet == 7 { relays.append(relay) }
      let claim = claim(in: relay, first == nil ? nil : "same", first ?? 0)
      first = first ?? claim
    }
    let answer = answer()
    #expect(answer.rows.count == 1)
    #expect(answer.cell("status", of: answer.rows[0]) == .text("single"))
    #expect(answer.cell("roots_for", of: answer.rows[0]) == .list(["report:\(panel)"]))
    #expect(answer.cell("inferred", of: answer.rows[0]) == .events(relays))
    #expect(answer.rows[0].ignored.count { $0.rule == "C3-same-root-as" } == 6)
    #expect(answer.rows[0].roots == 1)
  }

  @Test
  mutating func `a second root corroborates, a link does it later, its retraction undoes it`() {
    let one = claim(in: origin("a"))
    #expect(status(one) == "single")
    let other = claim(in: origin("b"))
    let link = log.add(
      "link", ["relation": "corroborates", "reason": "r"],
      refs: [CaseLog.ref("subject", other), CaseLog.ref("object", one)])
    #expect(status(one) == "corroborated")
    #expect(answer().rows.map(\.key) == ["#\(one)"])
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", link)])
    #expect(status(one) == "single")
    #expect(answer().rows.map(\.key) == ["#\(one)", "#\(other)"])
  }

  @Test
  mutating func `roots on both sides dispute it, far better ones refute it`() {
    let one = claim(in: origin("a"), grade: "D4")
    let against = claim(in: origin("b"), "contradicts", one, grade: "D4")
    #expect(status(one) == "disputed")
    #expect(answer().rows.map(\.key) == ["#\(one)"])
    #expect(answer().rows[0].against == [Reason("C2-against", [against], points: 1)])
    claim(in: origin("c"), "contradicts", one, grade: "A1")
    #expect(status(one) == "refuted")
    #expect(status(against) == "disputed")
  }

  @Test
  mutating func `what only an altering relay says is relay-only`() {
    let panel = origin("panel")
    log.source("seed")
    let relay = log.report("seed", published: "2023-11-09", from: [panel])
    let one = claim(in: relay, fidelity: "altered")
    #expect(status(one) == "relay-only")
    claim(in: origin("other"), "supports", one)
    #expect(status(one) == "single")
  }

  @Test
  mutating func `the nearest to the root wins: a relay that its own root contradicts has no root`() {
    let panel = origin("panel")
    log.source("seed")
    let relay = log.report("seed", published: "2023-11-09", from: [panel])
    let said = claim(in: panel)
    let now = claim(in: relay, "contradicts", said)
    #expect(status(now) == "relay-only")
    #expect(status(said) == "disputed")
  }

  @Test
  mutating func `unnamed people are a root of their own within a report`() {
    let report = origin("panel")
    let one = claim(in: report, chain: [["anonymous": "government sources", "role": "believes"]])
    let answer = answer(["#\(one)"])
    #expect(answer.cell("roots_for", of: answer.rows[0]) == .list(["anonymous:government sources@\(report)"]))
    claim(in: report, "same", one, chain: [["anonymous": "other sources", "role": "believes"]])
    #expect(status(one) == "corroborated")
  }

  @Test
  mutating func `disputes and redactions of the accounts are shown`() {
    let one = claim(in: origin("a"))
    let dispute = log.add("dispute", ["reason": "r"], refs: [CaseLog.ref("disputes", one)])
    let digest = String(repeating: "A", count: 43)
    log.add(
      "redact", ["reason": "r", "authority": "a", "digests": [.text(digest)]], refs: [CaseLog.ref("redacts", one)])
    #expect(answer().rows[0].disputes == [dispute])
    #expect(answer().rows[0].redactions == [digest])
  }
}
