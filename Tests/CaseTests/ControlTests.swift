import Testing
import ViewStore
import Views
import Vocabulary

/// Who held what in the Mali case, as `Tools/cases/mali/EXPECTED.md` says it must come out.
@Suite
struct ControlTests {
  /// One row of the table "Control".
  struct Expected: Sendable, CustomTestStringConvertible {
    var place: String
    var at: String
    var publishedBy: String?
    var status: String
    var who: [String] = []
    /// Extent, confidence, freshness.
    var how = ["", "", ""]
    var roots = 0
    /// Rule, points, events.
    var because: (rule: String, points: Int?, events: [String])
    /// By rule: events that must be among those ignored.
    var ignored: [String: [String]] = [:]

    var testDescription: String { "\(place) at \(at), published by \(publishedBy ?? "any day")" }
  }

  static let isgsInAnsongo = (rule: "R10-control-evidence", points: Int?(3), events: ["u-ap-ansongo"])

  static let table = [
    Expected(
      place: "ML0701", at: "2023-08-25", publishedBy: "2023-08-25", status: "unknown",
      because: ("R15-no-evidence", nil, []), ignored: ["R3-parent-area-claim-not-inherited": ["u-hrw-gao"]]),
    Expected(
      place: "ML0701", at: "2023-08-25", publishedBy: "2023-08-26", status: "controlled", who: ["isgs"],
      how: ["part", "low", "current"], roots: 1, because: isgsInAnsongo),
    Expected(
      place: "ML0701", at: "2023-08-25", publishedBy: "2023-08-27", status: "controlled", who: ["isgs"],
      how: ["part", "low", "current"], roots: 1, because: isgsInAnsongo,
      ignored: ["R4-same-root-as": ["u-national-ansongo"]]),
    Expected(
      place: "ML0701", at: "2023-11-09", publishedBy: "2023-11-09", status: "controlled", who: ["isgs"],
      how: ["part", "low", "current"], roots: 1, because: isgsInAnsongo,
      ignored: ["R4-same-root-as": ["u-national-ansongo", "u-nova-ansongo"]]),
    Expected(
      place: "ML0701", at: "2024-06-30", publishedBy: "2024-06-30", status: "controlled", who: ["isgs"],
      how: ["part", "low", "stale"], roots: 1, because: ("R11-stale", 332, [])),
    Expected(
      place: "menaka-region", at: "2023-11-09", publishedBy: "2023-11-09", status: "controlled", who: ["isgs"],
      how: ["part", "low", "current"], roots: 1, because: ("R10-control-evidence", 3, ["u-ap-menaka"]),
      ignored: ["R4-same-root-as": ["u-national-menaka"], "R3-parent-area-claim-not-inherited": ["a1"]]),
    Expected(
      place: "ML07", at: "2023-08-25", publishedBy: "2023-08-27", status: "influence", who: ["isgs"], roots: 1,
      because: ("R13-presence-without-control", nil, ["u-hrw-gao"])),
    Expected(
      place: "ML", at: "2023-11-09", publishedBy: "2023-11-09", status: "claimed", who: ["isgs"],
      how: ["", "", "current"], roots: 1, because: ("R12-below-threshold-or-interested-only", 2, ["u-doubled-ap"]),
      ignored: [
        "R4-same-root-as": [
          "u-doubled-kvia", "u-doubled-national", "u-doubled-aljazeera", "u-doubled-nova", "u-doubled-rfi",
          "u-doubled-wrn", "a1", "a1-url",
        ]
      ]),
    Expected(
      place: "northern-gao", at: "2023-08-27", publishedBy: "2023-08-27", status: "controlled", who: ["isgs"],
      how: ["part", "low", "current"], roots: 1, because: ("R10-control-evidence", 3, ["u-national-northern-gao"])),
    Expected(
      place: "northern-gao", at: "2023-08-27", publishedBy: "2023-08-28", status: "unknown",
      because: ("R15-no-evidence", nil, []), ignored: ["R1": ["u-national-northern-gao"]]),
    Expected(
      place: "tidermene", at: "2023-04-20", publishedBy: "2023-04-20", status: "controlled", who: ["isgs"],
      how: ["whole", "high", "current"], roots: 2,
      because: ("R10-control-evidence", 6, ["u-voa-tidermene", "u-rfi-tidermene"])),
    Expected(
      place: "tidermene", at: "2023-12-01", publishedBy: "2023-12-01", status: "controlled", who: ["isgs"],
      how: ["whole", "low", "stale"], roots: 2, because: ("R11-stale", 234, [])),
    Expected(
      place: "kidal-town", at: "2023-11-15", publishedBy: "2023-11-15", status: "claimed", who: ["fama", "csp-psd"],
      how: ["", "", "current"], roots: 2,
      because: ("R12-below-threshold-or-interested-only", 2, ["u-fama-kidal", "u-csp-kidal-base"])),
    Expected(
      place: "northern-mali", at: "2012-07-01", status: "controlled", who: ["rebels-2012"],
      how: ["part", "low", "current"], roots: 1, because: ("R10-control-evidence", 3, ["u-ap-2012"])),
    Expected(
      place: "ansongo-town", at: "2023-11-09", status: "unknown", because: ("R15-no-evidence", nil, []),
      ignored: ["R3-parent-area-claim-not-inherited": ["u-ap-ansongo"]]),
  ]

