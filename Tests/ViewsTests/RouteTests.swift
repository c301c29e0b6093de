import Testing
import Vocabulary

@testable import Views

/// Who contests what, where.
@Suite
struct RouteTests {
  private var log = CaseLog()
  private let report: UInt64

  init() {
    log.place("c", "country")
    log.place("r", "region", in: "c")
    log.source("ap")
    report = log.report("ap", published: "2023-06-30")
  }

  @discardableResult
  private mutating func contest(
    _ contestants: [String], _ edtf: String = "2023-05-01", stake: String = "route", place: String? = "r",
    read: UInt64? = nil, same: UInt64? = nil, parties: JSON? = nil, ends: [String] = [], commodity: String? = nil,
    occurred: JSON? = nil
  ) -> UInt64 {
    log.add(
      "claim.contest",
      .some(
        ("stake", .text(stake)), ("contestants", .list(contestants.map { .text($0) })),
        ("commodity", commodity.map { [.text($0)] }),
        ("endpoints", ends.isEmpty ? nil : .list(ends.map { .text($0) }))),
      occurred: occurred ?? ["edtf": .text(edtf)], place: place.map { ["id": .text($0)] }, parties: parties,
      said: CaseLog.said(in: read ?? report), grade: "B2", refs: same.map { [CaseLog.ref("same", $0)] })
  }

  private func answer(
    _ place: String = "r", at day: String = "2023-06-01", known: UInt64? = nil, published: String? = nil
  ) throws -> Answer {
    let facts = References(Replay(log.events, known: known, published: published.flatMap { Day($0) }))
    return Routes.answer([place], at: try #require(Day(day)), facts: facts, profile: .default1)
  }

  @Test
  mutating func `accounts of one contest are one row, and unknown gives way to who is named`() throws {
    log.source("other")
    let second = log.report("other", published: "2023-06-15")
    let first = contest(["unknown"])
    let named = contest(["y", "x"], "2023-05-10", read: second, same: first, commodity: "gold")
    let answer = try answer()
    let row = answer.rows[0]
    #expect(answer.rows.map(\.key) == ["r/#\(first)"])
    #expect(answer.cell("contestants", of: row) == .list(["x", "y"]))
    #expect(answer.cell("commodity", of: row) == .list(["gold"]))
    #expect(answer.cell("since", of: row).description == "2023-05-01")
    #expect(answer.cell("until", of: row).description == "2023-05-10")
    #expect(
      answer.cell("by_account", of: row) == .list(["#\(first): unknown 2023-05-01", "#\(named): y, x 2023-05-10"]))
    #expect(row.roots == 2)
    #expect(row.because == [Reason("T1-account", [first, named]), Reason("T2-same-contest", [named])])
  }

  @Test
  mutating func `rival accounts over one stake stand against each other, over another stake they do not`() throws {
    let one = contest(["x", "y"])
    let other = contest(["z"])
    let levy = contest(["x"], stake: "levy")
    let rows = try answer().rows
    #expect(rows.map(\.key) == ["r/#\(one)", "r/#\(other)", "r/#\(levy)"])
    #expect(rows[0].against == [Reason("T3-other-contestants", [other], actors: ["z"])])
    #expect(rows[1].against == [Reason("T3-other-contestants", [one], actors: ["x", "y"])])
    #expect(rows[2].against.isEmpty)
    #expect(try answer().cell("levied_by", of: rows[0]) == .list(["x"]))
    #expect(rows[0].because.contains(Reason("T4-levies", [levy], actors: ["x"])))
  }

  @Test
  mutating func `who is called the controller, who holds the area and who exploits it are told apart`() throws {
    contest(["x", "y"], parties: [["actor": "x", "role": "controller"]])
    log.add(
      "claim.control", ["content": "hold", "actor": "gov"], occurred: ["edtf": "2023-05-01"], place: ["id": "r"],
      said: CaseLog.said(in: report), grade: "B2")
    log.add(
      "claim.presence", ["content": "exploit", "actor": "y"], occurred: ["edtf": "2023-05-01"], place: ["id": "r"],
      said: CaseLog.said(in: report), grade: "B2")
    let answer = try answer()
    #expect(answer.cell("said_to_hold", of: answer.rows[0]) == .list(["x"]))
    #expect(answer.cell("area_held_by", of: answer.rows[0]) == .list(["gov (controlled)"]))
    #expect(answer.cell("exploited_by", of: answer.rows[0]) == .list(["y"]))
    #expect(answer.rows[0].roots == 1, "what only stands beside the contest adds no root")
  }

