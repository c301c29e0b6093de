import Foundation
import Ledger
import TestSupport
import Testing
import ViewStore
import Views
import Vocabulary

@testable import Exchange
@testable import daybook

/// The sums of imported UCDP files against the totals that UCDP itself has published.
@Suite struct AcceptanceTests {
  /// A cell of the published table.
  private struct Cell {
    var country, year, type: String
    var events, published: Int
    var isEqual: Bool
  }

  /// The figures of those killed in a year.
  private struct Sum: Equatable {
    var single = 0, apart = 0, low = 0, high = 0

    mutating func add(_ line: Totals.Line) {
      guard case .range(let low, let best, let high) = line.figure("killed") else { return }
      // What UCDP counts in a sum and marks as not one event stands beside the sum here.
      if line.form == "single" { single += best ?? 0 } else { apart += best ?? 0 }
      self.low += low ?? 0
      self.high += high ?? 0
    }
  }

  private func cells() throws -> [Cell] {
    let text = String(
      decoding: try SharedData.bytes("data/acceptance/ged_events_vs_ucdp_country_year_v25.1.csv"), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let parts = line.split(separator: ",").map(String.init)
      guard parts.count == 7, let events = Int(parts[4]), let published = Int(parts[5]) else { return nil }
      return Cell(
        country: parts[1], year: parts[2], type: parts[3], events: events, published: published,
        isEqual: parts[6] == "1")
    }
  }

  @Test(.enabled(if: SharedData.isPresent, "needs ../shared"))
  func `sums by country, year and type equal what UCDP publishes, in exactly the cells listed`() throws {
    let bench = try ImportBench()
    defer { bench.end() }
    var request = ImportRequest(.ucdpGED)
    request.dataSet = "bangladesh"
    try bench.take(SharedData.bytes("data/ucdp-ged-bgd/conflict_data_BGD.csv"), request)
    request.dataSet = "car"
    try bench.take(SharedData.bytes("data/ucdp-ged-car-v23.1/GEDEvent_v23_1_CAR.geojson"), request)
    let views = try Following.views(of: bench.ledger)
    let day = try #require(Day("2026-01-01"))
    var sums: [String: Sum] = [:]
    let modes = ["1": "state-based", "2": "non-state", "3": "one-sided"]
    for country in ["Bangladesh", "Central African Republic"] {
      let place = try views.place(written: country, at: day)
      func sum(_ view: String, _ filter: Question.Filter) throws -> [String: Sum] {
        let question = Question(view, filters: [filter], inside: [place], at: day)
        let totals = try views.totals(question, by: .year, from: FollowedLedger(bench.ledger)).totals
        var sums: [String: Sum] = [:]
        for line in totals.lines { sums[line.group, default: Sum()].add(line) }
        return sums
      }
      for (type, mode) in modes {
        for (year, sum) in try sum("attacks", .init(column: "mode", value: mode)) {
          sums["\(country)/\(year)/\(type)"] = sum
        }
      }
      // Who did what to whom: violence against civilians, by the other view, with the same figures.
      let abuses = try sum("abuses", .init(column: "act", value: "one-sided"))
      #expect(
        abuses
          == sums.reduce(into: [:]) { years, sum in
            let parts = sum.key.split(separator: "/")
            if parts[0] == country, parts[2] == "3" { years[String(parts[1])] = sum.value }
          })
      #expect(abuses.values.contains { $0.single > 0 })
    }
    var differing = 0
    let cells = try cells()
    for cell in cells {
      let sum = sums["\(cell.country)/\(cell.year)/\(cell.type)"] ?? Sum()
      #expect(sum.single + sum.apart == cell.events, "\(cell)")
      #expect((sum.single + sum.apart == cell.published) == cell.isEqual, "\(cell)")
      if sum.single + sum.apart != cell.published { differing += 1 }
    }
    #expect(cells.count == 171)
    #expect(differing == 7)
    #expect(sums.values.contains { $0.apart > 0 }, "aggregates stand beside the sums")
    #expect(sums.values.contains { $0.low < $0.single + $0.apart && $0.high > $0.single + $0.apart })
  }
}
