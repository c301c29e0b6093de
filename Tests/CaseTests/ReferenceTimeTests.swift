import Testing
import ViewStore
import Views
import Vocabulary

/// Names and borders of the day asked about, in the Mali case: Ménaka was a cercle of Gao before it was a region.
@Suite
struct ReferenceTimeTests {
  private func subjects(_ view: String, _ word: String, at day: String) throws -> [String] {
    let mali = try MaliCase.shared.get()
    return try mali.views.subjects(
      written: [word], of: try #require(Views.named(view)), at: try #require(Day(day)), in: mali.ledger)
  }

  @Test func `Ménaka is a cercle and a town before the change, and a region besides after it`() throws {
    func candidates(_ day: String) -> [String] {
      do { return try subjects("control", "Ménaka", at: day) } catch {
        guard case .ambiguous(_, _, let found)? = error as? ResolutionError else { return [] }
        return Set(found.map(\.id)).sorted()
      }
    }
    #expect(candidates("2010-12-31") == ["ML0704", "menaka-town"])
    #expect(candidates("2023-08-25") == ["ML0704", "menaka-region", "menaka-town"])
    #expect(try subjects("control", "Cercle de Ménaka", at: "2010-12-31") == ["ML0704"])
    #expect(try subjects("control", "Région de Ménaka", at: "2023-08-25") == ["menaka-region"])
    #expect(throws: ResolutionError.self) { try subjects("control", "Région de Ménaka", at: "2010-12-31") }
    // An alias that only the entry before 2016 has still tells who is meant.
    #expect(try subjects("control", "دائرة ميناكا", at: "2023-08-25") == ["ML0704"])
  }

  @Test(arguments: [
    ("2010-12-31", "ML07", true), ("2010-12-31", "menaka-region", false), ("2023-08-25", "menaka-region", true),
    ("2023-08-25", "ML07", false),
  ])
  func `towns of Ménaka lie in one region on each side of the change`(day: String, region: String, isInside: Bool)
    throws
  {
    let mali = try MaliCase.shared.get()
    var question = Question("control", at: try #require(Day(day)))
    question.inside = [region]
    let inside = try mali.views.answer(question, from: FollowedLedger(mali.ledger)).answer
    #expect(inside.rows.contains { $0.key == "tidermene" } == isInside)
    question.inside = ["ML"]
    let country = try mali.views.answer(question, from: FollowedLedger(mali.ledger)).answer
    #expect(country.rows.count { $0.key == "tidermene" } == 1)
  }

  @Test func `every place of the case that has a region counts in exactly one`() throws {
    let mali = try MaliCase.shared.get()
    let regions = ["ML01", "ML02", "ML03", "ML04", "ML05", "ML06", "ML07", "ML08", "ML09", "menaka-region"]
    for day in ["2010-12-31", "2016-01-18", "2016-01-19", "2023-08-25"] {
      var counts: [String: Int] = [:]
      for region in regions {
        var question = Question("control", at: try #require(Day(day)))
        question.inside = [region]
        for row in try mali.views.answer(question, from: FollowedLedger(mali.ledger)).answer.rows {
          counts[row.key, default: 0] += 1
        }
      }
      #expect(counts.count > 10)
      #expect(counts.values.allSatisfy { $0 == 1 }, "\(day): \(counts.filter { $0.value > 1 })")
    }
  }

  @Test func `an actor's lineage is that of the day`() throws {
    let mali = try MaliCase.shared.get()
    for (day, parts) in [("2016-12-31", [String]()), ("2023-08-25", ["jnim", "al-qaida"])] {
      let answer = try mali.ask("actors", ["katiba-macina"], at: day).answer
      let row = try #require(answer.rows.first)
      #expect(answer.cell("part_of", of: row) == .list(parts))
    }
  }

  @Test func `relations stand as the case says`() throws {
    let mali = try MaliCase.shared.get()
    let answer = try mali.ask("actors", at: "2023-08-25").answer
    func cell(_ key: String, _ column: String) throws -> String {
      answer.cell(column, of: try #require(answer.rows.first { $0.key == key }, "\(key)")).description
    }
    #expect(try cell("jnim/affiliation/al-qaida", "status") == "holds")
    #expect(try cell("isgs/hostile/jnim", "directed") == "no")
    #expect(try cell("fama/partner/wagner", "status") == "holds")
    #expect(try cell("katiba-macina/part-of/jnim", "basis") == "register")
    let late = try mali.ask("actors", ["wagner"], at: "2025-12-31").answer
    let row = try #require(late.rows.first { $0.key == "fama/partner/wagner" })
    #expect(late.cell("status", of: row) == .text("ended"))
  }

  @Test func `the article's outlet relays and alters, and a person's grade stands beside the proposal`() throws {
    let mali = try MaliCase.shared.get()
    let answer = try mali.ask("sources", ["worldreportnow"], at: "2024-06-30").answer
    let row = try #require(answer.rows.first)
    #expect(answer.cell("confirmed", of: row) == .text("D3"))
    #expect(mali.names("Q5-graded-by-a-person", row.because) == ["l-grade-wrn-first", "l-grade-wrn"])
    #expect(
      Set(mali.names("Q3-altered", row.against)).isSuperset(of: [
        "a1", "a3", "a10", "a12", "a12b", "a19", "a22", "a29", "a33",
      ]))
    let panel = try mali.ask("sources", ["un-poe-mali"], at: "2024-06-30").answer
    #expect(!panel.rows[0].events.contains(try mali.position("a12")))
    #expect(panel.rows[0].events.contains(try mali.position("u-doubled-ap")))
  }
}
