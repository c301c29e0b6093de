import Foundation
import Ledger
import Testing
import ViewStore
import Views

@testable import daybook

/// The Mali case given out: every event once, as it stands, and no more of sexual violence than the level allows.
@Suite
struct ExportTests {
  private static let formats = ["geojson", "csv", "parquet-csv", "jsonl", "cloudevents"]

  @discardableResult private static func export(_ words: String...) throws -> String {
    try OutputCorpus.output(of: ["export"] + words + ["--ledger", MaliCase.shared.get().folder])
  }

  @Test func `every event that stands is given once, retracted ones when they are asked for`() throws {
    let mali = try MaliCase.shared.get()
    let size = try mali.ledger.size
    let snapshot = try mali.views.snapshot()
    let retracted = try (0..<size).filter {
      if case .retracted? = try snapshot.standing(of: $0) { true } else { false }
    }
    #expect(!retracted.isEmpty)
    let lines = try Self.export("jsonl").split(separator: "\n")
    #expect(lines.count == Int(size) - retracted.count)
    let all = try Self.export("jsonl", "--retracted").split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(all.compactMap { $0["position"] as? Int } == Array(0..<Int(size)))
    for row in all {
      let position = try #require(row["position"] as? Int)
      let standing = retracted.contains(UInt64(position)) ? ["retracted"] : ["stands", "corrected"]
      #expect(standing.contains(row["standing"] as? String ?? ""))
      #expect(row["events"] as? [Int] == [position] && (row["event_ids"] as? [String])?.count == 1)
      #expect(row["log_size"] as? Int == Int(size) && row["as_of"] as? Int == Int(size) - 1)
    }
  }

  @Test func `a corrected event is given as corrected, and as recorded at an earlier known time`() throws {
    let rows = try Self.export("jsonl").split(separator: "\n").filter { $0.contains("\"standing\":\"corrected\"") }
    let row = try #require(
      rows.first.flatMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] })
    let by = try #require(row["standing_by"] as? Int)
    let position = try #require(row["position"] as? Int)
    let before = try Self.export("jsonl", "--as-of", "#\(by - 1)").split(separator: "\n")
    let earlier = try #require(
      before.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        .first { $0["position"] as? Int == position })
    #expect(earlier["standing"] as? String == "stands" && earlier["log_size"] as? Int == by)
    let own = ["summary", "occurred", "place", "lat", "parties", "figures", "note", "quote", "grade"]
    #expect(own.contains { "\(earlier[$0] ?? "")" != "\(row[$0] ?? "")" }, "\(row)")
  }

  @Test(
    arguments: formats,
    [["--kind", "abuse"], ["--view", "crsv", "--at", "2024-06-30"], ["--view", "abuses", "--at", "2024-06-30"]])
  func `no export names the village unless it is disclosed`(format: String, what: [String]) throws {
    let words = ["export", format] + what + ["--ledger", try MaliCase.shared.get().folder]
    let event = try MaliCase.shared.get().ledger.leaf(at: MaliCase.shared.get().position("u-moura-crsv"))
    let id = try #require(String(decoding: event, as: UTF8.self).firstMatch(of: #/"id":"([0-9a-f]{32})"/#)?.output.1)
    func lines(_ text: String) -> [Substring] { text.split { $0.isNewline }.filter { $0.contains(id) } }
    let shown = lines(try OutputCorpus.output(of: words))
    #expect(!shown.isEmpty)
    for line in shown { #expect(!line.lowercased().contains("moura") && !line.contains("2022-03-27"), "\(line)") }
    let disclosed = lines(try OutputCorpus.output(of: words + ["--disclose"]))
    #expect(disclosed.contains { $0.lowercased().contains("moura") })
  }

  @Test func `a view is given with all its rows, and what each carries`() throws {
    let mali = try MaliCase.shared.get()
    let answer = try mali.ask("control", at: "2023-11-30").answer
    let text = try Self.export("geojson", "--view", "control", "--at", "2023-11-30")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let features = try #require(object?["features"] as? [[String: Any]])
    #expect(features.compactMap { $0["id"] as? String } == answer.rows.map(\.key))
    let drawn = features.filter { !($0["geometry"] is NSNull) }
    #expect(drawn.count > 3)
    for feature in features {
      let properties = try #require(feature["properties"] as? [String: Any])
      #expect(properties["profile"] as? String == "default-1" && properties["at"] as? String == "2023-11-30")
      #expect((properties["events"] as? [Int])?.count == (properties["event_ids"] as? [String])?.count)
    }
  }

  @Test func `a centroid is no point`() throws {
    let text = try Self.export("geojson", "--kind", "attack")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let features = try #require(object?["features"] as? [[String: Any]])
    #expect(features.contains { !($0["geometry"] is NSNull) } && features.contains { $0["geometry"] is NSNull })
    for feature in features where !(feature["geometry"] is NSNull) {
      let properties = try #require(feature["properties"] as? [String: Any])
      #expect((properties["where_prec"] as? Int ?? 1) <= 2, "\(properties)")
    }
  }

  @Test func `a GeoPackage is whole, and its content is checked`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).gpkg").path
    defer { for end in ["", ".sha256"] { try? FileManager.default.removeItem(atPath: path + end) } }
    #expect(try Self.export("gpkg", "--view", "control", "--at", "2023-11-30", "--output", path).isEmpty)
    #expect(try Self.export("gpkg", "--check", path).hasPrefix("OK  "))
    let sidecar = try String(contentsOfFile: path + ".sha256", encoding: .utf8)
    try Self.export("gpkg", "--view", "control", "--at", "2023-11-30", "--output", path)
    #expect(try String(contentsOfFile: path + ".sha256", encoding: .utf8) == sidecar)
    try sidecar.replacing("content-sha256: ", with: "content-sha256: 0").write(
      toFile: path + ".sha256", atomically: true, encoding: .utf8)
    #expect(try Self.export("gpkg", "--check", path).hasPrefix("FAIL  "))
  }
}
