import Ledger
import Testing
import TransparencyLog
import ViewStore
import Views
import Vocabulary

/// The withdrawal of the mission, corroboration and provenance in the Mali case, as EXPECTED.md says.
@Suite
struct ClaimTests {
  private func security(_ place: String, _ provider: String, at day: String) throws -> (Answer, Row) {
    let answer = try MaliCase.shared.get().ask("security", [place], at: day).answer
    return (answer, try #require(answer.rows.first { $0.key == place + "/" + provider }))
  }

  @Test func `the mission was drawing down in August 2023, and a vacuum was stated`() throws {
    let mali = try MaliCase.shared.get()
    let (answer, row) = try security("ML", "minusma", at: "2023-08-25")
    func cell(_ column: String) -> String { answer.cell(column, of: row).description }
    #expect(cell("phase") == "begun")
    #expect(cell("phase_since") == "2023-07-01")
    #expect(cell("requested") == "2023-06-16")
    #expect(cell("ordered") == "2023-06")
    #expect(cell("mandate_ended") == "2023-06-30")
    #expect(cell("successor") == "")
    #expect(cell("claimants") == "jnim")
    #expect(mali.names("S3-vacuum-stated", row.because) == ["a14", "u-hrw-vacuum"])
    #expect(mali.names("S4-claims-to-fill", row.because) == ["a15", "u-rfi-sole"])
    let (later, end) = try security("ML", "minusma", at: "2023-12-31")
    #expect(later.cell("completed", of: end).description == "2023-12-31")
  }

  @Test(arguments: [
    ("ogossagou", "2023-08-03"), ("ber", "2023-08-13"), ("goundam-town", "2023-08-16"), ("menaka-town", "2023-08-25"),
    ("tessalit-town", "2023-10-21/2023-10-22"), ("aguelhok", "2023-10-23"), ("kidal-town", "2023-10-31"),
    ("ansongo-town", "2023-11-18"), ("tombouctou-town", "2023-12-28"),
  ])
  func `each camp was left on its own day, whenever the mission as a whole ended`(camp: String, day: String) throws {
    let (answer, row) = try security(camp, "minusma", at: "2024-06-30")
    #expect(answer.cell("completed", of: row).description == day)
    #expect(answer.cell("phase_since", of: row).description == String(day.suffix(10)))
  }

  @Test func `Kidal is 31 October only by a correction`() throws {
    let mali = try MaliCase.shared.get()
    let correction = try mali.position("l-correct-kidal")
    let before = try mali.ask("security", ["kidal-town"], at: "2024-06-30", asOf: .position(correction - 1)).answer
    let row = try #require(before.rows.first { $0.key == "kidal-town/minusma" })
    #expect(before.cell("completed", of: row).description == "2023-11-01")
    let (_, now) = try security("kidal-town", "minusma", at: "2024-06-30")
    #expect(mali.ignored("R1", now) == ["u-left-kidal"])
  }

  @Test func `French forces and Wagner have their phases`() throws {
    let (answer, french) = try security("ML", "french-forces", at: "2023-08-25")
    #expect(answer.cell("ordered", of: french).description == "2022-02-18")
    #expect(answer.cell("completed", of: french).description == "2022-08-15")
    let (later, wagner) = try security("ML", "wagner", at: "2025-12-31")
    #expect(later.cell("announced", of: wagner).description == "2025-06-06")
    #expect(later.cell("successor", of: wagner) == .list(["africa-corps"]))
  }

  /// A proposition with its status, how many roots stand for it, and who stands against it.
  static let propositions: [(name: String, status: String, roots: Int, against: [String])] = [
    ("u-doubled-ap", "single", 1, []), ("a19", "relay-only", 0, ["u-ap-attacks"]),
    ("a12", "relay-only", 0, ["u-ap-moved"]), ("a12b", "relay-only", 0, ["u-ap-moved"]), ("a3", "single", 1, []),
    ("a14", "single", 1, []), ("u-voa-tidermene", "corroborated", 2, []),
    ("u-moura-ohchr", "disputed", 2, ["u-moura-gov"]), ("a22", "disputed", 1, ["a23"]),
    ("u-pam-signed", "refuted", 1, ["u-k-signed-may", "u-pax-signed"]),
  ]

  @Test(arguments: propositions)
  func `roots for and against a proposition are as the case expects`(
    name: String, status: String, roots: Int, against: [String]
  ) throws {
    let mali = try MaliCase.shared.get()
    let answer = try mali.ask("corroboration", [name], at: "2024-06-30").answer
    let row = try #require(answer.rows.first)
    #expect(row.key == "#\(try mali.position(name))")
    #expect(answer.cell("status", of: row) == .text(status))
    #expect(row.roots == roots)
    #expect(mali.names("C2-against", row.against) == against)
  }

  @Test func `seven outlets that say ISGS doubled its territory are one root`() throws {
    let mali = try MaliCase.shared.get()
    let answer = try mali.ask("corroboration", ["u-doubled-ap"], at: "2024-06-30").answer
    let row = answer.rows[0]
    #expect(
      mali.names("C1-for", row.because) == [
        "a1-url", "u-doubled-ap", "u-doubled-kvia", "u-doubled-national", "u-doubled-nova", "u-doubled-rfi",
        "u-doubled-wrn",
      ])
    #expect(answer.cell("roots_for", of: row) == .list(["report:\(try mali.position("r-poe"))"]))
    #expect(mali.ignored("C4-altered-by-the-relay", row) == ["u-doubled-aljazeera"])
  }

  @Test func `a statement leads to its report, paragraph and root`() throws {
    let mali = try MaliCase.shared.get()
    for (name, way) in [("u-national-ansongo", ["r-national", "r-ap", "r-poe"]), ("a1", ["r-seed", "r-ap", "r-poe"])] {
      let question = Question(
        "provenance", subjects: ["#\(try mali.position(name))"], at: try #require(Day("2024-06-30")))
      let explained = try mali.views.explain("#\(try mali.position(name))", question, of: mali.ledger)
      let exhibit = try #require(explained.exhibits[try mali.position(name)])
      let testimony = try #require(exhibit.testimony)
      #expect(testimony.root.path.map(mali.name) == way)
      #expect(testimony.root.inferred.map(mali.name) == (name == "a1" ? ["r-seed"] : []))
      #expect(testimony.said.locator?.value == (name == "a1" ? "1" : "2"))
      #expect(testimony.root.text == "report:\(try mali.position("r-poe"))")
      #expect(exhibit.leafHash == (try mali.ledger.leafHash(at: exhibit.position)).bytes)
      #expect(testimony.evidence.map(\.isKept) == (name == "a1" ? false : nil))
    }
  }
}
