import ArgumentParser
import Foundation
import Ledger
import Testing
import Views

@testable import daybook

/// Every output for programs is JSON, and is written down for `Tools/schema-check`, where an independent validator
/// compares it with its schema.
@Suite(.serialized)
struct `every output` {
  /// A command line whose output has a schema.
  struct Line: Sendable, CustomTestStringConvertible {
    var schema: String
    var words: [String]
    /// Whether each line is a document of its own.
    var isLines: Bool { words.contains("jsonl") }
    var testDescription: String { words.joined(separator: " ") }
  }

  static let times = ["--at", "2024-06-30"]

  static let lines: [Line] =
    Views.all.flatMap { view in
      [
        Line(schema: "answer", words: ["view", view.name] + times + ["--format", "json"]),
        Line(schema: "answer_line", words: ["view", view.name] + times + ["--format", "jsonl"]),
        Line(
          schema: "diff",
          words: ["diff", view.name, "--from", "2023-08-20", "--to", "2023-11-30"] + times + ["--format", "json"]),
        Line(
          schema: "diff_line",
          words: ["diff", view.name, "--from", "#280", "--to", "#360"] + times + ["--format", "jsonl"]),
        Line(
          schema: "changes",
          words: ["replay", "--changes", "--view", view.name, "--from", "2023-08-20", "--to", "2023-09-30"] + times
            + ["--format", "json"]),
        Line(
          schema: "changes_line",
          words: ["replay", "--changes", "--view", view.name, "--from", "#330"] + times + ["--format", "jsonl"]),
      ]
    } + [
      Line(schema: "views", words: ["view", "--format", "json"]),
      Line(schema: "why", words: ["why", "control", "northern-gao"] + times + ["--format", "json"]),
      Line(schema: "why", words: ["why", "security", "kidal-town/minusma"] + times + ["--format", "json"]),
      Line(schema: "why", words: ["why", "attacks", "@mali/a19"] + times + ["--format", "json"]),
      Line(schema: "why", words: ["why", "corroboration", "@mali/u-moura-ohchr"] + times + ["--format", "json"]),
      Line(schema: "why", words: ["why", "provenance", "@mali/a1"] + times + ["--format", "json"]),
      Line(schema: "verify", words: ["replay", "--verify", "--format", "json"]),
      Line(schema: "verify_line", words: ["replay", "--verify", "--format", "jsonl"]),
      Line(schema: "replay", words: ["replay", "--format", "json"]),
      Line(schema: "audit", words: ["audit", "--format", "json"]),
      Line(schema: "audit_line", words: ["audit", "--format", "jsonl"]),
    ]

  @Test func `is JSON, and waits for the validator`() throws {
    let mali = try MaliCase.shared.get()
    var corpus = ""
    for line in Self.lines {
      let text = try Self.output(of: line.words + ["--ledger", mali.ledger.folder.path])
      let documents = line.isLines ? text.split(separator: "\n").map(String.init) : [text]
      #expect(!documents.isEmpty, "\(line.testDescription) printed nothing")
      for document in documents {
        let object = try JSONSerialization.jsonObject(with: Data(document.utf8))
        let entry: [String: Any] = [
          "schema": "urn:daybook:output:\(line.schema):1", "command": line.testDescription, "document": object,
        ]
        corpus += String(decoding: try JSONSerialization.data(withJSONObject: entry), as: UTF8.self) + "\n"
      }
    }
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".build/corpus")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(corpus.utf8).write(to: folder.appendingPathComponent("outputs.jsonl"))
  }

  /// What a command line prints.
  private static func output(of words: [String]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forWritingTo: file)
    var output = Output(Descriptor(number: handle.fileDescriptor))
    let command = try #require(try Daybook.parseAsRoot(words) as? any Command)
    try command.run(&output)
    try output.finish()
    try handle.close()
    return try String(contentsOf: file, encoding: .utf8)
  }
}
