import Testing
import Vocabulary

@testable import Views

/// Who called on whom, and what became of it.
@Suite
struct CallTests {
  private var log = CaseLog()
  private let panel: UInt64
  private let press: UInt64

  init() {
    log.source("panel")
    log.source("press")
    panel = log.report("panel", published: "2023-08-25")
    press = log.report("press", published: "2023-10-01")
  }

  @discardableResult
  private mutating func call(
    _ content: String, _ status: String? = nil, on edtf: String = "2023-08-25", deadline: String? = nil,
    issuer: String? = nil, in report: UInt64? = nil, grade: String = "B2", _ relation: String? = nil,
    _ target: UInt64 = 0
  ) -> UInt64 {
    log.add(
      "claim.call",
      .some(
        ("content", .text(content)), ("action", "Investigate."), ("issuer", issuer.map { .text($0) }),
        ("addressee", "government"), ("status", status.map { .text($0) }), ("deadline", deadline.map { .text($0) })),
      occurred: ["edtf": .text(edtf)], said: CaseLog.said(in: report ?? panel), grade: grade,
      refs: relation.map { [CaseLog.ref($0, target)] })
  }

  private func answer(_ day: String, _ event: UInt64? = nil, known: UInt64? = nil, published: String? = nil) throws
    -> Answer
  {
    let replay = Replay(log.events, known: known, published: try published.map { try #require(Day($0)) })
    return Calls.answer(
      event.map { ["#\($0)"] }, at: try #require(Day(day)), facts: References(replay), profile: .default1)
  }

  private func row(_ event: UInt64, _ day: String = "2023-12-31") throws -> (Row, (String) -> String) {
    let answer = try answer(day, event)
    return (answer.rows[0], { answer.cell($0, of: answer.rows[0]).description })
  }

  @Test
  mutating func `a call is open until an event says otherwise, and who repeats it opens nothing again`() throws {
    let first = call("investigate", "open", issuer: "panel")
    let (row, cell) = try row(first)
    #expect(cell("status") == "open")
    #expect(cell("since") == "2023-08-25")
    #expect(cell("issuer") == "panel")
    #expect(cell("changed_by") == "")
    #expect(row.because == [Reason("K1-account", [first]), Reason("K3-open", [first])])
    let inquiry = call("open", on: "2023-09-10", in: press, "answers", first)
    #expect(try self.row(first).1("status") == "accepted")
    #expect(try self.row(first).1("since") == "2023-09-10")
    #expect(try self.row(first).1("changed_by") == "#\(inquiry)")
    #expect(try self.row(first, "2023-09-09").1("status") == "open")
    let again = call("investigate", "open", on: "2023-11-09", in: press, "same", first)
    let (later, status) = try self.row(first)
    #expect(status("status") == "accepted")
    #expect(status("accounts") == "2")
    #expect(later.because.contains(Reason("K2-same-call", [again])))
    #expect(later.roots == 2)
    #expect(status("status_roots") == "1")
    #expect(try answer("2023-12-31").rows.map(\.key) == ["#\(first)"])
  }

  @Test
  mutating func `an answer to an answer counts, and whoever asks about an answer gets the call`() throws {
    let first = call("investigate")
    let inquiry = call("open", on: "2023-09-10", "answers", first)
    let end = call("close", "done", on: "2023-11-01", in: press, "answers", inquiry)
    let (row, cell) = try row(end)
    #expect(row.key == "#\(first)")
    #expect(cell("status") == "done")
    #expect(row.ignored == [Ignored(inquiry, "K4-earlier-status", cause: end)])
    #expect(row.because.contains(Reason("K3-done", [end])))
    #expect(try self.row(first, "2023-10-01").1("status") == "accepted")
  }

  @Test(arguments: ["accepted", "done", "refused", "lapsed"])
  mutating func `each status is somebody's word`(status: String) throws {
    let first = call("recommend")
    let word = call("recommend", status, on: "2023-09-01", in: press, "answers", first)
    let (row, cell) = try row(first)
    #expect(cell("status") == status)
    #expect(cell("changed_by") == "#\(word)")
    #expect(cell("by_account") == "#\(word): \(status) (press 2023-09-01)")
    #expect(row.because.contains(Reason("K3-\(status)", [word])))
  }

  @Test
  mutating func `a closing without a word how is only that, a further call says nothing`() throws {
    let first = call("investigate")
    let reply = call("recommend", "open", on: "2023-09-01", "answers", first)
    #expect(try row(first).1("status") == "open")
    #expect(try row(first).0.ignored == [Ignored(reply, "K9-says-no-status")])
    call("close", on: "2023-10-01", "answers", first)
    #expect(try row(first).1("status") == "closed")
  }

  @Test
  mutating func `a relay that altered it is no origin, and says so`() throws {
    let first = log.add(
      "claim.call", ["content": "investigate", "action": "Investigate."], occurred: ["edtf": "2023-08-25"],
      said: CaseLog.said(in: press, fidelity: "altered"), grade: "D3")
    #expect(try row(first).0.roots == 0)
    #expect(try row(first).0.ignored == [Ignored(first, "K1-altered-by-the-relay")])
    call("investigate", nil, "same", first)
    #expect(try row(first).0.roots == 1)
  }

  @Test
  mutating func `what only cites the call answers nothing`() throws {
    let first = call("investigate")
    let other = call("close", "done", on: "2023-08-30", "cites", first)
    #expect(try row(first).1("status") == "open")
    #expect(try row(other).1("status") == "done")
    #expect(try answer("2023-12-31").rows.map(\.key) == ["#\(first)", "#\(other)"])
  }

  @Test
  mutating func `a link says that an inquiry came of the call, and its retraction undoes it`() throws {
    let first = call("investigate")
    let inquiry = call("open", on: "2023-09-10", in: press)
    #expect(try answer("2023-12-31").rows.count == 2)
    let link = log.add(
      "link", ["relation": "causes", "reason": "r"],
      refs: [CaseLog.ref("subject", first), CaseLog.ref("object", inquiry)])
    #expect(try row(first).1("status") == "accepted")
    #expect(try answer("2023-12-31").rows.map(\.key) == ["#\(first)"])
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", link)])
    #expect(try row(first).1("status") == "open")
    #expect(try answer("2023-12-31").rows.count == 2)
  }

  @Test
  mutating func `other words for the same day stand against it`() throws {
    let first = call("recommend")
    call("recommend", "done", on: "2023-09-01", grade: "B2", "answers", first)
    let other = call("recommend", "refused", on: "2023-09-01", in: press, grade: "D3", "answers", first)
    let (row, cell) = try row(first)
    #expect(cell("status") == "done")
    #expect(row.against == [Reason("K4-other-status", [other])])
  }

  @Test
  mutating func `within the bounds of its date a change is possible`() throws {
    let first = call("recommend")
    let word = call("recommend", "accepted", on: "2023-09", "answers", first)
    let (row, cell) = try row(first, "2023-09-15")
    #expect(cell("status") == "open")
    #expect(cell("possible") == "accepted")
    #expect(row.because.contains(Reason("K5-change-possible", [word])))
    #expect(try self.row(first, "2023-09-30").1("status") == "accepted")
  }

  @Test
  mutating func `a deadline that passes makes nothing lapse, and is told`() throws {
    let first = call("recommend", deadline: "2023-09")
    #expect(try row(first, "2023-09-30").1("overdue") == "no")
    let (row, cell) = try row(first, "2023-10-02")
    #expect(cell("status") == "open")
    #expect(cell("overdue") == "yes")
    #expect(row.because.contains(Reason("K6-deadline-passed", points: 2, since: Day("2023-09-30"))))
    call("recommend", "done", on: "2023-10-03", "answers", first)
    #expect(try self.row(first).1("overdue") == "no")
  }

  @Test
  mutating func `a call that takes the place of another has a row of its own`() throws {
    let first = call("recommend")
    let next = call("recommend", on: "2023-09-01", "supersedes", first)
    #expect(try answer("2023-12-31").rows.map(\.key) == ["#\(first)", "#\(next)"])
    #expect(try row(first).1("status") == "open")
    #expect(try row(first).0.because.contains(Reason("K7-replaced", [next])))
  }

  @Test
  mutating func `retracted, not yet known or not yet public words do not count`() throws {
    let first = call("investigate")
    let word = call("close", "done", on: "2023-09-01", in: press, "answers", first)
    func status(_ answer: Answer) -> Cell { answer.cell("status", of: answer.rows[0]) }
    #expect(status(try answer("2023-12-31", first)) == .text("done"))
    #expect(status(try answer("2023-12-31", first, known: word)) == .text("open"))
    #expect(status(try answer("2023-12-31", first, published: "2023-09-30")) == .text("open"))
    let retraction = log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", word)])
    #expect(status(try answer("2023-12-31", first)) == .text("open"))
    #expect(try row(first).0.ignored == [Ignored(word, "R1", cause: retraction)])
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", first)])
    #expect(status(try answer("2023-12-31", first)) == .text("retracted"))
    #expect(try answer("2023-12-31").rows.isEmpty)
  }

  @Test
  mutating func `what contradicts it stands against it`() throws {
    let first = call("investigate")
    let other = log.add(
      "claim.assessment", ["content": "cause", "proposition": "The Panel does not ask, it states."],
      occurred: ["edtf": "2023-08-25"], said: CaseLog.said(in: press), grade: "B2",
      refs: [CaseLog.ref("contradicts", first)])
    #expect(try row(first).0.against == [Reason("K8-contradicted", [other])])
  }

  @Test(
    arguments: [
      ("open", nil, "accepted"), ("open", "refused", "refused"), ("recommend", "lapsed", "lapsed"),
      ("close", nil, "closed"),
    ] as [(String, String?, String)])
  mutating func `each way a call can go is a reason of its own`(content: String, said: String?, status: String) throws {
    let first = call("investigate")
    let word = call(content, said, on: "2023-10-01", in: press, "answers", first)
    let (row, cell) = try row(first)
    #expect(cell("status") == status)
    #expect(row.because == [Reason("K1-account", [first]), Reason("K3-" + status, [word])])
    #expect(try answer("2023-12-31", 0).rows[0].because == [Reason("K0-no-evidence")])
  }

  @Test
  mutating func `what is so again after something else is so since then`() throws {
    let first = call("investigate")
    for (day, status) in [("2023-09-10", "accepted"), ("2023-10-01", "refused"), ("2023-11-01", "accepted")] {
      call("recommend", status, on: day, in: press, "answers", first)
    }
    let (_, cell) = try row(first)
    #expect(cell("status") == "accepted")
    #expect(cell("since") == "2023-11-01")
    #expect(try row(first, "2023-10-15").1("since") == "2023-10-01")
    #expect(try row(first, "2023-09-15").1("since") == "2023-09-10")
  }
}
