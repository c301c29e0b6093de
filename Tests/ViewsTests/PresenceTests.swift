import Testing
import Vocabulary

@testable import Views

/// Where a group is, what it does there, and whether it left.
@Suite
struct PresenceTests {
  private var log = CaseLog()
  private let report: UInt64

  init() {
    log.place("c", "country")
    log.place("r", "region", in: "c")
    log.place("t", "town", in: "r")
    log.source("ap")
    log.source("xs", class: "armed-actor", interest: ["x"])
    report = log.report("ap", published: "2023-12-31")
  }

  @discardableResult
  private mutating func claim(
    _ content: String, _ edtf: String, place: String? = "t", from: String? = nil, grade: String = "B2",
    read: UInt64? = nil, refs: JSON? = nil, stance: String? = nil
  ) -> UInt64 {
    log.add(
      "claim.presence",
      .some(
        ("content", .text(content)), ("actor", "x"), ("from_place", from.map { .text($0) }),
        ("stance", stance.map { .text($0) })),
      occurred: ["edtf": .text(edtf)], place: place.map { ["id": .text($0)] },
      said: CaseLog.said(in: read ?? report), grade: grade, refs: refs)
  }

  @discardableResult
  private mutating func withdraw(_ phase: String, _ edtf: String, place: String, except: [String] = []) -> UInt64 {
    log.add(
      "withdrawal",
      .some(
        ("phase", .text(phase)), ("provider", "x"),
        ("except", except.isEmpty ? nil : .list(except.map { .text($0) }))),
      occurred: ["edtf": .text(edtf)], place: ["id": .text(place)], said: CaseLog.said(in: report), grade: "B2")
  }

  @discardableResult
  private mutating func attack(_ mode: String, _ day: String, role: String = "perpetrator", certainty: String = "named")
    -> UInt64
  {
    log.add(
      "attack", ["mode": .text(mode), "form": "single", "target": "armed-forces"], occurred: ["edtf": .text(day)],
      place: ["id": "t"], parties: [["actor": "x", "role": .text(role), "certainty": .text(certainty)]],
      said: CaseLog.said(in: report), grade: "B2")
  }

