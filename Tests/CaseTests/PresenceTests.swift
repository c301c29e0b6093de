import Testing
import ViewStore
import Views
import Vocabulary

/// Who was where in the Mali case, as `Tools/cases/mali/EXPECTED.md` says it must come out.
@Suite
struct PresenceTests {
  private func presence(
    _ place: String, _ actor: String, at day: String, publishedBy: String? = nil
  ) throws -> (row: Row, cell: (String) -> String) {
    let answer = try MaliCase.shared.get().ask("presence", [place], at: day, publishedBy: publishedBy).answer
    let row = try #require(answer.rows.first { $0.key == place + "/" + actor }, "\(answer.rows.map(\.key))")
    return (row, { answer.cell($0, of: row).description })
  }

  @Test func `JNIM came to the centre in 2015, whatever the article says of now`() throws {
    let mali = try MaliCase.shared.get()
    let (row, cell) = try presence("central-mali", "jnim", at: "2023-11-09")
    #expect(cell("since") == "2015-12-31")
    #expect(cell("status") == "stale")
    #expect(cell("from_places") == "northern-mali")
    #expect(mali.names("W1-said-to-be-there", row.because) == ["u-ap-moved"])
    #expect(mali.names("W6-outweighed", row.because) == ["a12b"])
    let agency = try mali.position("u-ap-moved")
    #expect(row.against.contains(Reason("W6-contradicts", [agency], rivals: [try mali.position("a12b")])))
    #expect(row.disputes.map(mali.name).contains("l-dispute-a12b"))
    #expect(cell("by_account").hasSuffix("#\(agency): move 2015"))
    // Of ISGS only the article says so, and the agency's story contradicts it.
    #expect(try presence("central-mali", "isgs", at: "2023-11-09").cell("status") == "disputed")
    // A week before the article only the agency could be read.
    #expect(try presence("central-mali", "jnim", at: "2023-11-02", publishedBy: "2023-11-02").row.against.isEmpty)
  }

  @Test func `JNIM exploits Mali and positions itself, the government observes`() throws {
    let mali = try MaliCase.shared.get()
    let (row, cell) = try presence("ML", "jnim", at: "2023-08-25")
    #expect(cell("status") == "present")
    #expect(cell("does") == "active, exploit, positions-itself")
    #expect(mali.names("W1-said-to-be-there", row.because) == ["a11b", "a15"])
    #expect(mali.names("W4-own-words", row.because) == ["u-rfi-sole"])
    let (observer, told) = try presence("ML", "gov-mali", at: "2023-08-25")
    #expect(told("status") == "posture")
    #expect(told("stance") == "observing")
    #expect(mali.names("W4-posture", observer.because) == ["a21", "u-ap-posture"])
  }

  @Test func `the mission was leaving in August, had left Kidal by November, the country in the new year`() throws {
    #expect(try presence("ML", "minusma", at: "2023-08-25").cell("status") == "leaving")
    #expect(try presence("kidal-town", "minusma", at: "2023-11-09").cell("left") == "2023-10-31")
    #expect(try presence("ML", "minusma", at: "2024-01-01").cell("status") == "left")
  }

  @Test func `drug traffickers have bases in Bamako, ISGS came to Tidermene by violence`() throws {
    let mali = try MaliCase.shared.get()
    let (row, cell) = try presence("bamako-town", "criminal-networks", at: "2023-08-25")
    #expect(cell("does") == "base")
    #expect(mali.names("W1-said-to-be-there", row.because) == ["u-nova-bamako"])
    let moved = try presence("northern-mali", "jnim", at: "2023-08-25")
    #expect(moved.cell("status") == "moved")
    #expect(moved.cell("to_places") == "central-mali")
    #expect(try presence("northern-mali", "jnim", at: "2023-09-08").cell("status") == "present")
  }

  @Test func `a place where nobody was seen says what is said around, and names no mission that left the country`()
    throws
  {
    let answer = try MaliCase.shared.get().ask("presence", ["talataye"], at: "2022-08-30").answer
    #expect(answer.rows.map(\.key) == ["talataye"])
    #expect(answer.cell("status", of: answer.rows[0]) == .text("unknown: no evidence"))
  }
}
