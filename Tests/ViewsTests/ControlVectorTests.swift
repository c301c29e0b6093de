import TestSupport
import Testing
import Vocabulary

@testable import Views

/// The 21 published answers of the control vectors, asked on both readings of known time.
@Suite(.enabled(if: SharedData.isPresent))
struct ControlVectorTests {
  static let scenarios = SharedData.isPresent ? (try? ControlVectors.scenarios()) ?? [] : []

  @Test
  func `the vectors hold eight scenarios with 21 answers`() {
    #expect(Self.scenarios.count == 8)
    #expect(Self.scenarios.map(\.queries.count).reduce(0, +) == 21)
  }

  @Test(arguments: scenarios)
  func `every answer comes out as published, as the public knew`(scenario: ControlVectors.Scenario) throws {
    for query in scenario.queries {
      let day = try #require(Day(query["K"].text))
      try check(query, in: scenario, Replay(scenario.log.events, published: day))
    }
  }

  @Test(arguments: scenarios)
  func `every answer comes out as published, as the ledger knew`(scenario: ControlVectors.Scenario) throws {
    for query in scenario.queries {
      let day = query["K"].text
      let known = scenario.known(by: day)
      try check(query, in: scenario, Replay(scenario.log.events, known: known))
    }
  }

  private func check(_ query: JSON, in scenario: ControlVectors.Scenario, _ facts: Replay) throws {
    let area = query["area"].text
    let day = try #require(Day(query["V"].text))
    let answer = Control.answer([area], at: day, facts: References(facts), profile: .default1)
    let row = try #require(answer.rows.first)
    let asked = "\(scenario.name) \(area) V=\(day) K=\(query["K"])"
    for column in ["status", "controller", "confidence", "freshness", "extent"] {
      let expected = query[column].isPresent ? Cell.text(query[column].text) : .none
      #expect(answer.cell(column, of: row) == expected, "\(asked): \(column)")
    }
    for column in ["influence", "claimants"] {
      #expect(answer.cell(column, of: row) == .list(query[column].items.map(\.text)), "\(asked): \(column)")
    }
    let because = row.because.map { Self.published($0, scenario.names) }
    #expect(because == query["because"].items.map(Self.sorted), "\(asked): because")
    let ignored = row.ignored.map { Self.published($0, scenario.names) }
    #expect(ignored == query["ignored"].items, "\(asked): ignored")
  }

  /// A reason as the vectors write it.
  private static func published(_ reason: Reason, _ names: [UInt64: String]) -> JSON {
    func named(_ events: [UInt64]) -> JSON { .list(events.map { names[$0] ?? "?" }.sorted().map { .text($0) }) }
    let rule = JSON.text(reason.rule)
    let actors = JSON.list(reason.actors.map { .text($0) })
    let points = reason.points.map { JSON.number($0) } ?? .null
    return switch reason.rule.prefix(while: { $0 != "-" }) {
    case "R8": [rule, [named(reason.events), named(reason.rivals)], actors]
    case "R5", "R7": [rule, named(reason.events).items[0], actors.items[0]]
    case "R11": [rule, .text(reason.since?.description ?? ""), points]
    case "R13", "R14": [rule, named(reason.events), actors]
    default: [rule, named(reason.events), points]
    }
  }

  /// The events of a published reason, sorted, since their order says nothing.
  private static func sorted(_ reason: JSON) -> JSON {
    .list(
      reason.items.enumerated().map { index, part in
        guard index == 1, !part.items.isEmpty, part.items.allSatisfy({ !$0.text.isEmpty }) else { return part }
        return .list(part.items.map(\.text).sorted().map { .text($0) })
      })
  }

  private static func published(_ ignored: Ignored, _ names: [UInt64: String]) -> JSON {
    [.text(names[ignored.event] ?? "?"), .text(ignored.rule + (ignored.cause.map { "-" + (names[$0] ?? "?") } ?? ""))]
  }
}
