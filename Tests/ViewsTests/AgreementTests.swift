import Testing
import Vocabulary

@testable import Views

/// How far an agreement has come, by whom and on which scale, and what blocks it.
@Suite
struct AgreementTests {
  private var log = CaseLog()
  private let panel: UInt64

  init() {
    log.source("panel")
    panel = log.report("panel", published: "2023-08-25")
  }

  /// A statement about the agreement `peace`, read in the panel's report unless another is given.
  @discardableResult
  private mutating func say(
    _ content: String, _ provision: String? = nil, _ status: String? = nil, score: String? = nil, scale: String? = nil,
    monitor: String? = nil, blockers: [String] = [], on edtf: String = "2023-01-01", parties: JSON? = nil,
    in report: UInt64? = nil, chain: JSON? = nil, fidelity: String? = nil, grade: String = "B2", refs: JSON? = nil
  ) -> UInt64 {
    log.add(
      "claim.agreement",
      .some(
        ("content", .text(content)), ("agreement", "peace"), ("provision", provision.map { .text($0) }),
        ("status", status.map { .text($0) }), ("score", score.map { .text($0) }), ("scale", scale.map { .text($0) }),
        ("monitor", monitor.map { .text($0) }),
        ("blockers", blockers.isEmpty ? nil : .list(blockers.map { .text($0) }))),
      occurred: ["edtf": .text(edtf)], parties: parties,
      said: CaseLog.said(in: report ?? panel, chain: chain, fidelity: fidelity), grade: grade, refs: refs)
  }

