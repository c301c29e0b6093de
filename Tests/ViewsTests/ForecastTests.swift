import Testing
import Vocabulary

@testable import Views

/// Who foresaw what, and how it turned out.
@Suite
struct ForecastTests {
  private var log = CaseLog()
  private let panel: UInt64
  private let press: UInt64

  init() {
    log.source("panel")
    log.source("press")
    panel = log.report("panel", published: "2023-08-25")
    press = log.report("press", published: "2024-02-01")
  }

  @discardableResult
  private mutating func assess(
    _ content: String = "forecast", outcome: String? = nil, holder: String? = nil, likelihood: String? = nil,
    confidence: String? = nil, horizon: String? = nil, on edtf: String = "2023-08-25", in report: UInt64? = nil,
    chain: JSON? = nil, _ relation: String? = nil, _ target: UInt64 = 0
  ) -> UInt64 {
    log.add(
      "claim.assessment",
      .some(
        ("content", .text(content)), ("proposition", "It will fall apart."), ("outcome", outcome.map { .text($0) }),
        ("holder", holder.map { .text($0) }), ("likelihood", likelihood.map { .text($0) }),
        ("confidence", confidence.map { .text($0) }), ("horizon", horizon.map { .text($0) })),
      occurred: ["edtf": .text(edtf)], said: CaseLog.said(in: report ?? panel, chain: chain), grade: "B2",
      refs: relation.map { [CaseLog.ref($0, target)] })
  }

