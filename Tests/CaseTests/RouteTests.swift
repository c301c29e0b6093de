import Testing
import ViewStore
import Views
import Vocabulary

/// The contested routes of the Mali case, as `Tools/cases/mali/EXPECTED.md` says they must come out.
@Suite
struct RouteTests {
  /// One row: the place, its first account, and what it shows.
  struct Expected: Sendable {
    var place: String
    var first: String
    var commodities: [String]
    var contestants: [String]
    var events: [String]
    var direction: [String] = []
    var ends: [String] = []
    var rival: String?
  }

  private static let three = ["criminal-networks", "jihadist-groups", "signatory-movements"]

  static let routes = [
    Expected(
      place: "ML07", first: "a27", commodities: ["trade", "unspecified"], contestants: three, events: ["a27", "a28"],
      rival: "u-hrw-routes-gao"),
    Expected(
      place: "ML08", first: "a27b", commodities: ["trade", "unspecified"], contestants: three, events: ["a27b", "a28b"]),
    Expected(
      place: "ML07", first: "u-hrw-routes-gao", commodities: ["unspecified"], contestants: ["isgs", "jnim"],
      events: ["u-hrw-routes-gao"], rival: "a27"),
    Expected(
      place: "menaka-region", first: "u-hrw-routes-menaka", commodities: ["unspecified"],
      contestants: ["isgs", "jnim"],
      events: ["u-hrw-routes-menaka"]),
    Expected(
      place: "ML", first: "u-nova-route", commodities: ["drugs"], contestants: ["criminal-networks"],
      events: ["u-nova-route"], direction: ["both"], ends: ["gulf-of-guinea", "north-africa"]),
  ]

  @Test(arguments: routes)
  func `each contested route is as the case expects`(expected: Expected) throws {
    let mali = try MaliCase.shared.get()
    let answer = try mali.ask("routes", [expected.place], at: "2023-08-25").answer
    let key = "\(expected.place)/#\(try mali.position(expected.first))"
    let row = try #require(answer.rows.first { $0.key == key }, "\(answer.rows.map(\.key))")
    #expect(answer.cell("status", of: row) == .text("contested"))
    #expect(answer.cell("stake", of: row) == .list(["route"]))
    #expect(answer.cell("commodity", of: row) == .list(expected.commodities))
    #expect(answer.cell("contestants", of: row) == .list(expected.contestants))
    #expect(answer.cell("direction", of: row) == .list(expected.direction))
    #expect(answer.cell("endpoints", of: row) == .list(expected.ends))
    #expect(answer.cell("said_to_hold", of: row) == .list([]), "no account names a leader")
    #expect(mali.names("T1-account", row.because) == expected.events)
    #expect(row.roots == 1)
    let rivals = mali.names("T3-other-contestants", row.against)
    #expect(expected.rival.map { rivals.contains($0) } ?? rivals.isEmpty, "\(rivals)")
  }

  @Test func `who holds Menaka and who exploits Mali stands beside the routes there`() throws {
    let mali = try MaliCase.shared.get()
    let menaka = try mali.ask("routes", ["menaka-region"], at: "2023-08-25").answer
    #expect(menaka.cell("area_held_by", of: menaka.rows[0]) == .list(["isgs (controlled)"]))
    #expect(menaka.rows[0].because.contains { $0.rule == "T4-holds-the-area" })
    #expect(menaka.cell("around", of: menaka.rows[0]) == .list(["ML: route (criminal-networks)"]))
    let country = try mali.ask("routes", ["ML"], at: "2023-08-25").answer
    #expect(country.cell("exploited_by", of: country.rows[0]) == .list(["jnim"]))
    #expect(mali.names("T4-exploits", country.rows[0].because) == ["a15"])
  }

  @Test func `before the agency's story of the panel only the rights group could be read`() throws {
    let mali = try MaliCase.shared.get()
    let answer = try mali.ask("routes", at: "2023-08-25", publishedBy: "2023-08-24").answer
    #expect(
      answer.rows.flatMap { mali.names("T1-account", $0.because) } == ["u-hrw-routes-gao", "u-hrw-routes-menaka"])
    let later = try mali.ask("routes", ["ML07"], at: "2024-06-30").answer
    #expect(Set(later.rows.map { later.cell("status", of: $0).description }) == ["stale"])
  }
}
