import Testing
import Vocabulary

@testable import Views

/// Who provided security, and what came when it left.
@Suite
struct SecurityTests {
  private var log = CaseLog()
  private let report: UInt64

  init() {
    log.place("ML", "country")
    log.place("GAO", "region", in: "ML")
    log.place("BASE", "site", in: "GAO")
    log.source("ap")
    report = log.report("ap", published: "2023-08-26")
  }

  @discardableResult
  private mutating func leave(
    _ phase: String, _ edtf: String, place: String = "ML", except: [String] = [], successor: String? = nil
  ) -> UInt64 {
    log.add(
      "withdrawal",
      .some(
        ("phase", .text(phase)), ("provider", "minusma"), ("ordered_by", phase == "ordered" ? "gov" : nil),
        ("except", except.isEmpty ? nil : .list(except.map { .text($0) })),
        ("successor", successor.map { .text($0) })),
      occurred: ["edtf": .text(edtf)], place: ["id": .text(place)], said: CaseLog.said(in: report), grade: "B2")
  }

  private func answer(_ place: String, _ day: String) throws -> (Row, (String) -> String) {
    let day = try #require(Day(day))
    let answer = Security.answer([place], at: day, facts: References(Replay(log.events)), profile: .default1)
    let row = try #require(answer.rows.first)
    return (row, { answer.cell($0, of: row).description })
  }

  @Test
  mutating func `every phase has its date, and the phase on a day is the last that took effect`() throws {
    leave("ordered", "2023-06")
    leave("mandate-ended", "2023-06-30")
    leave("begun", "2023-07-01")
    leave("completed", "2023-12-31")
    let (row, cell) = try answer("ML", "2023-08-26")
    #expect(row.key == "ML/minusma")
    #expect(cell("phase") == "begun")
    #expect(cell("phase_since") == "2023-07-01")
    #expect(cell("ordered") == "2023-06")
    #expect(cell("ordered_by") == "gov")
    #expect(cell("completed") == "")
    #expect(cell("vacuum_since") == "")
    #expect(try answer("ML", "2023-12-31").1("phase") == "completed")
    #expect(try answer("ML", "2023-12-31").1("vacuum_since") == "2023-12-31")
  }

  @Test
  mutating func `a phase is possible between the bounds of its date`() throws {
    leave("requested", "2023-01-01")
    let order = leave("ordered", "2023-06")
    let (row, cell) = try answer("ML", "2023-06-15")
    #expect(cell("phase") == "requested")
    #expect(cell("possible") == "ordered")
    #expect(row.because.contains(Reason("S5-change-possible", [order], actors: ["minusma"])))
  }

  @Test
  mutating func `what is said of the country holds for its regions but for listed exceptions`() throws {
    let left = leave("completed", "2023-12-31", except: ["BASE"])
    let (row, cell) = try answer("GAO", "2024-01-01")
    #expect(row.key == "GAO/minusma")
    #expect(cell("phase") == "completed")
    #expect(row.because.map(\.rule).contains("S1-phase-completed-cascade"))
    let (base, phase) = try answer("BASE", "2024-01-01")
    #expect(phase("phase") == "unknown: no evidence")
    #expect(base.ignored == [Ignored(left, "S1-excepted-place")])
  }

  @Test
  mutating func `a successor leaves no vacuum, a stated vacuum has its own date`() throws {
    leave("completed", "2023-12-31", successor: "fama")
    #expect(try answer("ML", "2024-01-01").1("successor") == "fama")
    #expect(try answer("ML", "2024-01-01").1("vacuum_since") == "")
    log.add(
      "claim.condition", ["condition": "vacuum"], occurred: ["edtf": "2023-08-25"], place: ["id": "ML"],
      said: CaseLog.said(in: report), grade: "D3")
    #expect(try answer("ML", "2024-01-01").1("vacuum_since") == "2023-08-25")
  }

  @Test
  mutating func `who exploits, governs or positions itself claims to fill it, inside the area too`() throws {
    leave("ordered", "2023-06-16")
    log.add(
      "claim.statement", ["act": "positions-itself", "speaker": "jnim"], occurred: ["edtf": "2023-08-25"],
      place: ["id": "ML"], said: CaseLog.said(in: report), grade: "B2")
    log.add(
      "claim.presence", ["content": "govern", "actor": "isgs"], occurred: ["edtf": "2023-08-01"],
      place: ["id": "GAO"], said: CaseLog.said(in: report), grade: "B2")
    #expect(try answer("ML", "2023-08-26").1("claimants") == "isgs, jnim")
    #expect(try answer("ML", "2023-08-10").1("claimants") == "isgs")
  }

  @Test
  mutating func `a provider is present before any phase, and again after a reversal`() throws {
    log.add(
      "claim.presence", ["content": "active", "actor": "minusma"], occurred: ["edtf": "2013-07/2023-06"],
      place: ["id": "ML"], parties: [["actor": "minusma", "role": "provider"]], said: CaseLog.said(in: report),
      grade: "B2")
    #expect(try answer("ML", "2020-01-01").1("phase") == "present")
    leave("begun", "2023-07-01")
    leave("reversed", "2023-08-01")
    #expect(try answer("ML", "2023-08-02").1("phase") == "present (reversed)")
  }

  @Test
  mutating func `a phase holds for what lay inside when it took effect, and for regions made later`() throws {
    log.place("OLD", "region", in: "ML")
    log.place("CERCLE", "cercle", in: "OLD")
    log.place("NEW", "region", in: "ML", from: "2016-01-19")
    log.place("CERCLE", "cercle", in: "NEW", from: "2016-01-19")
    leave("completed", "2012-04-01", place: "OLD")
    #expect(try answer("CERCLE", "2010-01-01").1("phase") == "unknown: no evidence")
    #expect(try answer("CERCLE", "2015-01-01").1("phase") == "completed")
    #expect(try answer("CERCLE", "2023-01-01").1("phase") == "completed")
    #expect(try answer("NEW", "2023-01-01").1("phase") == "unknown: no evidence")
    leave("reversed", "2020-01-01", place: "OLD")
    #expect(try answer("CERCLE", "2023-01-01").1("phase") == "completed")
    leave("ordered", "2013-01-01", place: "ML")
    #expect(try answer("NEW", "2023-01-01").1("phase") == "ordered")
  }
}