  private func answer(
    _ place: String = "t", at day: String, known: UInt64? = nil, published: String? = nil
  ) throws -> (Row, (String) -> String) {
    let facts = References(Replay(log.events, known: known, published: published.flatMap { Day($0) }))
    let answer = Presence.answer([place], at: try #require(Day(day)), facts: facts, profile: .default1)
    let row = try #require(answer.rows.first)
    #expect(answer.rows.count == 1)
    return (row, { answer.cell($0, of: row).description })
  }

  @Test
  mutating func `who was seen within the window is present, and stale after it`() throws {
    let seen = claim("govern", "2023-01-10")
    let (row, cell) = try answer(at: "2023-04-10")
    #expect(row.key == "t/x")
    #expect(cell("status") == "present")
    #expect(cell("does") == "govern")
    #expect(cell("since") == "2023-01-10")
    #expect(row.because == [Reason("W1-said-to-be-there", [seen])])
    #expect(row.roots == 1)
    let (old, then) = try answer(at: "2023-04-11")
    #expect(then("status") == "stale")
    #expect(then("does") == "")
    #expect(then("did") == "govern (2023-01-10)")
    #expect(old.because.last == Reason("W8-stale", points: 91, since: Day("2023-01-10")))
  }

  @Test
  mutating func `an arrival counts from its latest bound, and is possible before it`() throws {
    let arrival = claim("arrive", "2023-05")
    let (row, cell) = try answer(at: "2023-05-15")
    #expect(cell("status") == "possible")
    #expect(cell("possible") == "arrive")
    #expect(row.because == [Reason("W3-change-possible", [arrival])])
    #expect(try answer(at: "2023-05-31").1("since") == "2023-05-31")
    #expect(try answer(at: "2023-04-30").1("status") == "unknown: no evidence")
  }

  @Test
  mutating func `a move is told at both ends, and leaves it open whether all went`() throws {
    claim("base", "2023-04-01", place: "r")
    claim("move", "2023-05-01", place: "t", from: "r")
    #expect(try answer(at: "2023-05-02").1("from_places") == "r")
    #expect(try answer(at: "2023-05-02").1("status") == "present")
    #expect(try answer("r", at: "2023-05-02").1("status") == "moved")
    #expect(try answer("r", at: "2023-05-02").1("to_places") == "t")
    claim("active", "2023-05-03", place: "r")
    #expect(try answer("r", at: "2023-05-04").1("status") == "present")
  }

  @Test
  mutating func `a departure clears what was seen until then, not what is seen after`() throws {
    let before = claim("active", "2023-05-01")
    let departure = claim("depart", "2023-05-10")
    let (row, cell) = try answer(at: "2023-05-12")
    #expect(cell("status") == "left")
    #expect(cell("left") == "2023-05-10")
    #expect(cell("did") == "active (2023-05-01)")
    #expect(row.because == [Reason("W2-left", [departure])])
    #expect(row.ignored == [Ignored(before, "W2-before-it-left")])
    claim("active", "2023-05-20")
    #expect(try answer(at: "2023-05-21").1("status") == "present")
    #expect(try answer(at: "2023-05-21").1("since") == "2023-05-20")
  }

  @Test
  mutating func `a completed withdrawal holds inside, but for exceptions; one that has begun is leaving`() throws {
    claim("active", "2023-05-01")
    let begun = withdraw("begun", "2023-05-05", place: "t")
    let (row, cell) = try answer(at: "2023-05-06")
    #expect(cell("status") == "leaving")
    #expect(cell("leaving_since") == "2023-05-05")
    #expect(row.because.contains(Reason("W2-leaving", [begun])))
    withdraw("completed", "2023-05-10", place: "c", except: ["r"])
    #expect(try answer(at: "2023-05-11").1("status") == "leaving")
    let all = withdraw("completed", "2023-05-12", place: "c")
    let (gone, then) = try answer(at: "2023-05-13")
    #expect(then("status") == "left")
    #expect(gone.because == [Reason("W2-left-cascade", [all])])
    withdraw("reversed", "2023-05-14", place: "t")
    #expect(try answer(at: "2023-05-15").1("status") == "present")
  }

  @Test
  mutating func `violence on the spot is presence; fire from afar and a mere suspicion are not`() throws {
    attack("shelling", "2023-05-01")
    attack("battle", "2023-05-01", certainty: "suspected")
    attack("attack-on-civilians", "2023-05-01", role: "participant")
    #expect(try answer(at: "2023-05-02").1("status") == "unknown: no evidence")
    let fight = attack("battle", "2023-05-03", role: "side-b")
    let (row, cell) = try answer(at: "2023-05-04")
    #expect(cell("does") == "fight")
    #expect(row.because == [Reason("W1-violence", [fight])])
  }

  @Test
  mutating func `the place of sexual violence is not told by presence, a concern is none`() throws {
    for (act, status, form) in [
      ("sexual-violence", "verified", nil), ("killing", "verified", "rape"), ("killing", "concern", nil),
    ] as [(String, String, String?)] {
      log.add(
        "abuse",
        [
          "acts": [.some(("act", .text(act)), ("perpetrator", "x"), ("form", form.map { .text($0) }))],
          "status": .text(status),
        ], occurred: ["edtf": "2023-05-01"], place: ["id": "t"], said: CaseLog.said(in: report), grade: "B2")
    }
    #expect(try answer(at: "2023-05-02").1("status") == "unknown: no evidence")
    log.add(
      "abuse", ["acts": [["act": "killing", "perpetrator": "x", "certainty": "presumed"]], "status": "reported"],
      occurred: ["edtf": "2023-05-01"], place: ["id": "t"], said: CaseLog.said(in: report), grade: "B2")
    #expect(try answer(at: "2023-05-02").1("does") == "violence")
    #expect(try answer(at: "2023-05-02").1("certainty") == "presumed")
  }

  @Test
  mutating func `a posture and own words show no presence`() throws {
    claim("posture", "2023-05-01", stance: "observing")
    log.add(
      "claim.statement", ["act": "positions-itself", "speaker": "x"], occurred: ["edtf": "2023-05-01"],
      place: ["id": "t"], said: CaseLog.said(in: report), grade: "B2")
    let (_, cell) = try answer(at: "2023-05-02")
    #expect(cell("status") == "posture")
    #expect(cell("does") == "positions-itself, posture")
    #expect(cell("stance") == "observing")
    #expect(cell("last_seen") == "")
  }

  @Test
  mutating func `what is said of the area around sets nothing`() throws {
    let around = claim("govern", "2023-05-01", place: "r")
    let (row, cell) = try answer(at: "2023-05-02")
    #expect(cell("status") == "unknown: no evidence")
    #expect(cell("around") == "x in r: govern")
    #expect(row.ignored == [Ignored(around, "W5-said-of-the-area-around")])
    claim("active", "2023-05-01")
    #expect(try answer(at: "2023-05-02").1("around") == "r: govern")
  }

  @Test
  mutating func `a better graded account that contradicts dates the row, both stand side by side`() throws {
    let wrong = claim("move", "2023-05-01", grade: "D4")
    #expect(try answer(at: "2023-05-02").1("status") == "present")
    let right = claim("move", "2015-06-01", refs: [CaseLog.ref("contradicts", wrong)])
    let (row, cell) = try answer(at: "2023-05-02")
    #expect(cell("status") == "stale")
    #expect(cell("last_seen") == "2015-06-01")
    #expect(cell("by_account") == "#\(wrong): move 2023-05-01, #\(right): move 2015-06-01")
    #expect(row.because.contains(Reason("W6-outweighed", [wrong])))
    #expect(row.against == [Reason("W6-contradicts", [right], rivals: [wrong])])
    log.add("retract", ["reason": "another group"], refs: [CaseLog.ref("retracts", right)])
    #expect(try answer(at: "2023-05-02").1("status") == "present")
  }

  @Test
  mutating func `an account that only a better one about others contradicts is disputed`() throws {
    let wrong = claim("move", "2023-05-01", grade: "D4")
    claim("move", "2015-06-01", place: "r", refs: [CaseLog.ref("contradicts", wrong)])
    #expect(try answer(at: "2023-05-02").1("status") == "disputed")
  }

  @Test
  mutating func `only its own word is a claim, and nothing of grade E or 5 counts`() throws {
    let own = log.report("xs", published: "2023-06-01")
    let weak = claim("active", "2023-05-01", grade: "E2")
    #expect(try answer(at: "2023-05-02").0.ignored == [Ignored(weak, "W9-no-points")])
    let boast = claim("active", "2023-05-01", read: own)
    let (row, cell) = try answer(at: "2023-05-02")
    #expect(cell("status") == "claimed")
    #expect(row.because.last == Reason("W7-interested-only", [boast]))
    claim("active", "2023-04-20")
    #expect(try answer(at: "2023-05-02").1("status") == "present")
    #expect(try answer(at: "2023-05-02").1("last_seen") == "2023-04-20")
  }

  @Test
  mutating func `a correction, a retraction and both clocks are respected`() throws {
    let late = log.report("ap", published: "2024-02-01")
    let seen = claim("active", "2023-05-01", read: late)
    let known = log.size
    log.add(
      "correct", ["changes": [["field": "occurred.edtf", "old": "2023-05-01", "new": "2023-04-01"]], "reason": "r"],
      refs: [CaseLog.ref("corrects", seen)])
    let corrected = log.size
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", seen)])
    #expect(try answer(at: "2023-05-02", known: seen).1("status") == "unknown: no evidence")
    #expect(try answer(at: "2023-05-02", known: known).1("last_seen") == "2023-05-01")
    #expect(try answer(at: "2023-05-02", known: corrected).1("last_seen") == "2023-04-01")
    #expect(try answer(at: "2023-05-02").0.ignored == [Ignored(seen, "R1", cause: corrected)])
    #expect(try answer(at: "2023-05-02", known: known, published: "2024-01-31").1("status") == "unknown: no evidence")
    #expect(try answer(at: "2023-05-02", known: known, published: "2024-02-01").1("status") == "present")
  }

  @Test
  mutating func `relays of one report are one root, and a certain end of its being there is the end`() throws {
    log.source("relay")
    let relay = log.report("relay", published: "2023-12-31", from: [report])
    claim("active", "2023-05-01")
    claim("active", "2023-05-01", read: relay)
    #expect(try answer(at: "2023-05-02").0.roots == 1)
    log.add(
      "claim.presence", ["content": "active", "actor": "x"],
      occurred: ["edtf": "2023-01/2023-06", "precision": "precise", "ends": true], place: ["id": "r"],
      said: CaseLog.said(in: report), grade: "B2")
    #expect(try answer("r", at: "2023-06-30").1("status") == "present")
    #expect(try answer("r", at: "2023-07-01").1("status") == "left")
    #expect(try answer("r", at: "2023-07-01").1("left") == "2023-06-30")
  }

  @Test
  mutating func `the reasons name who took it, what was reversed, excepted or moved, and what has no date`() throws {
    func control(_ content: String, _ day: String) -> UInt64 {
      log.add(
        "claim.control", ["content": .text(content), "actor": "x"], occurred: ["edtf": .text(day)],
        place: ["id": "t"], said: CaseLog.said(in: report), grade: "B2")
    }
    #expect(try answer(at: "2023-05-01").0.because == [Reason("W0-no-evidence")])
    let (gain, hold) = (control("gain", "2023-05-01"), control("hold", "2023-05-02"))
    #expect(try answer(at: "2023-05-02").0.because == [Reason("W1-takes-or-holds", [gain, hold])])
    let begun = withdraw("begun", "2023-05-03", place: "t")
    let back = withdraw("reversed", "2023-05-04", place: "t")
    let excepting = withdraw("completed", "2023-05-05", place: "c", except: ["t"])
    let sometime = claim("active", "2023-05")
    let undated = log.add(
      "claim.presence", ["content": "active", "actor": "x"], place: ["id": "t"],
      said: CaseLog.said(in: log.report("ap")), grade: "B2")
    let (row, cell) = try answer(at: "2023-05-06")
    #expect(cell("status") == "present")
    #expect(cell("leaving_since") == "")
    #expect(
      row.because == [
        Reason("W1-takes-or-holds", [gain, hold]), Reason("W2-leaving", [begun]), Reason("W2-reversed", [back]),
      ])
    #expect(
      row.ignored == [
        Ignored(excepting, "W2-excepted-place"), Ignored(sometime, "W3-within-bounds"), Ignored(undated, "W3-undated"),
      ])
    let moved = claim("move", "2023-05-10", place: "t", from: "r")
    #expect(try answer("r", at: "2023-05-11").0.because.contains(Reason("W2-moved-away", [moved])))
  }

  @Test
  mutating func `how strong it is, is what the newest account says`() throws {
    for (day, intensity) in [("2023-05-02", "high"), ("2023-05-01", "low")] {
      log.add(
        "claim.presence", ["content": "active", "actor": "x", "intensity": .text(intensity)],
        occurred: ["edtf": .text(day)], place: ["id": "t"], said: CaseLog.said(in: report), grade: "B2")
    }
    claim("active", "2023-05-03")
    #expect(try answer(at: "2023-05-04").1("intensity") == "high")
  }
}
