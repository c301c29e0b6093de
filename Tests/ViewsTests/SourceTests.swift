import Testing
import Vocabulary

@testable import Views

/// How sources fared, and what their record proposes.
@Suite
struct SourceTests {
  private var log = CaseLog()
  private var reports: [String: UInt64] = [:]

  private mutating func origin(_ source: String, published: String = "2023-08-01", from parents: [UInt64] = [])
    -> UInt64
  {
    if let known = reports[source] { return known }
    log.source(source)
    let report = log.report(source, published: published, from: parents)
    reports[source] = report
    return report
  }

  @discardableResult
  private mutating func claim(
    in report: UInt64, _ relation: String? = nil, _ target: UInt64 = 0, fidelity: String? = nil, chain: JSON? = nil,
    on day: String = "2023-07-01", grade: String = "B2"
  ) -> UInt64 {
    log.add(
      "claim.control", ["content": "hold", "actor": "isgs"], occurred: ["edtf": .text(day)], place: ["id": "ML"],
      said: CaseLog.said(in: report, chain: chain, fidelity: fidelity), grade: grade,
      refs: relation.map { [CaseLog.ref($0, target)] })
  }

  private func row(
    _ source: String, known: UInt64? = nil, published: String? = nil, at day: String = "2023-12-31"
  ) throws -> (row: Row, cell: (String) -> String) {
    let facts = References(Replay(log.events, known: known, published: published.flatMap { Day($0) }))
    let answer = Sources.answer([source], at: try #require(Day(day)), facts: facts, profile: .default1)
    let row = try #require(answer.rows.first)
    return (row, { answer.cell($0, of: row).description })
  }

  @Test mutating func `a source that nobody quoted is unknown`() throws {
    let ap = origin("ap")
    let (row, cell) = try row("ap")
    #expect(cell("status") == "unknown: no evidence")
    #expect(cell("proposed") == "" && cell("confirm") == "")
    #expect(row.because == [Reason("Q0-no-evidence")])
    claim(in: ap)
    #expect(try self.row("ap", published: "2023-07-31").cell("status") == "unknown: no evidence")
    #expect(try self.row("ap", known: 2).cell("status") == "unknown: no evidence")
    #expect(try self.row("ap").cell("status") == "too little to judge")
    #expect(try self.row("ap", at: "2023-06-30").cell("status") == "unknown: no evidence")
  }

  @Test mutating func `a proposition belongs to its origin, its relays to those who print them`() throws {
    let panel = origin("panel")
    let agency = origin("agency", from: [panel])
    let paper = origin("paper", from: [agency])
    let first = claim(in: agency, fidelity: "paraphrase")
    let second = claim(in: paper, "same", first, fidelity: "verbatim")
    let altered = claim(in: paper, fidelity: "altered")
    let (row, cell) = try row("panel")
    #expect(cell("originated") == "1" && cell("relayed") == "0")
    #expect(row.because.contains(Reason("Q1-originated", [first, second], points: 1)))
    #expect(try self.row("agency").cell("relayed") == "1")
    #expect(try self.row("agency").cell("originated") == "0")
    let relay = try self.row("paper")
    #expect(relay.cell("faithful") == "1" && relay.cell("altered") == "1")
    #expect(relay.row.against == [Reason("Q3-altered", [altered], points: 1)])
  }

  @Test mutating func `an account that its own root does not bear out is charged to the relay`() throws {
    let panel = origin("panel")
    let agency = origin("agency", from: [panel])
    let paper = origin("paper", from: [agency])
    let told = claim(in: agency)
    let wrong = claim(in: paper, "contradicts", told)
    #expect(try row("paper").cell("altered") == "1")
    let (row, cell) = try row("panel")
    #expect(cell("originated") == "1")
    #expect(row.ignored == [Ignored(wrong, "C4-not-in-its-own-root", cause: told)])
  }

  @Test mutating func `a source named by a chain is the origin of what it is quoted for`() throws {
    let agency = origin("agency")
    _ = origin("mission")
    claim(in: agency, fidelity: "verbatim", chain: [["source": "mission", "role": "asserts"]])
    #expect(try row("mission").cell("originated") == "1")
    #expect(try row("agency").cell("relayed") == "1")
    let (_, cell) = try row("agency")
    #expect(cell("originated") == "0" && cell("faithful") == "1")
  }

  @Test mutating func `other roots corroborate, contest or refute`() throws {
    let (one, two, three) = (origin("one"), origin("two"), origin("three"))
    let first = claim(in: one)
    claim(in: two, "same", first)
    let second = claim(in: one)
    let rival = claim(in: two, "contradicts", second)
    let third = claim(in: one, grade: "D4")
    let right = claim(in: two, "contradicts", third)
    claim(in: three, "same", right)
    let (row, cell) = try row("one")
    #expect(cell("originated") == "3")
    #expect(cell("corroborated") == "1" && cell("contested") == "1" && cell("refuted") == "1")
    #expect(
      row.against.first { $0.rule == "Q2-contested" } == Reason("Q2-contested", [second], rivals: [rival], points: 1))
    #expect(row.against.contains { $0.rule == "Q2-refuted" && $0.events == [third] && $0.rivals.contains(right) })
    #expect(try self.row("one", known: right).cell("refuted") == "0")
  }

