import Testing
import Vocabulary

@testable import Views

/// Conflict-related sexual violence, and how exactly it is shown.
@Suite
struct CrsvTests {
  private var log = CaseLog()
  private let report: UInt64

  init() {
    log.place("c", "country")
    log.place("r", "region", in: "c")
    log.place("t", "town", in: "r")
    log.source("un")
    report = log.report("un", published: "2023-06-30")
  }

  @discardableResult
  private mutating func abuse(
    _ acts: JSON, status: String = "reported", crsv: Bool = true, edtf: String = "2023-05-27/2023-05-31",
    place: JSON? = ["id": "t", "name": "T"], counts: JSON? = nil, same: UInt64? = nil, grade: String = "B2",
    read: UInt64? = nil
  ) -> UInt64 {
    log.add(
      "abuse",
      .some(("acts", acts), ("status", .text(status)), ("crsv", crsv ? true : nil), ("counts", counts)),
      occurred: ["edtf": .text(edtf)], place: place, said: CaseLog.said(in: read ?? report), grade: grade,
      refs: same.map { [CaseLog.ref("same", $0)] })
  }

  private static let rape: JSON = [
    ["act": "sexual-violence", "form": "rape", "victims": "women", "perpetrator": "x", "certainty": "presumed"]
  ]

  private func answer(
    _ view: any View.Type = Crsv.self, _ subjects: [String]? = nil, at day: String = "2023-12-31",
    shown disclosure: DisclosureLevel = .region, known: UInt64? = nil, published: String? = nil
  ) throws -> Answer {
    let replay = Replay(log.events, known: known, published: published.flatMap { Day($0) })
    return view.answer(
      subjects, at: try #require(Day(day)), facts: References(replay, disclosure: disclosure), profile: .default1)
  }

  private func cells(_ column: String, _ answer: Answer) -> [String] {
    answer.rows.map { answer.cell(column, of: $0).description }
  }

  @Test
  mutating func `in public only the region and the month are shown, and the answer says so`() throws {
    let event = abuse(Self.rape)
    let shown = try answer()
    #expect(shown.disclosure == .region)
    #expect(shown.rows.map(\.key) == ["#\(event)/rape/x/women"])
    for (column, value) in [
      ("region", "r"), ("when", "2023-05"), ("from", "2023-05-01"), ("to", "2023-05-31"), ("certainty", "presumed"),
      ("incident", "yes"),
    ] { #expect(cells(column, shown) == [value], "\(column)") }
    #expect(shown.rows[0].ignored == [Ignored(event, "V4-days-withheld"), Ignored(event, "V4-place-withheld")])
    let full = try answer(Crsv.self, at: "2023-12-31", shown: .full)
    #expect(full.disclosure == .full)
    #expect(cells("region", full) == ["t"])
    #expect(cells("when", full) == ["2023-05-27/2023-05-31"])
    #expect(full.rows[0].ignored.isEmpty)
  }

  @Test(arguments: [
    ("2023-05-27", "2023-05"), ("2023-05", "2023-05"), ("2023-05-27/2023-07-02", "2023-05/2023-07"),
    ("2023", "2023-01/2023-12"), ("/2023-08-03", "/2023-08"), ("2023-02-03/..", "2023-02/"),
  ])
  mutating func `no date is finer than the month`(written: String, shown: String) throws {
    abuse(Self.rape, edtf: written)
    for view in [Crsv.self, Abuses.self] as [any View.Type] {
      #expect(cells("when", try answer(view)) == [shown], "\(view.name)")
    }
  }

  @Test
  mutating func `asking day by day tells no more than the month`() throws {
    abuse(Self.rape)
    for view in [Crsv.self, Abuses.self] as [any View.Type] {
      #expect(try answer(view, at: "2023-04-30").rows.isEmpty)
      #expect(try answer(view, at: "2023-05-01").rows.count == 1)
      #expect(try answer(view, at: "2023-05-26", shown: .full).rows.isEmpty)
      #expect(try answer(view, at: "2023-05-27", shown: .full).rows.count == 1)
    }
  }

  @Test
  mutating func `a place without a known region is not shown at all`() throws {
    abuse(Self.rape, place: ["name": "a hamlet"])
    #expect(cells("region", try answer()) == [""])
    #expect(cells("name", try answer()) == [""])
    #expect(cells("region", try answer(Crsv.self, shown: .full)) == ["a hamlet"])
  }

  @Test
  mutating func `a concern is a row and no incident, after those that are`() throws {
    let worry = abuse([["act": "sexual-violence"]], status: "concern")
    let case1 = abuse(Self.rape)
    let answer = try answer()
    #expect(answer.rows.map(\.key) == ["#\(case1)/rape/x/women", "#\(worry)/unspecified//"])
    #expect(cells("incident", answer) == ["yes", "no"])
    #expect(answer.rows[1].because.contains(Reason("V5-concern-is-no-incident", [worry])))
    abuse([["act": "sexual-violence"]], status: "reported", same: worry)
    #expect(cells("incident", try self.answer()) == ["yes", "yes"], "an account that asserts it makes it one")
  }

  @Test
  mutating func `figures are fused with their basis, rival perpetrators stand against each other`() throws {
    log.source("other")
    let second = log.report("other", published: "2023-07-31")
    let first = abuse(
      Self.rape,
      counts: [["what": "survivors", "min": 58, "basis": "reported", "class": "women", "sex": "female"]])
    let rival = abuse(
      [["act": "sexual-violence", "form": "rape", "victims": "women", "perpetrator": "army"]],
      counts: [["what": "survivors", "best": 40, "max": 90, "basis": "estimated"]], same: first, grade: "C3",
      read: second)
    let answer = try answer()
    #expect(cells("perpetrator", answer) == ["army", "x"])
    #expect(cells("survivors", answer) == ["40 (58–90)", "40 (58–90)"])
    #expect(cells("basis", answer) == ["estimated, reported", "estimated, reported"])
    #expect(cells("groups", answer) == ["female, women", "female, women"])
    #expect(answer.rows.map(\.roots) == [1, 1])
    #expect(answer.rows[1].against == [Reason("V3-other-perpetrator", [rival], actors: ["army"])])
  }

  @Test
  mutating func `what is marked, or says so by act or form, is here; other acts and other abuses are not`() throws {
    let marked = abuse([["act": "abduction", "victims": "girls"]])
    let byForm = abuse([["act": "abduction", "form": "forced-marriage"], ["act": "killing"]], crsv: false)
    abuse([["act": "killing"]], crsv: false)
    #expect(
      try answer().rows.map(\.key) == ["#\(marked)/unspecified//girls", "#\(byForm)/forced-marriage//"])
  }

  @Test
  mutating func `a correction, a retraction and both clocks are respected`() throws {
    let late = log.report("un", published: "2023-09-01")
    let event = abuse(Self.rape, crsv: false, read: late)
    let known = log.size
    let correction = log.add(
      "correct", ["changes": [["field": "payload.status", "old": "reported", "new": "verified"]], "reason": "r"],
      refs: [CaseLog.ref("corrects", event)])
    let corrected = log.size
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", event)])
    #expect(cells("status", try answer(known: known)) == ["reported"])
    #expect(cells("status", try answer(known: corrected)) == ["verified"])
    #expect(try answer(known: corrected).rows[0].ignored.contains(Ignored(event, "R1", cause: correction)))
    #expect(try answer(published: "2023-08-31").rows.isEmpty)
    #expect(cells("status", try answer(Crsv.self, ["#\(event)"])) == ["retracted"])
  }

  @Test
  mutating func `an account of the same that does not say what it was is guarded as well`() throws {
    let first = abuse(Self.rape)
    abuse([["act": "killing", "perpetrator": "x"]], crsv: false, same: first)
    let abuses = try answer(Abuses.self)
    #expect(cells("place", abuses) == ["r", "r"])
    #expect(cells("when", abuses) == ["2023-05", "2023-05"])
  }

  @Test
  mutating func `no other view tells the place or the day in its own words`() throws {
    log.place("Awaville", "town", in: "r")
    let event = abuse(Self.rape, place: ["id": "Awaville", "name": "Awaville"])
    for view in Views.all {
      let rows = try answer(view).rows.filter { $0.events.contains(event) || $0.key.hasPrefix("#\(event)") }
      for text in rows.flatMap(\.cells).map(\.description) {
        #expect(!text.contains("Awaville") && !text.contains("2023-05-27"), "\(view.name): \(text)")
      }
    }
    let told = try answer(Corroboration.self, shown: .full).rows.flatMap(\.cells).map(\.description)
    #expect(told.contains { $0.contains("Awaville") })
  }

  @Test
  mutating func `it shows who was in a region, never who was in a place below it`() throws {
    let event = abuse(Self.rape)
    for (view, column, unknown) in [
      (Control.self, "status", "unknown"), (Presence.self, "status", "unknown: no evidence"),
    ] as [(any View.Type, String, String)] {
      let town = try answer(view, ["t"], at: "2023-06-01", shown: .full)
      #expect(cells(column, town) == [unknown], "\(view.name)")
      #expect(!town.rows[0].ignored.contains { $0.event == event })
    }
    abuse(Self.rape, place: ["id": "r"])
    #expect(cells("status", try answer(Control.self, ["r"], at: "2023-06-01")) == ["influence"])
    #expect(cells("does", try answer(Presence.self, ["r"], at: "2023-06-01")) == ["violence"])
  }

  @Test
  mutating func `accounts of one case and the account of the best figure are reasons`() throws {
    func counts(_ best: Int) -> JSON { [["what": "survivors", "best": .number(best)]] }
    let first = abuse(Self.rape, counts: counts(9), grade: "D4")
    let second = abuse(Self.rape, counts: counts(7), same: first, grade: "A1")
    let row = try answer().rows[0]
    #expect(row.because.contains(Reason("V1-account", [first, second])))
    #expect(row.because.contains(Reason("V2-same-case", [second])))
    let figure = try #require(row.because.first { $0.rule == "V6-best-of-best-graded" })
    #expect(figure.events == [second])
    #expect(cells("survivors", try answer()) == ["7"])
    #expect(try answer(Crsv.self, ["#0"]).rows[0].because == [Reason("V0-no-evidence")])
  }
}
