import Testing
import ViewStore
import Views
import Vocabulary

/// Attacks, abuses and their figures in the Mali case, as `Tools/cases/mali/EXPECTED.md` says they must come out.
@Suite
struct IncidentTests {
  private func attack(_ name: String) throws -> (answer: Answer, row: Row) {
    let answer = try MaliCase.shared.get().ask("attacks", [name], at: "2024-06-30").answer
    return (answer, try #require(answer.rows.first))
  }

  @Test func `Talataye is one incident of three accounts with a floor of 46`() throws {
    let mali = try MaliCase.shared.get()
    let (answer, row) = try attack("u-talataye-elected")
    #expect(answer.cell("accounts", of: row) == .number(3))
    #expect(answer.cell("killed", of: row) == .range(min: 46, best: nil, max: nil))
    #expect(mali.names("A1-account", row.because) == ["u-talataye-elected", "u-talataye-msa", "u-talataye-local"])
    #expect(mali.names("A2-same-incident", row.because) == ["l-same-talataye-msa", "l-same-talataye-local"])
  }

  @Test func `attacks on signatories are a pattern without a count, disputed`() throws {
    let mali = try MaliCase.shared.get()
    let (answer, row) = try attack("a19")
    #expect(answer.cell("form", of: row) == .text("pattern"))
    #expect(answer.cell("killed", of: row) == .none)
    #expect(row.grade == Admiralty("D3"))
    #expect(row.disputes.map(mali.name) == ["l-dispute-a19"])
  }

  @Test func `aggregates stand beside the sums`() throws {
    let mali = try MaliCase.shared.get()
    let (answer, row) = try attack("u-bbc-two-attacks")
    #expect(answer.cell("form", of: row) == .text("aggregate"))
    #expect(answer.cell("killed", of: row) == .range(min: nil, best: 64, max: nil))
    let position = try mali.position("u-bbc-two-attacks")
    #expect(
      answer.cell("by_account", of: row) == .list(["#\(position): 49 killed (civilians), 15 killed (armed-forces)"]))
    for (name, incidents) in [("u-hrw-gao", 6), ("u-hrw-menaka", 2)] {
      let (answer, row) = try attack(name)
      #expect(answer.cell("form", of: row) == .text("aggregate"))
      #expect(answer.cell("killed", of: row) == .none)
      #expect(answer.cell("other", of: row) == .list(["incidents \(incidents)"]))
    }
    let boat = try attack("u-maliactu-boat").row
    #expect(boat.disputes.map(mali.name) == ["l-dispute-boat"])
    let bamba = try attack("u-bbc-bamba")
    #expect(bamba.answer.cell("killed", of: bamba.row) == .none)
  }

  @Test func `two convoys are never one incident`() throws {
    let mali = try MaliCase.shared.get()
    let ber = try attack("u-ber-convoy")
    #expect(mali.names("A1-account", ber.row.because) == ["u-ber-convoy"])
    #expect(ber.answer.cell("injured", of: ber.row).description == "4")
    #expect(mali.names("A1-account", try attack("u-kidal-convoy").row.because) == ["u-kidal-convoy"])
  }

  @Test func `Moura as the army tells it is a battle, poorly graded`() throws {
    let (answer, row) = try attack("u-moura-gov")
    #expect(answer.cell("mode", of: row) == .text("battle"))
    #expect(answer.cell("killed", of: row) == .range(min: nil, best: 203, max: nil))
    #expect(row.grade == Admiralty("D4"))
  }

  /// What is done, by whom, how sure, to whom, where, how verified, behind which events.
  struct Act: Sendable {
    var name: String
    var cells: [String]
    var events: [String]
    var roots = 1
  }

  static let acts = [
    Act(
      name: "u-moura-ohchr",
      cells: ["summary-execution", "fama", "named", "civilians", "moura", "verified", "300 (at least 501)"],
      events: ["u-moura-ohchr", "u-moura-hrw", "u-moura-yada"], roots: 3),
    Act(
      name: "u-moura-ohchr",
      cells: ["summary-execution", "wagner", "presumed", "civilians", "moura", "verified", "300 (at least 501)"],
      events: ["u-moura-ohchr"]),
    Act(
      name: "u-reuters-crsv", cells: ["sexual-violence", "fama", "named", "women", "ML", "reported", ""],
      events: ["u-reuters-crsv", "u-lapresse-crsv", "u-rfi-crsv"]),
    Act(
      name: "u-reuters-crsv", cells: ["sexual-violence", "wagner", "presumed", "women", "ML", "reported", ""],
      events: ["u-reuters-crsv", "u-lapresse-crsv", "u-rfi-crsv"]),
    Act(
      name: "u-hrw-crsv-menaka", cells: ["sexual-violence", "wagner", "presumed", "", "menaka-region", "concern", ""],
      events: ["u-hrw-crsv-menaka"]),
    Act(
      name: "u-hrw-crsv-mopti", cells: ["sexual-violence", "wagner", "presumed", "", "ML05", "concern", ""],
      events: ["u-hrw-crsv-mopti"]),
    Act(
      name: "a30", cells: ["sexual-violence", "", "unknown", "", "menaka-region", "concern", ""], events: ["a30"]),
    Act(name: "a31", cells: ["unspecified", "", "unknown", "", "ML", "possible", ""], events: ["a31"]),
    Act(
      name: "u-moura-crsv", cells: ["sexual-violence", "fama", "named", "women", "ML05", "verified", ""],
      events: ["u-moura-crsv"]),
  ]

  @Test(arguments: acts)
  func `who did what to whom is as the case expects`(act: Act) throws {
    let mali = try MaliCase.shared.get()
    let answer = try mali.ask("abuses", [act.name], at: "2024-06-30").answer
    let columns = ["act", "perpetrator", "certainty", "victims", "place", "status", "killed"]
    let row = try #require(
      answer.rows.first { row in columns.map { answer.cell($0, of: row).description } == act.cells },
      "\(answer.rows.map { row in columns.map { answer.cell($0, of: row).description } })")
    #expect(mali.names("B1-account", row.because) == act.events)
    #expect(row.roots == act.roots)
    #expect(answer.cell("incident", of: row) == .flag(act.cells[5] != "concern"))
  }

  @Test func `Moura never appears below the region where it tells of sexual violence`() throws {
    let mali = try MaliCase.shared.get()
    let answer = try mali.ask("abuses", ["u-moura-crsv"], at: "2024-06-30").answer
    for row in answer.rows {
      #expect(!row.cells.contains { $0.description.lowercased().contains("moura") })
      #expect(mali.ignored("B4-place-withheld", row) == ["u-moura-crsv"])
      #expect(answer.cell("other", of: row) == .list(["survivors at least 58"]))
    }
  }
}