  /// How many of a paper's relays were faithful, altered, and what that proposes.
  @Test(arguments: [
    (4, 0, "F"), (5, 0, "B"), (19, 0, "B"), (20, 0, "A"), (19, 1, "A"), (37, 3, "B"), (4, 1, "B"), (3, 1, "F"),
    (7, 2, "C"),
    (3, 2, "C"), (2, 3, "D"), (1, 4, "E"), (0, 5, "E"),
  ])
  mutating func `the rule proposes by what was borne out`(faithful: Int, altered: Int, letter: String) throws {
    let paper = origin("paper", from: [origin("panel")])
    for _ in 0..<faithful { claim(in: paper, fidelity: "verbatim") }
    for _ in 0..<altered { claim(in: paper, fidelity: "altered") }
    let (row, cell) = try row("paper")
    #expect(cell("proposed") == letter)
    let reason = try #require(row.because.first { $0.rule == "Q6-proposes-\(letter)" })
    #expect(reason.events.count == faithful && reason.rivals.count == altered)
    #expect(reason.points == (letter == "F" ? faithful + altered : faithful * 100 / (faithful + altered)))
    #expect(Sources.sentence(of: reason.rule) != nil)
  }

  @Test mutating func `what was not compared is evidence of nothing`() throws {
    let paper = origin("paper", from: [origin("panel")])
    for _ in 0..<9 { claim(in: paper, fidelity: "not-compared") }
    claim(in: paper)
    #expect(try row("paper").cell("proposed") == "F")
    #expect(try row("paper").cell("relayed") == "10")
  }

