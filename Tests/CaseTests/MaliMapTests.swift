import ArgumentParser
import Foundation
import Geometry
import Ledger
import TestSupport
import Testing
import ViewStore
import Views
import Vocabulary

@testable import daybook

/// The maps of the Mali case: with the boundaries that it adopts, where this machine has them, and without.
@Suite struct MaliMapTests {
  private static func map(_ day: String, _ boundaries: Bool = false) throws -> (ControlMap, String) {
    let mali = try (boundaries ? MaliCase.withBoundaries : MaliCase.shared).get()
    let map = try ControlMap(try mali.ask("control", at: day), of: mali.ledger, mali.views)
    return (map, map.svg().inline)
  }

  @Test func `colours and patterns follow from the keys of the actors alone`() {
    let colours = ActorColours(["isgs", "jnim", "famas"].map(Verbatim.init))
    #expect(Set(["isgs", "jnim", "famas"].map { colours[$0] }).count == 3)
    let many = ActorColours((0..<9).map { Verbatim("actor-\($0)") })
    #expect(Set((0..<9).map { many["actor-\($0)"] }).count == 8)
    #expect((0..<9).count { many["actor-\($0)"] == ActorColours.others } == 2)
    #expect(RGB(0xE69F00).text == "#E69F00")
    #expect(RGB(0x000000).whitened(62).text == "#9E9E9E")
  }

  @Test(arguments: [
    (Step.month, "2023-01-31", "2023-04-15", ["2023-01-31", "2023-02-28", "2023-03-31", "2023-04-15"]),
    (.week, "2023-01-01", "2023-01-15", ["2023-01-01", "2023-01-08", "2023-01-15"]),
    (.year, "2024-02-29", "2026-03-01", ["2024-02-29", "2025-02-28", "2026-02-28", "2026-03-01"]),
    (.quarter, "2022-11-30", "2023-03-31", ["2022-11-30", "2023-02-28", "2023-03-31"]),
    (.day, "2023-01-01", "2023-01-01", ["2023-01-01"]),
  ])
  func `steps keep the day of the month where it exists`(step: Step, from: String, to: String, days: [String]) throws {
    let (first, last) = (try #require(Day(from)), try #require(Day(to)))
    #expect(step.days(from: first, to: last).map(\.description) == days)
    #expect(step.count(from: first, to: last) >= days.count)
  }

  @Test(.enabled(if: SharedData.isPresent))
  func `with the adopted boundaries Ansongo is a cercle, and Ménaka's region is what was its cercle`() throws {
    let (map, svg) = try Self.map("2023-11-09", true)
    #expect(map.atlas.cells == nil)
    let file = try #require(map.atlas.adopted.first)
    #expect(file.property == "adm2_pcode")
    #expect(file.places == 22)
    guard case .boundary(let ansongo, _)? = map.atlas.location(of: "ML0701") else {
      Issue.record("Ansongo has no boundary")
      return
    }
    #expect(ansongo.contains(Point(0.5022, 15.6597)))
    guard case .parts(let menaka, let parts)? = map.atlas.location(of: "menaka-region") else {
      Issue.record("Ménaka is not drawn as its parts")
      return
    }
    #expect(parts == ["ML0704"])
    #expect(menaka.contains(Point(2.4022, 15.9182)))
    #expect(svg.contains("Ansongo (ML0701): controlled by isgs, part"))
    #expect(svg.contains("because R10-control-evidence"))
    let again = try Self.map("2023-11-09", true).1
    #expect(again == svg)
    #expect(svg.utf8.count < 80_000)
  }

  @Test(.enabled(if: SharedData.isPresent))
  func `before 2016 Ménaka was a cercle of Gao`() throws {
    let (map, _) = try Self.map("2015-06-30", true)
    guard case .parts(_, let parts)? = map.atlas.location(of: "ML07") else {
      Issue.record("Gao is not drawn as its parts")
      return
    }
    #expect(parts == ["ML0701", "ML0702", "ML0703", "ML0704"])
    #expect(map.atlas.location(of: "menaka-region") == nil)
  }

  @Test func `what no map can show is written below it`() throws {
    let (map, svg) = try Self.map("2023-11-09")
    let unplaced = map.holdings.filter { map.atlas.location(of: $0.row.key) == nil }.map(\.row.key)
    #expect(unplaced.contains("northern-mali"))
    #expect(svg.contains("northern Mali (northern-mali): controlled by rebels-2012, part,"))
  }

  @Test func `changes of hands name their words and roots`() throws {
    let mali = try MaliCase.shared.get()
    let options = try LedgerOptions.parse(["--ledger", mali.folder])
    let asking = try Asking("control", options)
    let sampling = try Sampling(.at, from: #require(Day("2023-08-02")), to: #require(Day("2023-08-04")), step: .day)
    var found: [Handover] = []
    var before: Reading?
    try sampling.play(Question("control", at: sampling.to), asking) { sample in
      if let before { found += try Handover.all(from: before, to: sample, asking) }
      before = sample.reading
      return true
    }
    let ansongo = try #require(found.first { $0.place == "ML0701" })
    #expect(ansongo.day.description == "2023-08-03")
    #expect(ansongo.was.status != "controlled")
    #expect(ansongo.now.hands == ["controlled", "isgs"])
    #expect(ansongo.words.map { mali.name($0.event) } == ["u-ap-ansongo"])
    #expect(ansongo.words.first?.root.contains("Panel of Experts") == true)
  }
}
