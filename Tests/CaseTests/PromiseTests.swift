import Testing
import ViewStore
import Views
import Vocabulary

/// The agreement, the calls and the forecasts of the Mali case, as EXPECTED.md says.
@Suite
struct PromiseTests {
  private func row(_ view: String, _ subject: String, _ key: String? = nil, at day: String) throws -> (Answer, Row) {
    let answer = try MaliCase.shared.get().ask(view, [subject], at: day).answer
    let row = answer.rows.first { key == nil || $0.key == key }
    return (answer, try #require(row, "no \(key ?? subject) in \(answer.rows.map(\.key))"))
  }

  @Test func `six statuses by four monitors on four scales stand side by side in August 2023`() throws {
    let answer = try MaliCase.shared.get().ask("agreements", ["algiers-2015"], at: "2023-08-25").answer
    let said = answer.rows.map { row in
      ["provision", "monitor", "scale", "status", "score"].map { answer.cell($0, of: row).description }
    }
    #expect(
      said == [
        ["disarmament", "worldreportnow", "words", "not-fulfilled", ""],
        ["reintegration", "worldreportnow", "words", "not-fulfilled", ""],
        ["demobilisation", "pam", "pam-ordinal", "not-initiated", ""],
        ["whole", "carter-center", "share-of-commitments", "partial", "25"],
        ["whole", "pam", "pam-aggregate", "", "31.25"],
        ["whole", "un-poe-mali", "words", "stalled", ""],
        ["", "", "", "suspended", ""],
      ])
  }

  @Test func `the status of a provision names the event that says it, and nothing later`() throws {
    let mali = try MaliCase.shared.get()
    for (key, name) in [
      ("disarmament/worldreportnow/words", "a13"), ("reintegration/worldreportnow/words", "a13b"),
      ("demobilisation/pam/pam-ordinal", "u-pam-demobilisation"), ("whole/pam/pam-aggregate", "u-pam-score"),
      ("whole/carter-center/share-of-commitments", "u-carter"), ("whole/un-poe-mali/words", "a5"),
    ] {
      let (_, row) = try row("agreements", "algiers-2015", "algiers-2015/" + key, at: "2023-08-25")
      #expect(mali.names("G1-status", row.because) == [name])
    }
    let before = try mali.ask("agreements", ["algiers-2015"], at: "2023-08-24").answer
    #expect(!before.rows.contains { before.cell("provision", of: $0) == .text("disarmament") })
  }

  @Test func `the agreement was signed, suspended by some and denounced by the government`() throws {
    let mali = try MaliCase.shared.get()
    let (signed, in2016) = try row("agreements", "algiers-2015", "algiers-2015", at: "2016-01-01")
    #expect(signed.cell("status", of: in2016) == .text("signed"))
    #expect(signed.cell("since", of: in2016).description == "2015-05-15")
    #expect(signed.cell("joined", of: in2016) == .list(["cma"]))
    #expect(signed.cell("signatories", of: in2016) == .list(["cma", "gov-mali", "platform"]))
    #expect(mali.names("G2-signed", in2016.because) == ["a6", "u-k-signed-may", "u-pam-signed", "u-pax-signed"])
    #expect(in2016.disputes == [try mali.position("l-dispute-pam-date")])
    let (answer, in2023) = try row("agreements", "algiers-2015", "algiers-2015", at: "2023-08-25")
    #expect(answer.cell("since", of: in2023).description == "2022-12-22")
    #expect(answer.cell("suspended", of: in2023) == .list(["2022-12-22 by signatory-movements, cma"]))
    #expect(mali.names("G6-blocked-by", in2023.because) == ["u-carter", "u-suspended"])
    let (later, end) = try row("agreements", "algiers-2015", "algiers-2015", at: "2024-06-30")
    #expect(later.cell("status", of: end) == .text("denounced"))
    #expect(later.cell("denounced", of: end) == .list(["2024-01-25 by gov-mali"]))
  }