  @Test mutating func `a person confirms, and only a person`() throws {
    let panel = origin("panel")
    let entry = log.source("paper")
    let paper = log.report("paper", published: "2023-08-02", from: [panel])
    for _ in 0..<5 { claim(in: paper, fidelity: "verbatim") }
    let (row, cell) = try row("paper")
    #expect(cell("status") == "proposed" && cell("confirmed") == "")
    #expect(
      cell("confirm")
        == "daybook append grade --grades '#\(entry)' --grade.reliability B --reason '5 of 5 borne out'")
    #expect(!row.because.contains { $0.rule == "Q5-graded-by-a-person" })
    let first = log.add("grade", ["reason": "r"], grade: "D3", refs: [CaseLog.ref("grades", entry)])
    #expect(try self.row("paper").cell("status") == "differs")
    #expect(try self.row("paper").cell("confirmed") == "D3")
    let second = log.add("grade", ["reason": "r"], grade: "B6", refs: [CaseLog.ref("grades", entry)])
    let now = try self.row("paper")
    #expect(now.cell("status") == "confirmed" && now.cell("confirm") == "" && now.cell("proposed") == "B")
    #expect(now.row.because.last == Reason("Q5-graded-by-a-person", [first, second]))
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", second)])
    #expect(try self.row("paper").cell("status") == "differs")
  }

  @Test mutating func `corrections, retractions and disputes are shown and change no proposal`() throws {
    let paper = origin("paper", from: [origin("panel")])
    let accounts = (0..<6).map { _ in claim(in: paper, fidelity: "verbatim") }
    log.add(
      "correct", ["changes": [["field": "occurred.edtf", "old": "2023-07-01", "new": "2023-07-02"]], "reason": "r"],
      refs: [CaseLog.ref("corrects", accounts[0])])
    let dispute = log.add("dispute", ["reason": "r"], refs: [CaseLog.ref("disputes", accounts[1])])
    let retraction = log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", accounts[2])])
    let (row, cell) = try row("paper")
    #expect(cell("corrected") == "1" && cell("disputed") == "1" && cell("retracted") == "1")
    #expect(cell("relayed") == "5" && cell("proposed") == "B" && cell("grades") == "B2 ×5")
    #expect(row.disputes == [dispute])
    #expect(row.ignored == [Ignored(accounts[2], "R1", cause: retraction)])
  }

  @Test mutating func `an unnamed source is nobody's word but its own, and the paper that prints it is a relay`() throws
  {
    let paper = origin("paper")
    claim(in: paper, chain: [["anonymous": "officials", "role": "asserts"]])
    #expect(try row("paper").cell("originated") == "0")
    #expect(try row("paper").cell("relayed") == "1")
  }

  @Test mutating func `what another origin bears out and what was corrected are reasons with their events`() throws {
    let (ap, other) = (origin("ap"), origin("other"))
    let told = claim(in: ap)
    claim(in: other, "same", told)
    #expect(try row("ap").row.because.contains(Reason("Q2-corroborated", [told], points: 1)))
    log.add(
      "correct",
      ["changes": [["field": "payload.actor", "old": "isgs", "new": "jnim"]], "reason": "misread"],
      refs: [CaseLog.ref("corrects", told)])
    #expect(try row("ap").row.against == [Reason("Q4-corrected", [told], points: 1)])
    #expect(try row("ap").cell("corrected") == "1")
  }

  @Test(arguments: [
    (19, 1, "A", 95), (19, 0, "B", 100), (18, 2, "B", 90), (4, 1, "B", 80), (15, 4, "C", 78), (3, 2, "C", 60),
    (2, 3, "D", 40), (1, 4, "E", 20), (4, 0, "F", 4),
  ])
  mutating func `the proposal follows the share that was borne out, and its bounds`(
    faithful: Int, altered: Int, letter: String, points: Int
  ) throws {
    let agency = origin("agency")
    let paper = origin("paper", from: [agency])
    let good = (0..<faithful).map { _ in claim(in: paper, fidelity: "verbatim") }
    let bad = (0..<altered).map { _ in claim(in: paper, fidelity: "altered") }
    let (row, cell) = try row("paper")
    #expect(cell("proposed") == letter)
    #expect(row.because.contains(Reason("Q6-proposes-" + letter, good, rivals: bad, points: points)))
  }

  @Test mutating func `a record too short to judge by contradicts no person who graded the source`() throws {
    let ap = origin("ap")
    let entry = ap - 1
    claim(in: ap)
    #expect(try row("ap").cell("status") == "too little to judge")
    log.add("grade", ["reason": "r"], grade: "A2", refs: [CaseLog.ref("grades", entry)])
    #expect(try row("ap").cell("status") == "graded")
    #expect(try row("ap").cell("confirm") == "")
    log.add("grade", ["reason": "r"], grade: "F6", refs: [CaseLog.ref("grades", entry)])
    #expect(try row("ap").cell("status") == "confirmed")
  }
}
