import Testing
import Vocabulary

@testable import Views

/// Who the actors are and how they stand to each other, through time.
@Suite
struct ActorTests {
  private var log = CaseLog()
  private let report: UInt64

  init() {
    log.source("ap")
    log.source("x-media", class: "armed-actor", interest: ["x"])
    report = log.report("ap", published: "2023-08-26")
  }

  @discardableResult
  private mutating func actor(
    _ key: String, _ name: String, in parent: String? = nil, from: String? = nil, to: String? = nil,
    aliases: JSON? = nil
  ) -> UInt64 {
    log.add(
      "actor",
      .some(
        ("key", .text(key)), ("name", .text(name)), ("type", "rebel-group"), ("aliases", aliases),
        ("parent", parent.map { .text($0) }), ("from", from.map { .text($0) }), ("to", to.map { .text($0) })))
  }

  @discardableResult
  private mutating func relation(
    _ actor: String, _ relation: String, _ other: String, _ occurred: JSON, in report: UInt64? = nil,
    grade: String = "B2"
  ) -> UInt64 {
    log.add(
      "claim.relation", ["relation": .text(relation), "actor": .text(actor), "other": .text(other)], occurred: occurred,
      said: CaseLog.said(in: report ?? self.report), grade: grade)
  }

  @discardableResult
  private mutating func attack(by: JSON, on: JSON, _ day: String = "2023-08-01", refs: JSON? = nil) -> UInt64 {
    log.add(
      "attack", ["mode": "raid", "form": "single"], occurred: ["edtf": .text(day)], parties: [by, on],
      said: CaseLog.said(in: report), grade: "B2", refs: refs)
  }

