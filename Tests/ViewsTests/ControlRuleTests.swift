import Testing
import Vocabulary

@testable import Views

/// Rules about control that the published vectors do not reach.
@Suite
struct ControlRuleTests {
  private var log = CaseLog()
  private let root: UInt64

  init() {
    log.place("region", "region")
    log.place("town", "town", in: "region")
    log.place("base", "site", in: "town")
    log.source("un")
    root = log.report("un", published: "2023-01-10")
  }

  private func row(
    _ place: String, _ day: String, profile: Profile = .default1, _ events: [Event]? = nil
  ) throws -> (Answer, Row) {
    let day = try #require(Day(day))
    let facts = References(Replay(events ?? log.events))
    let answer = Control.answer([place], at: day, facts: facts, profile: profile)
    return (answer, try #require(answer.rows.first))
  }

  private func status(_ place: String, _ day: String, profile: Profile = .default1) throws -> String {
    let (answer, row) = try row(place, day, profile: profile)
    return answer.cell("status", of: row).description + " " + answer.cell("controller", of: row).description
  }

  @discardableResult
  private mutating func claim(
    _ content: String, _ actor: String, _ edtf: String, in report: UInt64? = nil, grade: String = "B2",
    place: String = "town", from: String? = nil, period: [(String, JSON)] = []
  ) -> UInt64 {
    log.add(
      "claim.control",
      .some(("content", .text(content)), ("actor", .text(actor)), ("from", from.map { .text($0) })),
      occurred: .object([("edtf", .text(edtf))] + period), place: ["id": .text(place)],
      said: CaseLog.said(in: report ?? root), grade: grade)
  }

  private mutating func other(_ source: String, interest: [String] = []) -> UInt64 {
    log.source(source, interest: interest)
    return log.report(source, published: "2023-02-01")
  }

  @Test
  mutating func `R2: a gain dated by a month takes effect on its last day and is possible before`() throws {
    claim("hold", "gov", "2023-01-01")
    let gain = claim("gain", "x", "2023-06", in: other("s"), from: "gov")
    #expect(try status("town", "2023-05-31") == "controlled gov")
    #expect(try status("town", "2023-06-15") == "controlled gov")
    let (answer, row) = try row("town", "2023-06-15")
    #expect(answer.cell("possible", of: row) == .list(["x"]))
    #expect(row.because.last == Reason("R2-change-possible", [gain], actors: ["x"]))
    #expect(try status("town", "2023-06-30") == "controlled x")
    #expect(try self.row("town", "2023-05-31").1.because.allSatisfy { $0.rule != "R2-change-possible" })
  }

  @Test
  mutating func `R2: a month is clipped by the date of the report`() throws {
    claim("gain", "x", "2023-06", period: [("not_after", "2023-06-12")])
    #expect(try status("town", "2023-06-11") == "unknown ")
    #expect(try status("town", "2023-06-12") == "controlled x")
  }

  @Test
  mutating func `R4: a source named without its report is not a second root beside that report`() throws {
    claim("hold", "x", "2023-01-01", grade: "B2")
    let outlet = other("outlet")
    log.add(
      "claim.control", ["content": "hold", "actor": "x"], occurred: ["edtf": "2023-01-01"], place: ["id": "town"],
      said: CaseLog.said(in: outlet, chain: [["source": "un", "role": "asserts"]]), grade: "B2")
    #expect(try row("town", "2023-02-01").1.roots == 1)
    #expect(try row("town", "2023-02-01").1.ignored.map(\.rule) == ["R4-same-root-as"])
  }

  @Test
  mutating func `R4: of equally strong evidence of one root the newest counts`() throws {
    let old = claim("hold", "x", "2023-01-01")
    let new = claim("hold", "x", "2023-06-01")
    let (answer, row) = try row("town", "2023-09-01")
    #expect(row.because == [Reason("R10-control-evidence", [new], points: 3)])
    #expect(row.ignored == [Ignored(old, "R4-same-root-as", cause: new)])
    #expect(answer.cell("freshness", of: row) == .text("current"))
  }

  @Test
  mutating func `R5: evidence of the day of a takeover is not earlier`() throws {
    claim("hold", "gov", "2023-02-01")
    claim("gain", "x", "2023-02-01", in: other("s"))
    #expect(try status("town", "2023-03-01").hasPrefix("contested"))
    #expect(try row("town", "2023-03-01").1.because.map(\.rule) == ["R8-rival-claim", "R10-control-evidence"])
  }

  @Test
  mutating func `R10 and R11: six points of two roots are high, four moderate, and stale evidence is low`() throws {
    func confidence(_ day: String) throws -> String {
      let (answer, row) = try row("town", day)
      return answer.cell("confidence", of: row).description
    }
    claim("hold", "x", "2023-01-01", grade: "A1")
    #expect(try confidence("2023-02-01") == "moderate")
    claim("hold", "x", "2023-01-01", in: other("s"), grade: "C1")
    #expect(try confidence("2023-02-01") == "high")
    #expect(try confidence("2023-06-30") == "high")
    #expect(try confidence("2023-07-01") == "low")
    #expect(try status("town", "2023-07-01") == "controlled x")
  }

  @Test
  mutating func `R14: the withdrawal of one who never controlled leaves no vacuum`() throws {
    claim("hold", "r", "2023-01-01", grade: "D4")
    log.add(
      "withdrawal", ["phase": "completed", "provider": "r"], occurred: ["edtf": "2023-02-01"], place: ["id": "town"],
      said: CaseLog.said(in: root), grade: "B2")
    #expect(try status("town", "2023-03-01") == "unknown ")
    #expect(try row("town", "2023-03-01").1.because.map(\.rule) == ["R7-withdrawal", "R15-no-evidence"])
  }

  @Test
  mutating func `R5: a loss clears what spoke for the loser`() throws {
    claim("hold", "gov", "2023-01-01")
    let loss = claim("lose", "gov", "2023-02-01", in: other("s"))
    #expect(try status("town", "2023-03-01") == "unknown ")
    #expect(try row("town", "2023-03-01").1.because.first == Reason("R5-loss-resets", [loss], actors: ["gov"]))
  }

  @Test
  mutating func `R7: a withdrawal from a region clears its towns but for listed exceptions`() throws {
    claim("hold", "r", "2023-01-01")
    claim("hold", "r", "2023-01-01", place: "base")
    log.add(
      "withdrawal", ["phase": "begun", "provider": "r", "except": ["base"]], occurred: ["edtf": "2023-02-01"],
      place: ["id": "region"], said: CaseLog.said(in: other("s")), grade: "B2")
    #expect(try status("town", "2023-03-01") == "none ")
    #expect(try status("base", "2023-03-01") == "controlled r")
    #expect(try row("base", "2023-03-01").1.ignored.map(\.rule).contains("R7-excepted-place"))
  }

  @Test
  mutating func `R7: an order to leave clears nothing, and neither does a report of no points`() throws {
    claim("hold", "r", "2023-01-01")
    for (phase, grade) in [("ordered", "A1"), ("completed", "E5")] {
      log.add(
        "withdrawal", ["phase": .text(phase), "provider": "r"], occurred: ["edtf": "2023-02-01"],
        place: ["id": "town"], said: CaseLog.said(in: root), grade: grade)
    }
    #expect(try status("town", "2023-03-01") == "controlled r")
    #expect(try row("town", "2023-03-01").1.ignored.map(\.rule) == ["R7-no-points"])
  }

  @Test
  mutating func `R7: evidence of the day of a withdrawal is not earlier`() throws {
    claim("hold", "r", "2023-02-01")
    log.add(
      "withdrawal", ["phase": "completed", "provider": "r"], occurred: ["edtf": "2023-02-01"], place: ["id": "town"],
      said: CaseLog.said(in: root), grade: "B2")
    #expect(try status("town", "2023-03-01") == "controlled r")
  }

  @Test
  mutating func `R7: a withdrawal clears what lay inside on its day, whatever becomes of the borders`() throws {
    log.place("north", "region")
    log.place("menaka", "cercle", in: "region")
    log.place("menaka", "region", in: "north", from: "2016-01-01")
    for year in ["2015", "2017"] {
      claim("hold", "r", "\(year)-01-01", place: "menaka")
    }
    log.add(
      "withdrawal", ["phase": "completed", "provider": "r"], occurred: ["edtf": "2015-06-01"],
      place: ["id": "region"], said: CaseLog.said(in: root), grade: "B2")
    #expect(try status("menaka", "2015-07-01") == "none ")
    #expect(try status("menaka", "2016-07-01") == "none ")
    #expect(try status("menaka", "2017-07-01") == "controlled r")
    log.add(
      "withdrawal", ["phase": "completed", "provider": "r"], occurred: ["edtf": "2018-06-01"],
      place: ["id": "region"], said: CaseLog.said(in: root), grade: "B2")
    #expect(try status("menaka", "2018-07-01") == "controlled r")
    #expect(try row("menaka", "2018-07-01").1.ignored.isEmpty)
  }

  @Test
  mutating func `R8: a rival with less than half the leader's points does not contest`() throws {
    for source in ["s1", "s2", "s3"] { claim("hold", "gov", "2023-01-01", in: other(source), grade: "B2") }
    claim("hold", "x", "2023-01-05", in: other("s4"), grade: "B2")
    #expect(try status("town", "2023-02-01") == "controlled gov")
    #expect(try row("town", "2023-02-01").1.against.map(\.actors) == [["x"]])
    claim("hold", "x", "2023-01-05", in: other("s5"), grade: "C3")
    #expect(try status("town", "2023-02-01") == "contested gov")
  }

  @Test
  mutating func `R9: the same report of one day's fighting counts once, fire from afar counts one`() throws {
    claim("hold", "gov", "2023-01-01")
    func fight(_ mode: String, _ report: UInt64, to log: inout CaseLog) {
      log.add(
        "attack", ["mode": .text(mode), "form": "single"], occurred: ["edtf": "2023-02-01"], place: ["id": "town"],
        parties: [["actor": "x", "role": "perpetrator"]], said: CaseLog.said(in: report), grade: "B2")
    }
    for _ in 0..<3 { fight("battle", root, to: &log) }
    #expect(try status("town", "2023-02-02") == "controlled gov")
    fight("shelling", other("s1"), to: &log)
    #expect(try status("town", "2023-02-02") == "controlled gov")
    fight("shelling", other("s2"), to: &log)
    #expect(try status("town", "2023-02-02") == "contested gov")
    #expect(try status("town", "2023-03-04") == "controlled gov")
  }

  @Test
  mutating func `R12: an admission against interest counts, praise of oneself does not`() throws {
    let own = other("x-media", interest: ["x"])
    claim("hold", "x", "2023-01-01", in: own, grade: "A1")
    #expect(try status("town", "2023-02-01") == "claimed ")
    claim("hold", "gov", "2023-01-01", in: own, grade: "A1")
    #expect(try status("town", "2023-02-01") == "controlled gov")
    let rival = other("gov-media", interest: ["gov"])
    claim("hold", "x", "2023-01-02", in: other("s"), grade: "A1")
    claim("lose", "x", "2023-01-20", in: rival, grade: "A1")
    #expect(try status("town", "2023-02-01") == "contested x")
    claim("lose", "x", "2023-01-21", in: own, grade: "A1")
    #expect(try status("town", "2023-02-01") == "controlled gov")
  }

  @Test
  mutating func `a profile of the ledger changes thresholds, and no ledger redefines a built-in one`() throws {
    claim("hold", "x", "2023-01-01", grade: "C3")
    for key in ["lenient", "default-1"] {
      log.add("policy", ["subject": "profile", "key": .text(key), "settings": ["theta_control": 2]])
    }
    let references = References(Replay(log.events))
    #expect(try status("town", "2023-02-01") == "claimed ")
    #expect(try status("town", "2023-02-01", profile: #require(references.profile("lenient"))) == "controlled x")
    #expect(references.profile("default-1") == .default1)
    #expect(references.profile("nobody-knows") == nil)
    #expect(references.profileIDs.contains("lenient"))
  }

  @Test
  mutating func `other algorithms: last report, majority of roots, and evidence that expires`() throws {
    for source in ["s1", "s2"] { claim("hold", "gov", "2023-01-01", in: other(source), grade: "D4") }
    claim("hold", "x", "2023-01-20", grade: "D4")
    #expect(try status("town", "2023-02-01") == "claimed ")
    #expect(try status("town", "2023-02-01", profile: .lastReport) == "controlled x")
    #expect(try status("town", "2023-02-01", profile: .majority) == "controlled gov")
    claim("hold", "gov", "2023-01-01", in: other("s3"), grade: "A1")
    let carry = try #require(Profile.builtIn.first { $0.id == "carry-3m" })
    #expect(try status("town", "2023-04-02", profile: carry) == "controlled gov")
    #expect(try status("town", "2023-06-02", profile: carry) == "unknown ")
  }
}
