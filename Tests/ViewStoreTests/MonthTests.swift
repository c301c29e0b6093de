import Testing
import ViewStore
import Views
import Vocabulary

@Suite("What begins and ends in a month is read for that month")
struct MonthTests {
  /// A report, and what it says of `places`: that gov holds each since 5 January, and fought there on the other days.
  private func log(_ places: [String], fights: [String]) -> MemoryLog {
    var leaves = [
      AnswerTests.leaf(
        "report", ["published": "2023-12-31", "source": "un", "title": "A report"], at: "2026-01-01T10:00:00Z")
    ]
    func say(_ kind: String, _ payload: JSON, _ place: String, _ day: String, parties: JSON? = nil) {
      var leaf = AnswerTests.leaf(kind, payload, at: "2026-01-02T10:00:00Z")
      leaf["occurred"] = ["edtf": .text(day)]
      leaf["place"] = ["id": .text(place)]
      leaf["grade"] = ["credibility": 1, "reliability": "A"]
      leaf["said"] = ["report": AnswerTests.ref(0)]
      if let parties { leaf["parties"] = parties }
      leaves.append(leaf)
    }
    for place in places {
      say("claim.control", ["actor": "gov", "content": "hold"], place, "2023-01-05")
      for day in fights {
        say(
          "attack", ["mode": "battle"], place, day,
          parties: [["actor": "jnim", "certainty": "named", "role": "perpetrator"]])
      }
    }
    return MemoryLog(leaves.map(\.bytes))
  }

  private let march = Day("2023-03-31")!, june = Day("2023-06-01")!

  @Test func `only the months asked for are read, and what is filed under none`() throws {
    let scratch = try Scratch()
    let log = log(["a", "aa"], fights: ["2023-02-28", "2023-03-01", "2023-06-30", "2023-07-01"])
    try scratch.store().follow(log)
    let snapshot = try scratch.store().snapshot()
    #expect(snapshot.facts("control", subject: "a").map(\.event) == [1, 2, 3, 4, 5])
    #expect(snapshot.facts("control", subject: "a", months: march...june).map(\.event) == [1, 3, 4])
    #expect(snapshot.facts("presence", subject: "a", months: march...june).map(\.event) == [1, 2, 3, 4, 5])
    #expect(snapshot.subjects("control") == ["a", "aa"])
  }

  /// Also the seed of the guard below: a picture in which nothing is outside its window proves nothing.
  @Test(arguments: [Seeded.seeds(1)[0], 7])
  func `a picture that names nothing that does not count says the same otherwise`(_ seed: UInt64) throws {
    let scratch = try Scratch()
    let leaves = RandomLog(200, seed: seed).leaves
    let log = MemoryLog(leaves)
    try scratch.store().follow(log)
    var left = 0
    for day in ["2023-05-20", "2023-06-15", "2023-07-10", "2023-08-25", "2023-10-01"] {
      for known in [60, 120, 199] {
        var question = Question("control", at: Day(day)!, asOf: .position(UInt64(known)))
        var whole = try scratch.store().answer(question, from: log).answer
        question.tellsIgnored = false
        let brief = try scratch.store().answer(question, from: log).answer
        left += whole.rows.reduce(0) { $0 + $1.ignored.count { $0.rule.hasPrefix("R6") } }
        for index in whole.rows.indices { whole.rows[index].ignored = [] }
        #expect(whole == brief, "\(day), \(known)")
      }
    }
    if seed == 7 { #expect(left > 0, "nothing was outside its window, and so nothing was tested") }
  }

  @Test func `two threads say what one says, in the same order`() throws {
    let scratch = try Scratch()
    let places = (100..<230).map { "p\($0)" }
    let log = log(places, fights: ["2023-03-01"])
    try scratch.store().follow(log)
    for asOf in [AsOf.now, .position(101)] {
      let question = Question("control", at: march, asOf: asOf)
      let together = try scratch.store().answer(question, from: log).answer
      #expect(together.rows.map(\.key) == places.prefix(asOf == .now ? 130 : 51).map(\.self))
      for row in together.rows {
        var one = question
        one.subjects = [row.key]
        #expect(try scratch.store().answer(one, from: log).answer.rows == [row])
      }
    }
  }
}