  private func answer(_ day: String, _ subjects: [String]? = nil, known: UInt64? = nil, published: String? = nil)
    throws -> Answer
  {
    let replay = Replay(log.events, known: known, published: try published.map { try #require(Day($0)) })
    return Agreements.answer(subjects, at: try #require(Day(day)), facts: References(replay), profile: .default1)
  }

  private func row(_ key: String, _ day: String = "2023-12-31") throws -> (Row, (String) -> String) {
    let answer = try answer(day)
    let row = try #require(answer.rows.first { $0.key == key }, "no \(key) in \(answer.rows.map(\.key))")
    return (row, { answer.cell($0, of: row).description })
  }

  @Test
  mutating func `scales and monitors stand side by side, disarmament and reintegration first, the agreement last`()
    throws
  {
    say("signed", on: "2015-05-15")
    say("provision-status", "whole", score: "31.25", scale: "pam-aggregate", monitor: "pam")
    say("provision-status", "whole", "stalled")
    say("provision-status", "whole", score: "25", scale: "share-of-commitments", monitor: "carter")
    say("provision-status", "ceasefire", "full")
    say("provision-status", "reintegration", "not-fulfilled")
    say("provision-status", "disarmament", "not-fulfilled")
    say("provision-status", "disarmament", score: "0", scale: "pam-ordinal", monitor: "pam")
    let answer = try answer("2023-12-31")
    #expect(
      answer.rows.map(\.key) == [
        "peace/disarmament/pam/pam-ordinal", "peace/disarmament/panel/words", "peace/reintegration/panel/words",
        "peace/ceasefire/panel/words", "peace/whole/carter/share-of-commitments", "peace/whole/pam/pam-aggregate",
        "peace/whole/panel/words", "peace",
      ])
    #expect(answer.rows.map { answer.cell("score", of: $0).description } == ["0", "", "", "", "25", "31.25", "", ""])
  }

  @Test
  mutating func `a relay is no second monitor, unless it altered what it relays`() throws {
    log.source("outlet")
    let relay = log.report("outlet", published: "2023-08-26", from: [panel])
    let first = say("provision-status", "disarmament", "partial")
    let second = say("provision-status", "disarmament", "partial", in: relay)
    #expect(try answer("2023-12-31").rows.map(\.key) == ["peace/disarmament/panel/words", "peace"])
    let (row, _) = try row("peace/disarmament/panel/words")
    #expect(row.roots == 1)
    #expect(row.events == [first, second])
    say("provision-status", "disarmament", "stalled", in: relay, fidelity: "altered")
    #expect(try self.row("peace/disarmament/outlet/words").1("status") == "stalled")
    #expect(try self.row("peace/disarmament/panel/words").1("status") == "partial")
  }

  @Test
  mutating func `the last word counts, since it has been said without a break`() throws {
    let first = say("provision-status", "ceasefire", "full", on: "2019-01-01")
    let second = say("provision-status", "ceasefire", "partial", on: "2020-01-01")
    let third = say("provision-status", "ceasefire", "partial", on: "2021-01-01")
    let (row, cell) = try row("peace/ceasefire/panel/words")
    #expect(cell("status") == "partial")
    #expect(cell("since") == "2020-01-01")
    #expect(cell("last_word") == "2021-01-01")
    #expect(row.because.first == Reason("G1-status", [second, third]))
    #expect(row.ignored == [Ignored(first, "G3-earlier-value", cause: third)])
    #expect(try self.row("peace/ceasefire/panel/words", "2019-06-01").1("status") == "full")
  }

  @Test
  mutating func `another value for the same day stands against it, the better graded is shown`() throws {
    let worse = say("provision-status", "ceasefire", "full", grade: "D3")
    say("provision-status", "ceasefire", "partial", grade: "B2")
    let (row, cell) = try row("peace/ceasefire/panel/words")
    #expect(cell("status") == "partial")
    #expect(row.against == [Reason("G4-other-value", [worse])])
  }

  @Test
  mutating func `within the bounds of its date a value is possible, not so`() throws {
    let event = say("provision-status", "whole", score: "31.25", scale: "pam-aggregate", monitor: "pam", on: "2022")
    let (row, cell) = try row("peace/whole/pam/pam-aggregate", "2022-06-30")
    #expect(cell("score") == "")
    #expect(cell("status") == "not stated")
    #expect(cell("possible") == "31.25 (pam-aggregate)")
    #expect(row.because == [Reason("G5-change-possible", [event])])
    #expect(try self.row("peace/whole/pam/pam-aggregate", "2022-12-31").1("since") == "2022-12-31")
  }

  @Test
  mutating func `the agreement has its own life, whatever its provisions`() throws {
    say("signed", on: "2015", parties: [["role": "signatory", "certainty": "unknown"]])
    say("signed", on: "2015-05-15", parties: [["actor": "gov", "role": "signatory"]])
    say("joined", on: "2015-06-20", parties: [["actor": "cma", "role": "signatory"]])
    say("suspended", on: "2022-12-22", parties: [["actor": "cma", "role": "signatory"]])
    say("denounced", on: "2024-01-25", parties: [["actor": "gov", "role": "signatory"]])
    say("breach", "ceasefire", on: "2022-06-01", parties: [["actor": "cma", "role": "perpetrator"]])
    let (_, early) = try row("peace", "2016-01-01")
    #expect(early("status") == "signed")
    #expect(early("since") == "2015-05-15")
    #expect(early("signatories") == "gov")
    #expect(early("joined") == "cma")
    #expect(early("signed") == "2015-05-15 by gov, 2015")
    let (row, later) = try row("peace", "2023-01-01")
    #expect(later("status") == "suspended")
    #expect(later("suspended") == "2022-12-22 by cma")
    #expect(later("denounced") == "")
    #expect(later("breaches") == "")
    #expect(row.because.map(\.rule) == ["G2-signed", "G2-joined", "G2-suspended"])
    let (_, end) = try self.row("peace", "2024-01-25")
    #expect(end("status") == "denounced")
    #expect(end("since") == "2024-01-25")
    #expect(try self.row("peace/ceasefire").1("breaches") == "2022-06-01 by cma")
  }

  @Test
  mutating func `obstacles are named with who says so, until others take their place`() throws {
    let old = say("provision-status", "disarmament", "stalled", blockers: ["no funds"], on: "2018")
    let effect = say("provision-status", "disarmament", "stalled", blockers: ["no will"], on: "2020-01-01")
    let (row, cell) = try row("peace/disarmament/panel/words")
    #expect(cell("blockers") == "no will (panel 2020-01-01)")
    #expect(row.ignored == [Ignored(old, "G7-no-longer-named", cause: effect)])
    log.source("expert")
    let report = log.report("expert", published: "2021-01-01")
    let assessment = log.add(
      "claim.assessment", ["content": "cause", "proposition": "Distrust holds disarmament up.", "cause": "distrust"],
      occurred: ["edtf": "2021-01-01"], said: CaseLog.said(in: report), grade: "B2",
      refs: [CaseLog.ref("effect", effect)])
    let (again, cells) = try self.row("peace/disarmament/panel/words")
    #expect(cells("blockers") == "no will (panel 2020-01-01), distrust (expert 2021-01-01)")
    #expect(again.because.contains(Reason("G6-blocked-by", [effect, assessment])))
    #expect(again.roots == 1)
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", assessment)])
    #expect(try self.row("peace/disarmament/panel/words").1("blockers") == "no will (panel 2020-01-01)")
  }

  @Test
  mutating func `the cause of a success is no obstacle`() throws {
    let full = say("provision-status", "disarmament", "full")
    log.add(
      "claim.assessment", ["content": "cause", "proposition": "Trust made it possible."],
      occurred: ["edtf": "2023-02-01"], said: CaseLog.said(in: panel), grade: "B2", refs: [CaseLog.ref("effect", full)])
    #expect(try row("peace/disarmament/panel/words").1("blockers") == "")
  }

  @Test
  mutating func `what is retracted, corrected, not yet known or not yet public does not count`() throws {
    let first = say("provision-status", "disarmament", "partial", on: "2020-01-01")
    log.source("late")
    let late = log.report("late", published: "2023-09-30")
    let second = say(
      "provision-status", "disarmament", "full", monitor: "panel", on: "2023-06-01", in: late)
    let key = "peace/disarmament/panel/words"
    #expect(try row(key).1("status") == "full")
    let before = try answer("2023-12-31", known: second)
    #expect(before.cell("status", of: before.rows[0]) == .text("partial"))
    let atPublication = try answer("2023-12-31", published: "2023-09-29")
    #expect(atPublication.cell("status", of: atPublication.rows[0]) == .text("partial"))
    let change: JSON = ["field": "payload.status", "old": "full", "new": "minimum"]
    log.add("correct", ["changes": [change], "reason": "r"], refs: [CaseLog.ref("corrects", second)])
    #expect(try row(key).1("status") == "minimum")
    let retraction = log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", second)])
    let (row, cell) = try row(key)
    #expect(cell("status") == "partial")
    #expect(row.events == [first])
    #expect(row.ignored.contains(Ignored(second, "R1", cause: retraction)))
  }

  @Test
  mutating func `an agreement is found by key or name, a provision by code or label`() throws {
    say("provision-status", "disarmament", "partial")
    let facts = References(Replay(log.events))
    let day = try #require(Day("2023-12-31"))
    func meant(_ word: String) -> String? { Agreements.subject(written: word, at: day, facts: facts) }
    #expect(meant("peace") == "peace")
    #expect(meant("PEACE") == "peace")
    #expect(meant("Peace/Disarmament") == "peace/disarmament")
    #expect(meant("peace/The whole agreement") == "peace/whole")
    #expect(meant("piece") == nil)
    #expect(meant("peace/disarmement") == nil)
    #expect(Agreements.words(at: day, facts: facts) == ["peace", "peace/disarmament"])
    let answer = try answer("2023-12-31", ["peace/ceasefire"])
    #expect(answer.rows.map(\.key) == ["peace/ceasefire"])
    #expect(answer.cell("status", of: answer.rows[0]) == .text("unknown: no evidence"))
  }

  @Test
  mutating func `every step of an agreement is a reason with its event, and so is what contradicts it`() throws {
    say("provision-status", "ceasefire", "full", on: "2019-01-01")
    #expect(try row("peace").0.because == [Reason("G0-no-evidence")])
    let signed = say("signed", on: "2015-05-15")
    let steps = [
      "breach": say("breach", on: "2020-01-01"), "verified": say("verified", on: "2020-02-01"),
      "suspended": say("suspended", on: "2022-12-22"),
      "denounced": say("denounced", on: "2024-01-25", refs: [CaseLog.ref("contradicts", signed)]), "signed": signed,
    ]
    let (row, cell) = try row("peace", "2024-06-30")
    #expect(cell("status") == "denounced")
    #expect(row.because.count == steps.count)
    for (step, event) in steps { #expect(row.because.contains(Reason("G2-" + step, [event])), "\(step)") }
    #expect(row.against == [Reason("G8-contradicted", [signed, try #require(steps["denounced"])])])
    #expect(row.roots == 1)
  }

  @Test
  mutating func `a date as coarse as a year is no step of its own beside a day within it`() throws {
    say("signed", on: "2015-05-15")
    let exact = say("suspended", on: "2022-12-22")
    say("joined", on: "2022-12-25")
    say("suspended", on: "2022")
    #expect(try row("peace").1("status") == "signed")
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", exact)])
    #expect(try row("peace").1("status") == "suspended")
    #expect(try row("peace").1("when") == "2022")
  }
}
