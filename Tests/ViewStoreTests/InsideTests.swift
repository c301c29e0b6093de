import Testing
import ViewStore
import Views
import Vocabulary

/// A region that was made out of a cercle: what lies in it, and what lay in the old one, on both sides of the change.
@Suite("What lies in a place lies there on its own day")
struct InsideTests {
  static let leaves: [[UInt8]] = {
    func place(_ key: String, in parent: String?, from: String? = nil, to: String? = nil) -> JSON {
      var payload: JSON = ["key": .text(key), "level": "area", "name": .text(key)]
      for (field, value) in [("parent", parent), ("from", from), ("to", to)] {
        payload[field] = value.map { .text($0) }
      }
      return AnswerTests.leaf("place", payload, at: "2026-01-01T10:00:00Z")
    }
    func happened(_ kind: String, _ payload: JSON, _ place: String, _ edtf: String) -> JSON {
      var leaf = AnswerTests.leaf(kind, payload, at: "2026-01-01T10:00:00Z")
      leaf["occurred"] = ["edtf": .text(edtf)]
      leaf["place"] = ["id": .text(place)]
      leaf["grade"] = ["credibility": 2, "reliability": "B"]
      leaf["said"] = ["chain": [["role": "asserts", "source": "un"]]]
      return leaf
    }
    func attack(_ place: String, _ edtf: String, killed: Int) -> JSON {
      happened(
        "attack", ["counts": [["best": .number(killed), "what": "killed"]], "form": "single", "mode": "raid"], place,
        edtf)
    }
    let killing: JSON = ["acts": [["act": "killing", "perpetrator": "isgs"]], "status": "reported"]
    return [
      place("mali", in: nil), place("gao", in: "mali"), place("menaka", in: "mali", from: "2016-01-19"),
      place("cercle", in: "gao", to: "2016-01-18"), place("cercle", in: "menaka", from: "2016-01-19"),
      place("inekar", in: "cercle"), place("gao-town", in: "gao"),
      attack("inekar", "2012-04-01", killed: 3), attack("inekar", "2020-04-01", killed: 5),
      attack("cercle", "2015/2016", killed: 11), attack("gao-town", "2020-04-01", killed: 7),
      attack("nowhere", "2020-04-01", killed: 100),
      happened("abuse", killing, "inekar", "2012-04-01"), happened("abuse", killing, "inekar", "2020-04-01"),
      happened("claim.control", ["actor": "isgs", "content": "hold"], "inekar", "2010/.."),
      happened("claim.control", ["actor": "gov", "content": "hold"], "gao-town", "2010/.."),
    ].map(\.bytes)
  }()

  private func ask(_ view: String, inside: [String]?, at day: String) throws -> Answer {
    let scratch = try Scratch()
    let log = MemoryLog(InsideTests.leaves)
    try scratch.store().follow(log)
    return try scratch.store().answer(Question(view, inside: inside, at: Day(day)!), from: log).answer
  }

  /// The sum of the best figures of those killed in single incidents.
  private func dead(inside: [String]?, at day: String) throws -> Int {
    let scratch = try Scratch()
    let log = MemoryLog(InsideTests.leaves)
    try scratch.store().follow(log)
    let question = Question("attacks", inside: inside, at: Day(day)!)
    let lines = try scratch.store().totals(question, by: .all, from: log).totals.lines
    guard case .range(_, let best?, _) = lines.first(where: { $0.form == "single" })?.figure("killed") else { return 0 }
    return best
  }

  @Test(arguments: ["2021-01-01", "2026-01-01"])
  func `casualties count in the region of their day, in one only, and none is lost`(day: String) throws {
    let sums = try ["gao", "menaka", "mali"].map { try dead(inside: [$0], at: day) }
    #expect(sums == [3 + 7, 5 + 11, 3 + 7 + 5 + 11])
    #expect(try dead(inside: ["gao", "menaka"], at: day) == sums[2])
    #expect(try dead(inside: nil, at: day) == sums[2] + 100)
  }

  @Test func `abuses count in the region of their day`() throws {
    for (region, when) in [("gao", "2012-04-01"), ("menaka", "2020-04-01")] {
      let answer = try ask("abuses", inside: [region], at: "2026-01-01")
      #expect(answer.rows.map { answer.cell("when", of: $0) } == [.text(when)])
    }
  }

  @Test(arguments: [
    ("2012-01-01", "gao", 2), ("2012-01-01", "menaka", 0), ("2020-01-01", "gao", 1), ("2020-01-01", "menaka", 1),
  ])
  func `places are held in the region in which they lie on the day asked about`(
    day: String, region: String, places: Int
  ) throws {
    let answer = try ask("control", inside: [region], at: day)
    #expect(answer.rows.count == places)
    #expect(answer.rows.allSatisfy { answer.cell("status", of: $0) == .text("controlled") })
    #expect(try ask("control", inside: ["mali"], at: day).rows.count == 2)
  }

  @Test func `a view without places cannot be asked`() throws {
    #expect(throws: ViewStoreError.self) { try ask("corroboration", inside: ["gao"], at: "2020-01-01") }
  }
}
