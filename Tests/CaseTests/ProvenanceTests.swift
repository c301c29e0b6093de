import Foundation
import Ledger
import Testing
import TransparencyLog
import ViewStore
import Views

@testable import daybook

/// Provenance given out as W3C PROV, in both its forms: of the ledger, of one event, of one row.
@Suite
struct ProvenanceTests {
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let python = project.appendingPathComponent(".build/venv/bin/python").path
  private static let hasPeer =
    FileManager.default.isExecutableFile(atPath: python) && run(["-c", "import prov.model"]).status == 0

  private static func run(_ words: [String]) -> (said: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = words
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    guard (try? process.run()) != nil else { return ("it does not start", -1) }
    let said = (try? pipe.fileHandleForReading.readToEnd()).flatMap { $0 } ?? Data()
    process.waitUntilExit()
    return (String(decoding: said, as: UTF8.self), process.terminationStatus)
  }

  private static func export(_ format: String, _ words: [String], ledger: String? = nil) throws -> String {
    let folder = try ledger ?? MaliCase.shared.get().ledger.folder.path
    return try OutputCorpus.output(of: ["export", format] + words + ["--ledger", folder])
  }

  private static func json(_ words: [String]) throws -> [String: [String: [String: Any]]] {
    let object = try JSONSerialization.jsonObject(with: Data(export("prov", words).utf8))
    return try #require(object as? [String: [String: Any]]).compactMapValues { $0 as? [String: [String: Any]] }
  }

  /// What is asked, each with how many events it tells at least.
  static let asked: [[String]] = [
    [], ["--event", "@mali/a1"], ["--row", "control:ML0701", "--at", "2023-08-25"],
    [
      "--row", "control:ML0701", "--row", "security:kidal-town/minusma", "--at", "2024-06-30", "--published-by",
      "2024-01",
    ],
    ["--row", "crsv:@mali/u-moura-crsv/rape/fama/women", "--at", "2024-06-30"], ["--kind", "custody"],
    ["--as-of", "#200"],
  ]

  @Test(.enabled(if: hasPeer, "needs the packages of Tests/requirements.txt"), arguments: asked)
  func `is read alike in both forms by another program, and meets the constraints`(words: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("prov-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try [("prov", "p.json"), ("prov-n", "p.provn")].map { format, name in
      let file = folder.appendingPathComponent(name)
      try Data(Self.export(format, words).utf8).write(to: file)
      return file.path
    }
    let (said, status) = Self.run([Self.project.appendingPathComponent("Tools/prov-check").path] + files)
    #expect(status == 0, "\(said)")
  }

  @Test func `the whole ledger tells each event once, by its leaf`() throws {
    let mali = try MaliCase.shared.get()
    let records = try Self.json([])
    let size = try mali.ledger.size
    let events = (records["entity"] ?? [:]).filter { $0.key.hasPrefix("led:") }
    #expect(events.count == Int(size) && records["activity"]?.count == Int(size))
    #expect(records["wasGeneratedBy"]?.count == Int(size))
    let position = try mali.position("u-moura-crsv")
    let leaf = try mali.ledger.tree().leafHash(at: position).hex
    let told = try #require(events["led:\(leaf)"])
    #expect((told["l:index"] as? [String: String])?["$"] == "\(position)")
  }

  @Test func `one event comes with what it rests on and what bears on it, and with nothing else`() throws {
    let mali = try MaliCase.shared.get()
    let records = try Self.json(["--event", "@mali/a1"])
    let told = Set((records["entity"] ?? [:]).values.compactMap { ($0["l:index"] as? [String: String])?["$"] })
    #expect(told == ["148", "152", "160", "199"], "as a bundle of the same event holds")
    let names = Set((records["entity"] ?? [:]).keys)
    for relation in (records["wasDerivedFrom"] ?? [:]).values {
      #expect(names.contains(relation["prov:usedEntity"] as? String ?? ""), "\(relation)")
    }
    #expect(try mali.position("a1") == 199 || told.contains("\(mali.position("a1"))"))
  }

  @Test func `a row is derived from the events that why names`() throws {
    let mali = try MaliCase.shared.get()
    let words = ["--row", "control:ML0701", "--at", "2023-08-25", "--published-by", "2023-08-27"]
    let records = try Self.json(words)
    let (name, row) = try #require(records["entity"]?.first { $0.key.hasPrefix("row:") })
    #expect(row["l:view"] as? String == "control" && row["l:key"] as? String == "ML0701")
    #expect(row["l:at"] as? String == "2023-08-25" && row["l:publishedBy"] as? String == "2023-08-27")
    let sources = (records["wasDerivedFrom"] ?? [:]).values.filter { $0["prov:generatedEntity"] as? String == name }
      .compactMap { $0["prov:usedEntity"] as? String }
    let answer = try mali.ask("control", ["ML0701"], at: "2023-08-25", publishedBy: "2023-08-27").answer
    let expected = try answer.rows[0].events.map { "led:" + (try mali.ledger.tree().leafHash(at: $0).hex) }
    #expect(!expected.isEmpty && Set(sources) == Set(expected))
    #expect(try Self.export("prov", words) == Self.export("prov", words), "the same question has the same bytes")
  }

  @Test func `nothing that an event says is in it, protected, redacted or not`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("prov-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let ledger = folder.appendingPathComponent("l").path
    func run(_ words: String...) throws { _ = try OutputCorpus.output(of: words + ["--ledger", ledger]) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try OutputCorpus.output(of: ["init", ledger, "--origin", "example.org/prov"])
    try run(
      "append", "source", "--id", "@s1", "--key", "s1", "--class", "person", "--name", "A pseudonym",
      "--protect", "true_name=Awa Exemple", "--protect", "village=Ansongo")
    try run("redact", "@s1", "--field", "village", "--reason", "asked for it", "--authority", "the office")
    for format in ["prov", "prov-n"] {
      for words in [[], ["--event", "@s1"]] {
        let text = try Self.export(format, words, ledger: ledger)
        #expect(text.contains("redact"))
        for secret in ["Awa", "Exemple", "Ansongo", "pseudonym", "true_name", "village", "asked", "the office"] {
          #expect(!text.contains(secret), "\(secret) is in:\n\(text)")
        }
      }
    }
  }
}