  private func answer(_ day: String, _ event: UInt64? = nil, known: UInt64? = nil, published: String? = nil) throws
    -> Answer
  {
    let replay = Replay(log.events, known: known, published: try published.map { try #require(Day($0)) })
    return Forecasts.answer(
      event.map { ["#\($0)"] }, at: try #require(Day(day)), facts: References(replay), profile: .default1)
  }

  private func row(_ event: UInt64, _ day: String = "2024-12-31") throws -> (Row, (String) -> String) {
    let answer = try answer(day, event)
    return (answer.rows[0], { answer.cell($0, of: answer.rows[0]).description })
  }

  @Test
  mutating func `who believes it and who passes it on are two`() throws {
    log.source("outlet")
    let outlet = log.report("outlet", published: "2023-08-26", from: [panel])
    let chain: JSON = [
      ["source": "outlet", "role": "reports"], ["source": "panel", "role": "reports"],
      ["anonymous": "some sources", "role": "believes"],
    ]
    let believed = assess(holder: "sources in the government", in: outlet, chain: chain)
    let (row, cell) = try row(believed)
    #expect(cell("holder") == "sources in the government")
    #expect(cell("reporters") == "outlet, panel")
    #expect(row.roots == 1)
    let unnamed = assess(in: outlet, chain: chain)
    #expect(try self.row(unnamed).1("holder") == "anonymous: some sources")
    let own = assess()
    #expect(try self.row(own).1("holder") == "panel")
    #expect(try self.row(own).1("reporters") == "")
  }

  @Test
  mutating func `likelihood has its range and is not confidence`() throws {
    let first = assess(likelihood: "unlikely", confidence: "high")
    let (_, cell) = try row(first)
    #expect(cell("likelihood") == "unlikely")
    #expect(cell("chance") == "20–45")
    #expect(cell("confidence") == "high")
    assess(likelihood: "likely", in: press, "same", first)
    let (_, both) = try row(first)
    #expect(both("likelihood") == "unlikely, likely")
    #expect(both("chance") == "20–80")
    let unsaid = assess(confidence: "low")
    #expect(try row(unsaid).1("chance") == "")
  }

  @Test(arguments: Likelihood.allCases)
  func `a range is that of the published list`(_ likelihood: Likelihood) throws {
    let code = try #require(CodeListName.likelihood.list.codes.first { $0.code == likelihood.rawValue })
    #expect(code.note.hasPrefix("\(likelihood.percent.lowerBound) to \(likelihood.percent.upperBound) %"))
  }

  @Test(arguments: ["came-true", "came-true-in-part", "did-not-happen", "cannot-be-decided"])
  mutating func `only an event that answers it says how it turned out`(outcome: String) throws {
    let first = assess(outcome: outcome)
    let (own, before) = try row(first)
    #expect(before("outcome") == "open")
    #expect(own.ignored == [Ignored(first, "F7-own-word-is-no-outcome")])
    let answering = assess(outcome: outcome, on: "2024-01-25", in: press, "answers", first)
    let (row, cell) = try row(first)
    #expect(cell("outcome") == outcome)
    #expect(cell("outcome_since") == "2024-01-25")
    #expect(cell("outcome_by") == "#\(answering)")
    #expect(cell("outcome_roots") == "1")
    #expect(row.because == [Reason("F1-account", [first]), Reason("F3-outcome", [answering])])
    #expect(try self.row(first, "2024-01-24").1("outcome") == "open")
    #expect(try answer("2024-12-31").rows.map(\.key) == ["#\(first)"])
    #expect(try self.row(answering).0.key == "#\(first)")
  }

  @Test
  mutating func `rival outcomes are disputed, an open one decides nothing`() throws {
    let first = assess()
    assess(outcome: "open", on: "2023-12-01", in: press, "answers", first)
    #expect(try row(first).1("outcome") == "open")
    let yes = assess(outcome: "came-true", on: "2024-01-25", in: press, "answers", first)
    let no = assess(outcome: "did-not-happen", on: "2024-03-01", in: press, "answers", first)
    let (row, cell) = try row(first)
    #expect(cell("outcome") == "disputed")
    #expect(row.because.contains(Reason("F4-outcomes-differ", [yes], rivals: [no])))
    #expect(try self.row(first, "2024-02-01").1("outcome") == "came-true")
  }

  @Test
  mutating func `a horizon that passes without a word proves nothing`() throws {
    let first = assess(horizon: "2023-12")
    #expect(try row(first, "2023-12-31").1("outcome") == "open")
    let (row, cell) = try row(first, "2024-01-02")
    #expect(cell("outcome") == "horizon-passed")
    #expect(row.because.contains(Reason("F5-horizon-passed", points: 2, since: Day("2023-12-31"))))
    let word = assess(outcome: "did-not-happen", on: "2024-01-05", in: press, "answers", first)
    #expect(try self.row(first).1("outcome") == "did-not-happen")
    #expect(try self.row(first, "2024-01-04").1("outcome") == "horizon-passed")
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", word)])
    #expect(try self.row(first).1("outcome") == "horizon-passed")
  }

  @Test
  mutating func `who judges the own forecast is named`() throws {
    let first = assess()
    let own = assess(outcome: "came-true", on: "2024-01-25", "answers", first)
    #expect(try row(first).0.because.contains(Reason("F6-judged-by-the-forecaster", [own])))
    let other = assess(outcome: "came-true", on: "2024-01-25", in: press, "answers", first)
    let (row, cell) = try row(first)
    #expect(cell("outcome_roots") == "2")
    #expect(row.because.contains(Reason("F3-outcome", [own, other])))
    #expect(!row.because.contains { $0.rule == "F6-judged-by-the-forecaster" })
  }

  @Test
  mutating func `trends, potentials and whatever has a horizon are foresight, causes and perceptions are not`() throws {
    let trend = assess("trend")
    let potential = assess("potential")
    assess("cause")
    assess("perception")
    let effect = assess("effect", horizon: "2024")
    #expect(try answer("2024-12-31").rows.map(\.key) == [trend, potential, effect].map { "#\($0)" })
    #expect(try answer("2023-08-24").rows.isEmpty)
  }

  @Test
  mutating func `who supports a forecast tells of it, who contradicts it stands against it`() throws {
    let first = assess()
    let second = assess(in: press, "supports", first)
    let trend = assess("trend", in: press, "contradicts", first)
    let (row, cell) = try row(first)
    #expect(cell("accounts") == "2")
    #expect(row.events == [first, second])
    #expect(row.roots == 2)
    #expect(row.against == [Reason("F8-contradicted", [trend])])
    #expect(try answer("2024-12-31").rows.map(\.key) == ["#\(first)", "#\(trend)"])
  }

  @Test
  mutating func `retracted, not yet known or not yet public words do not count`() throws {
    let first = assess()
    let word = assess(outcome: "came-true", on: "2024-01-25", in: press, "answers", first)
    func outcome(_ answer: Answer) -> Cell { answer.cell("outcome", of: answer.rows[0]) }
    #expect(outcome(try answer("2024-12-31", first)) == .text("came-true"))
    #expect(outcome(try answer("2024-12-31", first, known: word)) == .text("open"))
    #expect(outcome(try answer("2024-12-31", first, published: "2024-01-31")) == .text("open"))
    let change: JSON = ["field": "payload.outcome", "old": "came-true", "new": "did-not-happen"]
    log.add("correct", ["changes": [change], "reason": "r"], refs: [CaseLog.ref("corrects", word)])
    #expect(outcome(try answer("2024-12-31", first)) == .text("did-not-happen"))
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", first)])
    #expect(outcome(try answer("2024-12-31", first)) == .text("retracted"))
  }

  @Test
  mutating func `a later assessment that takes its place is named, and has a row of its own`() throws {
    let first = assess()
    let next = assess(on: "2023-12-01", in: press, "supersedes", first)
    #expect(try row(first).0.because.contains(Reason("F9-replaced", [next])))
    #expect(try answer("2024-12-31").rows.map(\.key) == ["#\(first)", "#\(next)"])
  }

  @Test
  mutating func `what tells of the same forecast, and an outcome that may have come, are reasons`() throws {
    let first = assess()
    let second = assess(in: press, "same", first)
    let outcome = assess(outcome: "occurred", on: "2024-03", in: press, "answers", first)
    let (row, cell) = try row(first, "2024-03-15")
    #expect(cell("outcome") == "open")
    #expect(
      row.because == [
        Reason("F1-account", [first, second]), Reason("F2-same-forecast", [second]),
        Reason("F10-outcome-possible", [outcome]),
      ])
    #expect(try self.row(first, "2024-03-31").0.because.contains(Reason("F3-outcome", [outcome])))
    #expect(try answer("2024-03-15", 0).rows[0].because == [Reason("F0-no-evidence")])
  }

  @Test
  mutating func `an outcome is so since the first who said it`() throws {
    let first = assess()
    assess(outcome: "occurred", on: "2024-03-01", in: press, "answers", first)
    assess(outcome: "occurred", on: "2024-01-10", in: press, "answers", first)
    let (_, cell) = try row(first)
    #expect(cell("outcome") == "occurred")
    #expect(cell("outcome_since") == "2024-01-10")
  }
}
