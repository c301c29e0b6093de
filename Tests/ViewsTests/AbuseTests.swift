import Testing
import Vocabulary

@testable import Views

/// Who did what to whom.
@Suite
struct AbuseTests {
  private var log = CaseLog()
  private let day = Day(year: 2023, month: 12, day: 31) ?? Day(number: 0)

  init() {
    log.place("c", "country")
    log.place("r", "region", in: "c")
    log.place("t", "town", in: "r")
    log.source("un")
    log.report("un", published: "2023-02-01")
  }

  private func answer(_ subjects: [String]? = nil) -> Answer {
    Abuses.answer(subjects, at: day, facts: References(Replay(log.events)), profile: .default1)
  }

  private func cells(_ column: String, _ answer: Answer) -> [String] {
    answer.rows.map { answer.cell(column, of: $0).description }
  }

  @discardableResult
  private mutating func abuse(
    _ acts: JSON, status: String = "reported", crsv: Bool = false, parties: JSON? = nil, same: UInt64? = nil,
    grade: String = "B2"
  ) -> UInt64 {
    log.source("s\(log.size)")
    let report = log.report("s\(log.size - 1)", published: "2023-02-01")
    return log.add(
      "abuse", .some(("acts", acts), ("status", .text(status)), ("crsv", crsv ? true : nil)),
      occurred: ["edtf": "2023-01"], place: ["id": "t", "name": "T"], parties: parties,
      said: CaseLog.said(in: report), grade: grade, refs: same.map { [CaseLog.ref("same", $0)] })
  }

  @Test
  mutating func `one row for each act, perpetrator and group of victims`() {
    let first = abuse([
      ["act": "killing", "victims": "civilians", "perpetrator": "x", "certainty": "presumed", "degree": "direct"],
      ["act": "looting", "victims": "civilians", "perpetrator": "x"],
    ])
    let answer = answer()
    #expect(answer.rows.map(\.key) == ["#\(first)/killing/x/civilians", "#\(first)/looting/x/civilians"])
    #expect(cells("certainty", answer) == ["presumed", "named"])
    #expect(cells("degree", answer) == ["direct", ""])
    #expect(cells("place", answer) == ["t", "t"])
  }

  @Test
  mutating func `accounts of one abuse strengthen a row, and another perpetrator stands against it`() {
    let first = abuse([["act": "killing", "victims": "civilians", "perpetrator": "x", "certainty": "suspected"]])
    abuse(
      [["act": "killing", "victims": "civilians", "perpetrator": "x"]], status: "verified", same: first)
    let third = abuse([["act": "killing", "victims": "civilians", "perpetrator": "army"]], same: first)
    let answer = answer()
    #expect(cells("perpetrator", answer) == ["army", "x"])
    #expect(cells("certainty", answer) == ["named", "named"])
    #expect(cells("status", answer) == ["reported", "verified"])
    #expect(answer.rows.map(\.roots) == [1, 2])
    #expect(answer.rows[1].against == [Reason("B3-other-perpetrator", [third], actors: ["army"])])
  }

  @Test
  mutating func `who did it is read from the parties when the act does not say, else it stays open`() {
    abuse(
      [["act": "killing"]], parties: [["actor": "wagner", "role": "perpetrator", "certainty": "presumed"]])
    abuse([["act": "other"]])
    #expect(cells("perpetrator", answer()) == ["wagner", ""])
    #expect(cells("certainty", answer()) == ["presumed", "unknown"])
  }

  @Test
  mutating func `a concern is no incident`() {
    abuse([["act": "sexual-violence"]], status: "concern", crsv: true)
    #expect(cells("incident", answer()) == ["no"])
    #expect(cells("status", answer()) == ["concern"])
  }

  @Test
  mutating func `sexual violence is never placed below the first-level region`() {
    let abuse = abuse([["act": "sexual-violence", "victims": "women"]], crsv: true)
    let answer = answer()
    #expect(cells("place", answer) == ["r"])
    #expect(cells("name", answer) == ["r"])
    #expect(answer.rows[0].ignored == [Ignored(abuse, "B4-place-withheld")])
  }

  @Test
  mutating func `sexual violence in a place without a known region has no place at all`() {
    log.add(
      "abuse", ["acts": [["act": "sexual-violence", "form": "rape"]], "status": "reported"],
      occurred: ["edtf": "2023-01"], place: ["name": "a hamlet"], said: CaseLog.said(in: 4))
    #expect(cells("place", answer()) == [""])
    #expect(cells("name", answer()) == [""])
  }

  @Test
  mutating func `an attack on civilians is an act of its mode, by each perpetrator against each victim`() {
    let parties: JSON = [
      ["actor": "x", "role": "perpetrator"], ["name": "Civilians", "role": "victim"], ["actor": "y", "role": "side-b"],
    ]
    let report = log.report("un", published: "2023-03-01")
    func attack(_ mode: String, _ form: String, target: String? = nil) -> UInt64 {
      log.add(
        "attack",
        .some(
          ("mode", .text(mode)), ("form", .text(form)), ("target", target.map { .text($0) }),
          ("counts", [["what": "killed", "best": 4, "min": 2, "max": 9]])),
        occurred: ["edtf": "2023-01"], place: ["id": "t", "name": "T"], parties: parties,
        said: CaseLog.said(in: report), grade: "B2")
    }
    let one = attack("one-sided", "single")
    _ = attack("raid", "single")
    let two = attack("one-sided", "aggregate", target: "aid-workers")
    let answer = answer()
    #expect(answer.rows.map(\.key) == ["#\(one)/one-sided/x/Civilians", "#\(two)/one-sided/x/aid-workers"])
    #expect(cells("form", answer) == ["single", "aggregate"])
    #expect(cells("status", answer) == ["reported", "reported"])
    #expect(cells("killed", answer) == ["4 (2–9)", "4 (2–9)"])
    #expect(cells("place", answer) == ["t", "t"])
    #expect(answer.rows.map { answer.cell("incident", of: $0) } == [.flag(true), .flag(true)])
  }
}
