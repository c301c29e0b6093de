import Testing
import Vocabulary

@testable import Views

/// The switches of a profile that turn one part of the assessment of control off.
@Suite
struct ProfileSwitchTests {
  private var log = CaseLog()

  init() {
    log.place("region", "region")
    log.place("town", "town", in: "region")
    log.source("un")
  }

  private func profile(_ key: String, _ settings: JSON) throws -> Profile {
    var log = log
    log.add("policy", ["subject": "profile", "key": .text(key), "settings": settings])
    return try #require(References(Replay(log.events)).profile(key))
  }

  private func row(_ day: String, _ profile: Profile = .default1) throws -> (status: String, row: Row) {
    let facts = References(Replay(log.events))
    let answer = Control.answer(["town"], at: try #require(Day(day)), facts: facts, profile: profile)
    let row = try #require(answer.rows.first)
    return (answer.cell("status", of: row).description, row)
  }

  private mutating func hold(in report: UInt64, grade: String) {
    log.add(
      "claim.control", ["content": "hold", "actor": "x"], occurred: ["edtf": "2023-01-01"], place: ["id": "town"],
      said: CaseLog.said(in: report), grade: grade)
  }

  @Test
  mutating func `roots off: each account of one report counts, which makes a controller of a claimant`() throws {
    let report = log.report("un", published: "2023-01-10")
    for _ in 0..<2 { hold(in: report, grade: "C3") }
    let (with, one) = try row("2023-02-01")
    #expect(with == "claimed")
    #expect(one.roots == 1)
    let (without, two) = try row("2023-02-01", profile("no-roots", ["roots": false]))
    #expect(without == "controlled")
    #expect(two.roots == 2)
    #expect(two.because.map(\.points) == [4])
  }

  @Test
  mutating func `roots off: an interested source stays interested`() throws {
    log.source("x-media", interest: ["x"])
    let report = log.report("x-media", published: "2023-01-10")
    for _ in 0..<2 { hold(in: report, grade: "B2") }
    #expect(try row("2023-02-01", profile("no-roots", ["roots": false])).status == "claimed")
  }

  @Test
  mutating func `cascade off: a withdrawal from the region clears nothing in its towns, and says so`() throws {
    let report = log.report("un", published: "2023-01-10")
    hold(in: report, grade: "B2")
    let left = log.add(
      "withdrawal", ["phase": "completed", "provider": "x"], occurred: ["edtf": "2023-02-01"],
      place: ["id": "region"], said: CaseLog.said(in: report), grade: "B2")
    let off = try profile("no-cascade", ["cascade": false])
    #expect(try row("2023-03-01").status == "none")
    let (status, row) = try row("2023-03-01", off)
    #expect(status == "controlled")
    #expect(row.ignored == [Ignored(left, "R7-cascade-off")])
    #expect(try self.row("2023-01-31", off).row.ignored.isEmpty)
    log.add(
      "withdrawal", ["phase": "completed", "provider": "x"], occurred: ["edtf": "2023-02-01"],
      place: ["id": "town"], said: CaseLog.said(in: report), grade: "B2")
    #expect(try self.row("2023-03-01", off).status == "none")
  }

  @Test
  func `both are on unless a profile turns them off`() throws {
    let half = try profile("p", ["roots": false, "cascade": true])
    #expect(!half.roots && half.cascade)
    #expect(Profile.builtIn.allSatisfy { $0.roots && $0.cascade })
    #expect(half.settings.filter { $0.value == .flag(false) }.map(\.name) == ["roots"])
  }
}
