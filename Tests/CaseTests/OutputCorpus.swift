import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import daybook

/// What commands print for programs, gathered for `Tools/schema-check`, where an independent validator compares each
/// document with its schema.
struct OutputCorpus {
  private var text = ""
  private(set) var documents: [(schema: String, command: String, object: Any)] = []

  /// Runs a command and keeps the documents it prints; with `--format jsonl` each line is one. An answer of a view must
  /// fit the schema of that view as well.
  mutating func add(_ schema: String, _ words: [String], ledger: String?) throws {
    try add(schema, words, printed: Self.output(of: words + (ledger.map { ["--ledger", $0] } ?? [])))
  }

  /// The same for a command that needs another program beside it, and so is run as it was built.
  mutating func add(_ schema: String, built words: [String], ledger: String) throws {
    try add(schema, words, printed: BuiltProgram("daybook").run(words + ["--ledger", ledger]).output)
  }

  private mutating func add(_ schema: String, _ words: [String], printed: String) throws {
    let command = words.joined(separator: " ")
    let texts =
      words.contains("jsonl") || words.contains("cloudevents")
      ? printed.split(separator: "\n").map(String.init) : [printed]
    #expect(!texts.isEmpty, "\(command) printed nothing")
    let isAnswer = schema == "answer" || schema == "answer_line"
    let own = isAnswer ? [schema.replacing("answer", with: "view_\(words[1])")] : []
    for (text, schema) in texts.flatMap({ text in ([schema] + own).map { (text, $0) } }) {
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
      documents.append((schema, command, object))
      let entry: [String: Any] = ["schema": "urn:daybook:output:\(schema):1", "command": command, "document": object]
      self.text += String(decoding: try JSONSerialization.data(withJSONObject: entry), as: UTF8.self) + "\n"
    }
  }

  /// Writes `.build/corpus/outputs.jsonl`.
  func write() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".build/corpus")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appendingPathComponent("outputs.jsonl"))
  }

  /// The values that a member has in the documents of a schema; a list counts for its items.
  func values(of member: String, in schema: String) -> Set<String> {
    let objects = documents.filter { $0.schema == schema }
      .flatMap { $0.object as? [Any] ?? [$0.object] }.compactMap { $0 as? [String: Any] }
    return Set(objects.compactMap { $0[member] }.map { "\($0)" })
  }

  /// What a command line prints.
  @discardableResult static func output(of words: [String]) throws -> String {
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