  @Test
  mutating func `a contest is possible, contested, stale or ended`() throws {
    let sometime = contest(["x", "y"], "2023-05")
    func status(_ day: String) throws -> String {
      let answer = try answer(at: day)
      return answer.cell("status", of: answer.rows[0]).description
    }
    #expect(try status("2023-04-30") == "unknown: no evidence")
    #expect(try status("2023-05-30") == "possible")
    #expect(try answer(at: "2023-05-30").rows[0].because == [Reason("T5-within-bounds", [sometime])])
    #expect(try status("2023-05-31") == "contested")
    #expect(try answer().cell("since", of: try answer().rows[0]).description == "2023-05-01")
    #expect(try status("2023-11-27") == "contested")
    #expect(try status("2023-11-28") == "stale")
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", sometime)])
    #expect(try status("2023-05-31") == "retracted")
    contest(["x"], occurred: ["edtf": "2022-01/2022-06", "precision": "precise", "ends": true])
    #expect(try status("2023-05-31") == "ended")
  }

  @Test
  mutating func `what is said of the area around sets nothing, a route without a place is told at its ends`() throws {
    let around = contest(["x"], place: "c")
    let answer = try answer()
    #expect(answer.cell("status", of: answer.rows[0]) == .text("unknown: no evidence"))
    #expect(answer.cell("around", of: answer.rows[0]) == .list(["c: route (x)"]))
    #expect(answer.rows[0].ignored == [Ignored(around, "T6-said-of-the-area-around")])
    contest(["x"], place: nil, ends: ["sea", "desert"])
    #expect(try self.answer("desert").rows[0].key.hasPrefix("desert/#"))
  }

  @Test
  mutating func `a correction and both clocks are respected`() throws {
    let late = log.report("ap", published: "2023-07-01")
    let told = contest(["x", "y"], read: late)
    let known = log.size
    log.add(
      "correct", ["changes": [["field": "payload.stake", "old": "route", "new": "market"]], "reason": "r"],
      refs: [CaseLog.ref("corrects", told)])
    func stake(_ known: UInt64?, _ published: String? = nil) throws -> String {
      let answer = try answer(at: "2023-07-01", known: known, published: published)
      return answer.cell("stake", of: answer.rows[0]).description
    }
    #expect(try stake(known) == "route")
    #expect(try stake(nil) == "market")
    #expect(try stake(told) == "")
    #expect(try stake(nil, "2023-06-30") == "")
    #expect(try answer(at: "2023-07-01").rows[0].ignored == [Ignored(told, "R1", cause: known)])
  }

  @Test
  mutating func `the reasons name who holds it, what contradicts it, how old it is, and what has no date`() throws {
    let told = contest(["x", "y"], parties: [["actor": "x", "role": "controller"]])
    #expect(try answer(at: "2023-04-30").rows[0].because == [Reason("T0-no-evidence")])
    let held = log.add(
      "claim.control", ["content": "hold", "actor": "gov"], occurred: ["edtf": "2023-05-01"], place: ["id": "r"],
      said: CaseLog.said(in: report), grade: "B2")
    let used = log.add(
      "claim.presence", ["content": "exploit", "actor": "y"], occurred: ["edtf": "2023-05-01"], place: ["id": "r"],
      said: CaseLog.said(in: report), grade: "B2")
    let rival = log.add(
      "claim.contest", ["stake": "mine", "contestants": ["z"]], occurred: ["edtf": "2023-05-01"], place: ["id": "r"],
      said: CaseLog.said(in: report), grade: "B2", refs: [CaseLog.ref("contradicts", told)])
    let row = try answer().rows[0]
    #expect(
      row.because == [
        Reason("T1-account", [told]), Reason("T4-said-to-hold", [told], actors: ["x"]),
        Reason("T4-holds-the-area", [held], actors: ["gov"]), Reason("T4-exploits", [used], actors: ["y"]),
      ])
    #expect(row.against == [Reason("T3-contradicts", [rival], rivals: [told])])
    let old = try answer(at: "2023-11-28").rows[0]
    #expect(old.because.contains(Reason("T5-stale", points: 211, since: Day("2023-05-01"))))
    let undated = log.add(
      "claim.contest", ["stake": "route", "contestants": ["x"]], place: ["id": "r"],
      said: CaseLog.said(in: log.report("ap")), grade: "B2", refs: [CaseLog.ref("same", told)])
    #expect(try answer().rows[0].ignored == [Ignored(undated, "T5-undated")])
  }

  @Test
  mutating func `who levies is named only where somebody is`() throws {
    contest(["x", "y"])
    let levy = contest(["unknown", "x"], stake: "levy")
    let answer = try answer()
    #expect(answer.cell("levied_by", of: answer.rows[0]) == .list(["x"]))
    #expect(answer.rows[0].because.contains(Reason("T4-levies", [levy], actors: ["x"])))
  }
}