  @Test(arguments: table)
  func `a place is held as the case expects`(expected: Expected) throws {
    let mali = try MaliCase.shared.get()
    let answer = try mali.ask(
      "control", [expected.place], at: expected.at, publishedBy: expected.publishedBy
    ).answer
    let row = try #require(answer.rows.first)
    #expect(answer.cell("status", of: row) == .text(expected.status))
    #expect(answer.cell("holders", of: row) == .list(expected.who))
    #expect(["extent", "confidence", "freshness"].map { answer.cell($0, of: row).description } == expected.how)
    #expect(row.roots == expected.roots)
    let reasons = row.because.filter { $0.rule == expected.because.rule }
    #expect(mali.names(expected.because.rule, row.because) == expected.because.events)
    #expect(reasons.allSatisfy { $0.points == expected.because.points } && !reasons.isEmpty)
    for (rule, events) in expected.ignored {
      #expect(Set(events).isSubset(of: mali.ignored(rule, row)), "ignored by \(rule)")
    }
  }

  @Test func `on the ledger's own clock Ansongo changes at the position of the agency's story`() throws {
    let mali = try MaliCase.shared.get()
    let position = try mali.position("u-ap-ansongo")
    func status(_ asOf: UInt64) throws -> Cell {
      let answer = try mali.ask("control", ["ML0701"], at: "2023-08-25", asOf: .position(asOf)).answer
      return answer.cell("status", of: answer.rows[0])
    }
    #expect(try status(position - 1) == .text("unknown"))
    #expect(try status(position) == .text("controlled"))
  }

  @Test func `between 25 and 27 August the public picture changes as the case expects`() throws {
    let mali = try MaliCase.shared.get()
    func question(_ published: String) throws -> Question {
      Question("control", at: try #require(Day("2023-08-25")), publishedBy: Day(published))
    }
    let difference = try mali.views.compare(
      question("2023-08-25"), question("2023-08-27"), from: FollowedLedger(mali.ledger))
    let expected: [String: (was: String, now: String, by: String)] = [
      "ML0701": ("unknown", "controlled", "u-ap-ansongo"), "menaka-region": ("influence", "controlled", "u-ap-menaka"),
      "ML": ("influence", "claimed", "u-doubled-ap"),
    ]
    for (place, change) in expected {
      let found = try #require(difference.comparison.changed.first { $0.key == place })
      let status = try #require(found.cells.first { $0.column == "status" })
      #expect(status.was == .text(change.was) && status.now == .text(change.now))
      #expect(found.entered.map(mali.name) == [change.by])
    }
  }
}
