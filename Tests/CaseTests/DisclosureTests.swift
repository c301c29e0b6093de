import Foundation
import Ledger
import Testing
import ViewStore
import Views
import Vocabulary

/// Sexual violence in the Mali case: what it says, and that nothing printed names a village unless it is disclosed.
@Suite
struct DisclosureTests {
  private func rows(_ name: String) throws -> (answer: Answer, cells: [[String]]) {
    let answer = try MaliCase.shared.get().ask("crsv", [name], at: "2024-06-30").answer
    let columns = ["form", "perpetrator", "certainty", "victims", "region", "when", "status", "incident", "survivors"]
    return (answer, answer.rows.map { row in columns.map { answer.cell($0, of: row).description } })
  }

  @Test func `Moura appears as Mopti, with at least 58 survivors`() throws {
    #expect(
      try rows("u-moura-crsv").cells == [
        ["rape", "fama", "named", "women", "ML05", "2022-03", "verified", "yes", "at least 58"],
        ["rape", "wagner", "presumed", "women", "ML05", "2022-03", "verified", "yes", "at least 58"],
      ])
    let mali = try MaliCase.shared.get()
    let (answer, _) = try rows("u-moura-crsv")
    #expect(mali.ignored("V4-place-withheld", answer.rows[0]) == ["u-moura-crsv"])
    #expect(answer.cell("basis", of: answer.rows[0]) == .list(["reported"]))
  }

  @Test func `three outlets are one root, two concerns are no incident`() throws {
    let mali = try MaliCase.shared.get()
    let (answer, cells) = try rows("u-reuters-crsv")
    #expect(cells.map { $0[1] } == ["fama", "wagner"])
    #expect(answer.rows.map(\.roots) == [1, 1])
    #expect(mali.names("V1-account", answer.rows[0].because) == ["u-reuters-crsv", "u-lapresse-crsv", "u-rfi-crsv"])
    for (name, region) in [
      ("a30", "menaka-region"), ("a30b", "ML05"), ("u-hrw-crsv-menaka", "menaka-region"), ("u-hrw-crsv-mopti", "ML05"),
    ] {
      let (answer, cells) = try rows(name)
      #expect(cells.map { [$0[0], $0[4], $0[6], $0[7], $0[8]] } == [["unspecified", region, "concern", "no", ""]])
      #expect(mali.names("V5-concern-is-no-incident", answer.rows[0].because) == [name])
    }
    let all = try mali.ask("crsv", at: "2024-06-30").answer
    let incidents = Set(all.rows.filter { all.cell("incident", of: $0) == .flag(true) }.map(\.cells[0]))
    #expect(incidents.count == 2)
  }

  /// Every way to print what was said about the case of Moura.
  static let commands: [[String]] =
    ["crsv", "abuses", "corroboration", "provenance", "changes"].flatMap(commands)
    + ["table", "json"].map { ["show", "@mali/u-moura-crsv", "--format", $0] }
    + ["table", "json", "jsonl", "csv"].map { ["log", "--search", "58 survivors", "--format", $0] }

  private static func commands(_ view: String) -> [[String]] {
    let event = "@mali/u-moura-crsv"
    let day = ["--at", "2024-06-30"]
    let key = ["crsv": "/rape/fama/women", "abuses": "/sexual-violence/fama/women"][view] ?? ""
    var commands: [[String]] = []
    for format in ["table", "json", "jsonl", "csv"] {
      commands.append(["view", view, event, "--format", format] + day)
      commands.append(["diff", view, event, "--from", "#150", "--to", "#300", "--format", format] + day)
    }
    for format in ["table", "json"] { commands.append(["why", view, event + key, "--format", format] + day) }
    return commands
  }

  @Test(arguments: commands)
  func `nothing printed names the village unless it is disclosed`(words: [String]) throws {
    let ledger = ["--ledger", try MaliCase.shared.get().ledger.folder.path]
    let shown = try OutputCorpus.output(of: words + ledger)
    #expect(!shown.isEmpty)
    #expect(!shown.lowercased().contains("moura"), "\(words.joined(separator: " ")):\n\(shown)")
    #expect(!shown.contains("2022-03-27"), "\(words.joined(separator: " "))")
    let disclosed = try OutputCorpus.output(of: words + ["--disclose"] + ledger)
    #expect(disclosed.lowercased().contains("moura"), "\(words.joined(separator: " ")):\n\(disclosed)")
  }

  @Test(arguments: [
    ["--place", "moura"], ["--place", "ML0503"], ["--search", "moura"], ["--search", "women and girls"],
    ["--from", "2022-04-01", "--to", "2022-04-02"],
  ])
  func `what is withheld cannot be asked out of the log`(words: [String]) throws {
    let mali = try MaliCase.shared.get()
    let all = ["log", "--kind", "abuse", "--format", "csv", "--ledger", mali.ledger.folder.path]
    let found = try OutputCorpus.output(of: all + words).split(separator: "\n").map { $0.prefix { $0 != "," } }
    let position = try mali.position("u-moura-crsv")
    #expect(!found.contains("\(position)"))
    for words in [["--place", "ML05"], ["--from", "2022-03-01", "--to", "2022-03-02"], ["--search", "58 survivors"]] {
      #expect(try OutputCorpus.output(of: all + words).contains("\n\(position),"), "\(words)")
    }
  }

  @Test func `an event that is withheld is no object, and its bytes are given only when disclosed`() throws {
    let mali = try MaliCase.shared.get()
    let words = ["show", "@mali/u-moura-crsv", "--ledger", mali.ledger.folder.path]
    let json = try JSONSerialization.jsonObject(with: Data(OutputCorpus.output(of: words + ["--format", "json"]).utf8))
    let shown = try #require(json as? [String: Any])
    #expect(shown["event"] is NSNull)
    #expect(shown["withheld"] as? Bool == true)
    #expect(shown["occurred"] as? String == "2022-03")
    #expect(shown["place"] as? String == "ML05")
    #expect(throws: (any Error).self) { try OutputCorpus.output(of: words + ["--raw"]) }
    let leaf = try mali.ledger.leaf(at: mali.position("u-moura-crsv"))
    #expect(try OutputCorpus.output(of: words + ["--raw", "--disclose"]) == String(decoding: leaf, as: UTF8.self))
    let log = try OutputCorpus.output(
      of: ["log", "--search", "u-moura", "--disclose", "--format", "jsonl", "--ledger", mali.ledger.folder.path])
    #expect(log.isEmpty)
    let lines = try OutputCorpus.output(
      of: ["log", "--search", "58 survivors", "--disclose", "--format", "jsonl", "--ledger", mali.ledger.folder.path])
    #expect(lines.contains(String(decoding: leaf, as: UTF8.self)))
  }

  @Test func `an answer says at which level it was shown`() throws {
    let ledger = ["--ledger", try MaliCase.shared.get().ledger.folder.path]
    let words = ["view", "crsv", "--at", "2024-06-30"]
    #expect(try OutputCorpus.output(of: words + ledger).contains("sexual violence by region and month"))
    #expect(try OutputCorpus.output(of: words + ledger + ["--disclose"]).contains("disclosed in full"))
    let json = try OutputCorpus.output(of: words + ledger + ["--format", "json"])
    #expect(json.contains("\"disclosure\": \"region\""))
    #expect(try OutputCorpus.output(of: words + ledger + ["--disclose", "--format", "csv"]).contains(",full,"))
    #expect(!(try OutputCorpus.output(of: ["view", "control"] + ledger).contains("sexual violence")))
  }

  @Test func `history played along a clock names it no more than the answer does`() throws {
    let words = [
      "replay", "--changes", "--view", "provenance", "--from", "#250", "--to", "#300", "--at", "2024-06-30", "--format",
      "jsonl", "--ledger", try MaliCase.shared.get().ledger.folder.path,
    ]
    let position = try MaliCase.shared.get().position("u-moura-crsv")
    for line in try OutputCorpus.output(of: words).split(separator: "\n")
    where line.contains("\"position\": \(position),") {
      #expect(!line.lowercased().contains("moura"), "\(line)")
    }
  }
}
