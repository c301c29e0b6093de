import Testing
import ViewStore
import Views
import Vocabulary

/// What changed between two known times of the case, on both clocks.
@Suite
struct ChangesTests {
  private func changes(
    since: Question.Since, asOf: AsOf = .now, publishedBy: String? = nil, at day: String = "2023-08-25"
  ) throws -> (MaliCase, Answer) {
    let mali = try MaliCase.shared.get()
    var question = Question(
      "changes", at: try #require(Day(day)), asOf: asOf, publishedBy: try publishedBy.map { try #require(Day($0)) })
    question.since = since
    return (mali, try mali.views.answer(question, from: FollowedLedger(mali.ledger)).answer)
  }

  private func row(_ name: String, _ mali: MaliCase, _ answer: Answer) throws -> Row {
    let key = "#\(try mali.position(name))"
    return try #require(answer.rows.first { $0.key == key }, "\(name) is no row")
  }

  private func effects(_ row: Row, _ answer: Answer) -> [String] {
    if case .list(let effects) = answer.cell("effects", of: row) { effects } else { [] }
  }

  @Test func `two days of August 2023 let the agency's story in, and say what it did to control`() throws {
    let day = try #require(Day("2023-08-25"))
    let (mali, answer) = try changes(since: .publishedBy(day), publishedBy: "2023-08-27")
    for name in ["u-ap-ansongo", "u-doubled-ap", "u-doubled-kvia", "u-doubled-national", "u-national-ansongo", "r-ap"] {
      #expect(answer.cell("change", of: try row(name, mali, answer)) == .text("entered"), "\(name)")
    }
    let told = effects(try row("u-ap-ansongo", mali, answer), answer)
    #expect(told.contains { $0.hasPrefix("control ML0701: status unknown → controlled") }, "\(told)")
    let menaka = effects(try row("u-ap-menaka", mali, answer), answer)
    #expect(menaka.contains { $0.hasPrefix("control menaka-region: status influence → controlled") }, "\(menaka)")
    let doubled = effects(try row("u-doubled-ap", mali, answer), answer)
    #expect(doubled.contains { $0.hasPrefix("control ML: status") }, "\(doubled)")
    #expect(!doubled.contains { $0.hasPrefix("control ML0701") }, "what is said of the country sets no cercle")
    #expect(!answer.rows.contains { $0.key == "#\((try? mali.position("u-hrw-gao")) ?? 0)" }, "it was public before")
  }

  @Test func `a correction is told with what was said before and what it did`() throws {
    let mali = try MaliCase.shared.get()
    let correction = try mali.position("l-correct-kidal")
    let (_, answer) = try changes(
      since: .asOf(.position(correction - 1)), asOf: .position(correction), at: "2023-12-31")
    #expect(answer.rows.map(\.key) == ["#\(try mali.position("u-left-kidal"))"])
    let row = answer.rows[0]
    #expect(answer.cell("change", of: row) == .text("corrected"))
    #expect(answer.cell("by", of: row) == .events([correction]))
    #expect(answer.cell("was", of: row).description.contains("2023-11-01"))
    #expect(answer.cell("text", of: row).description.contains("2023-10-31"))
    #expect(effects(row, answer).contains { $0.hasPrefix("security kidal") }, "\(effects(row, answer))")
  }

  @Test func `a retraction is told with what retracted it and what it did`() throws {
    let mali = try MaliCase.shared.get()
    let retraction = try mali.position("l-retract-northern-gao")
    let (_, answer) = try changes(since: .asOf(.position(retraction - 1)), asOf: .position(retraction))
    let row = try row("u-national-northern-gao", mali, answer)
    #expect(answer.cell("change", of: row) == .text("retracted"))
    #expect(answer.cell("by", of: row) == .events([retraction]))
    #expect(row.because.map(\.rule) == ["N3-retracted"])
    #expect(effects(row, answer).contains { $0.hasPrefix("control northern-gao: status controlled → unknown") })
  }

  @Test func `between a time and itself nothing changes`() throws {
    let mali = try MaliCase.shared.get()
    let position = try mali.position("u-ap-ansongo")
    let (_, answer) = try changes(since: .asOf(.position(position)), asOf: .position(position))
    #expect(answer.rows.isEmpty)
  }
}