  private func answer(_ subjects: [String]? = nil, at day: String = "2023-12-31", known: UInt64? = nil) throws -> Answer
  {
    Actors.answer(
      subjects, at: try #require(Day(day)), facts: References(Replay(log.events, known: known)), profile: .default1)
  }

  private func cells(_ key: String, _ column: String, at day: String = "2023-12-31") throws -> String? {
    let answer = try answer([String(key.split(separator: "/")[0])], at: day)
    return answer.rows.first { $0.key == key }.map { answer.cell(column, of: $0).description }
  }

  @Test mutating func `an actor has the names of the day, and its former ones`() throws {
    actor("g", "Old Group", from: "2012", to: "2016", aliases: [["name": "قديم", "language": "ar", "script": "Arab"]])
    actor("g", "New Group", from: "2017", aliases: [["name": "GN", "language": "fr"]])
    #expect(try cells("g", "name", at: "2015-06-01") == "Old Group")
    #expect(try cells("g", "names", at: "2015-06-01") == "قديم (ar, Arab)")
    #expect(try cells("g", "former_names", at: "2015-06-01") == "")
    #expect(try cells("g", "name") == "New Group")
    #expect(try cells("g", "names") == "GN (fr)")
    #expect(try cells("g", "former_names") == "Old Group")
    #expect(try cells("g", "status", at: "2011-12-31") == "not yet")
    #expect(try cells("g", "name", at: "2011-12-31") == "g")
    #expect(try cells("g", "since") == "2012-01-01")
  }

  @Test mutating func `an actor that ceased keeps its last name`() throws {
    actor("g", "Group", to: "2016-05-01")
    #expect(try cells("g", "name") == "Group")
    #expect(try cells("g", "status") == "ended")
    #expect(try cells("g", "until") == "2016-05-01")
  }

  @Test mutating func `a group that joins another is part of it from then on, and of its wholes`() throws {
    actor("whole", "Whole", in: "top")
    actor("top", "Top")
    actor("old", "Old")
    let before = actor("g", "Group", in: "old", from: "2012")
    let after = actor("g", "Group", in: "whole", from: "2017-03-02")
    #expect(try cells("g", "part_of", at: "2017-03-01") == "old")
    #expect(try cells("g", "part_of", at: "2017-03-02") == "whole, top")
    #expect(try cells("g/part-of/old", "status", at: "2017-03-01") == "holds")
    #expect(try cells("g/part-of/whole", "status", at: "2017-03-01") == nil)
    #expect(try cells("g/part-of/old", "status") == "ended")
    #expect(try cells("g/part-of/old", "until") == "2017-03-01")
    #expect(try cells("g/part-of/whole", "status") == "holds")
    let rows = try answer(["whole"]).rows
    #expect(rows.map(\.key) == ["g/part-of/whole", "whole", "whole/part-of/top"])
    #expect(rows[0].because.first == Reason("V1-register", [after]))
    #expect(try answer(["old"]).rows.first?.because.first == Reason("V1-register", [before]))
  }

  @Test mutating func `a relation stands once, and is the same from both sides`() throws {
    actor("x", "X")
    actor("y", "Y")
    relation("y", "hostile", "x", ["edtf": "2023-01/.."])
    let all = try answer()
    #expect(all.rows.map(\.key) == ["x", "x/hostile/y", "y"])
    #expect(try answer(["x"]).rows[1] == all.rows[1])
    #expect(try answer(["y"]).rows[0] == all.rows[1])
  }

  @Test mutating func `a relation begins, goes on, ends, and is only possible between vague bounds`() throws {
    relation("x", "alliance", "y", ["edtf": "2021-12/2022-06-06", "starts": true, "ends": true])
    #expect(try answer(["x"], at: "2021-11-30").rows.count == 1)
    #expect(try cells("x/alliance/y", "status", at: "2022-01-01") == "holds")
    #expect(try cells("x/alliance/y", "status") == "ended")
    #expect(try cells("x/alliance/y", "until") == "2022-06-06")
    relation("x", "alliance", "y", ["edtf": "2023-02-01"])
    #expect(try cells("x/alliance/y", "status") == "last known")
    #expect(try cells("x/alliance/y", "last_evidence") == "2023-02-01")
    #expect(try cells("x/alliance/y", "since") == "2021-12-01")
    relation("x", "partner", "y", ["edtf": "2023", "precision": "imprecise"])
    #expect(try cells("x/partner/y", "status", at: "2023-06-01") == "possible")
    #expect(try cells("x/partner/y", "status") == "holds")
    #expect(try cells("x/partner/y", "status", at: "2024-01-01") == "last known")
  }

  @Test mutating func `weak or interested evidence only claims`() throws {
    let own = log.report("x-media", published: "2023-08-26")
    actor("x", "X")
    relation("x", "affiliation", "y", ["edtf": "2023-01/.."], in: own)
    #expect(try cells("x/affiliation/y", "strength") == "claimed")
    relation("x", "affiliation", "z", ["edtf": "2023-01/.."], grade: "D3")
    #expect(try cells("x/affiliation/z", "strength") == "claimed")
    relation("x", "affiliation", "z", ["edtf": "2023-01/.."])
    #expect(try cells("x/affiliation/z", "strength") == "established")
    let row = try #require(try answer(["z"]).rows.first)
    #expect(row.roots == 1)
    #expect(row.because.first { $0.rule == "V2-claim" }?.points == 3)
  }

  @Test mutating func `attacks show hostility with a direction, apart from what is said`() throws {
    let by: JSON = ["actor": "x", "role": "perpetrator", "certainty": "named"]
    let first = attack(by: by, on: ["actor": "y", "role": "target"], "2023-07-01")
    attack(by: by, on: ["actor": "y", "role": "target"], "2023-07-01", refs: [CaseLog.ref("same", first)])
    attack(by: by, on: ["actor": "y", "role": "victim"], "2023-08-01")
    attack(by: ["actor": "x", "role": "perpetrator", "certainty": "suspected"], on: ["actor": "z", "role": "victim"])
    attack(by: ["actor": "x", "role": "side-a"], on: ["actor": "w", "role": "side-b"])
    relation("x", "hostile", "y", ["edtf": "2023-01/.."])
    #expect(try answer(["x"]).rows.map(\.key) == ["x", "x/attacks/y", "x/hostile/y"])
    #expect(try cells("x/attacks/y", "incidents") == "2")
    #expect(try cells("x/attacks/y", "incidents", at: "2023-07-31") == "1")
    #expect(try cells("x/attacks/y", "directed") == "yes")
    #expect(try cells("x/attacks/y", "basis") == "incidents")
    #expect(try cells("x/attacks/y", "last_evidence") == "2023-08-01")
    #expect(try cells("x/hostile/y", "directed") == "no")
    #expect(try answer(["y"]).rows.map(\.key) == ["x/attacks/y", "x/hostile/y", "y"])
    #expect(try cells("x/attacks/y", "status") == "holds")
    #expect(try cells("x/attacks/y", "status", at: "2024-08-01") == "last known")
  }

  @Test mutating func `a retracted relation is named in no row, and an unknown actor says so`() throws {
    let first = relation("x", "alliance", "y", ["edtf": "2023-01/.."])
    let second = relation("x", "alliance", "y", ["edtf": "2023-02/.."])
    let retraction = log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", first)])
    let row = try #require(try answer(["x"]).rows.last)
    #expect(row.events == [second])
    #expect(row.ignored == [Ignored(first, "R1", cause: retraction)])
    #expect(try answer(["x"], known: retraction).rows.last?.events == [first, second])
    #expect(try cells("nobody", "status") == "unknown: no evidence")
    #expect(try cells("x", "status") == "not in the register")
  }

  @Test mutating func `the reasons say what a tie rests on, whether that is enough, and what says otherwise`() throws {
    #expect(try answer(["nobody"]).rows[0].because == [Reason("V0-no-evidence")])
    let weak = relation("a", "alliance", "b", ["edtf": "2023-07-01"], grade: "D4")
    let strong = relation("a", "alliance", "c", ["edtf": "2023-07-01"], grade: "A1")
    let shown = attack(by: ["actor": "a", "role": "perpetrator"], on: ["actor": "d", "role": "target"])
    let denied = log.add(
      "claim.relation", ["relation": "hostile", "actor": "a", "other": "b"], occurred: ["edtf": "2023-07-01"],
      said: CaseLog.said(in: report), grade: "B2", refs: [CaseLog.ref("contradicts", weak)])
    let rows = try answer(["a"]).rows
    func row(_ key: String) throws -> Row { try #require(rows.first { $0.key == key }, "\(rows.map(\.key))") }
    for (key, rule, event, end) in [
      ("a/alliance/b", "V2-claim", weak, "V3-claimed"), ("a/alliance/c", "V2-claim", strong, "V3-established"),
      ("a/attacks/d", "V2-incident", shown, "V3-established"),
    ] {
      #expect(try row(key).because.map(\.rule) == [rule, end], "\(key)")
      #expect(try row(key).because[0].events == [event], "\(key)")
    }
    #expect(try row("a/alliance/b").against == [Reason("V4-contradicted", [denied])])
    #expect(try row("a/alliance/c").against.isEmpty)
  }
}