  @Test func `what was read in undated reports is not among what the public could know`() throws {
    let answer = try MaliCase.shared.get().ask(
      "agreements", ["algiers-2015"], at: "2023-08-25", publishedBy: "2023-11-09"
    ).answer
    #expect(!answer.rows.contains { answer.cell("monitor", of: $0) == .text("pam") })
    #expect(answer.rows.contains { answer.cell("monitor", of: $0) == .text("un-poe-mali") })
  }

  /// Every call of the case: issuer, addressee and status.
  static let calls: [(name: String, issuer: String, addressee: String, status: String)] = [
    ("a33", "un-poe-mali", "", "open"), ("u-experts-call", "un-special-procedures", "", "open"),
    ("a32", "un-poe-mali", "", "open"), ("a34", "un-poe-mali", "", "open"),
    ("a35", "worldreportnow", "international-community", "open"), ("u-hrw-call", "hrw", "gov-mali", "open"),
    ("u-panel-closed", "un-security-council", "", "done"),
  ]

  @Test(arguments: calls)
  func `each call has its issuer, its addressee and its status`(
    name: String, issuer: String, addressee: String, status: String
  ) throws {
    let (answer, row) = try row("calls", name, at: "2024-06-30")
    #expect(answer.cell("issuer", of: row).description == issuer)
    #expect(answer.cell("addressee", of: row).description == addressee)
    #expect(answer.cell("status", of: row) == .text(status))
    #expect(row.roots == (name == "a33" ? 0 : 1), "the article altered what it rewrites")
  }

  @Test func `the end of the Panel does not answer its call for an inquiry`() throws {
    let mali = try MaliCase.shared.get()
    let (answer, row) = try row("calls", "a33", at: "2024-06-30")
    #expect(mali.names("K3-open", row.because) == ["a33"])
    #expect(answer.cell("changed_by", of: row) == .events([]))
    #expect(mali.names("K8-contradicted", row.against) == ["u-lapresse-terror"])
    let all = try mali.ask("calls", at: "2024-06-30").answer
    #expect(Set(try Self.calls.map { "#\(try mali.position($0.name))" }) == Set(all.rows.map(\.key)))
  }

  @Test func `a forecast of the signatories came true, by the word of an event`() throws {
    let mali = try MaliCase.shared.get()
    let (answer, row) = try row("forecasts", "u-ap-mediation", at: "2024-06-30")
    #expect(answer.cell("outcome", of: row) == .text("came-true"))
    #expect(answer.cell("holder", of: row) == .list(["signatories of the agreement"]))
    #expect(answer.cell("reporters", of: row) == .list(["ap"]))
    #expect(mali.names("F3-outcome", row.because) == ["u-mediation-outcome"])
    let (before, then) = try self.row("forecasts", "u-ap-mediation", at: "2024-01-24")
    #expect(before.cell("outcome", of: then) == .text("open"))
  }

  @Test func `two forecasts of one report oppose each other, and nobody says how either turned out`() throws {
    let mali = try MaliCase.shared.get()
    let (answer, benefit) = try row("forecasts", "a22", at: "2024-06-30")
    #expect(answer.cell("outcome", of: benefit) == .text("open"))
    #expect(answer.cell("proposition", of: benefit).description.hasPrefix("Over time the confrontation"))
    #expect(benefit.roots == 1)
    #expect(mali.ignored("F1-altered-by-the-relay", benefit) == ["a22"])
    #expect(answer.cell("holder", of: benefit) == .list(["some sources", "sources within the government"]))
    #expect(answer.cell("reporters", of: benefit) == .list(["ap", "un-poe-mali", "worldreportnow"]))
    #expect(answer.cell("likelihood", of: benefit) == .list([]))
    #expect(mali.names("F8-contradicted", benefit.against) == ["a23"])
    let (_, growth) = try row("forecasts", "a23", at: "2024-06-30")
    #expect(mali.names("F8-contradicted", growth.against) == ["a22"])
    let all = try mali.ask("forecasts", at: "2024-06-30").answer
    #expect(all.rows.map { mali.name(Subject.position($0.key) ?? 0) } == ["a7", "a22", "a23", "u-ap-mediation"])
  }
}
