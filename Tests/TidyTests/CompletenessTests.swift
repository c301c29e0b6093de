import Foundation
import Testing

/// What is added in one place must be complete in the others: a command and its transcript, a kind and its schema.
@Suite struct CompletenessTests {
  static let commands = Repository.here.sources.filter { $0.path.hasPrefix("Sources/daybook/Commands/") }

  @Test(arguments: commands)
  func `a command has one file, named after its verb, with examples in its help`(file: Repository.File) throws {
    let name = try #require(file.path.split(separator: "/").last).dropLast(".swift".count)
    if name.contains("+") { return }
    let commands = file.text.matches(of: #/struct (\w+)Command: (?:Parsable)?Command/#).map { String($0.output.1) }
    #expect(commands.first == String(name), "\(file.path) should declare `struct \(name)Command: Command`")
    #expect(file.text.contains("daybook \(name.lowercased())"), "\(file.path) shows no example of its use")
  }

  @Test(arguments: commands)
  func `a command has a transcript`(file: Repository.File) throws {
    let name = try #require(file.path.split(separator: "/").last).dropLast(".swift".count).lowercased()
    if name.contains("+") { return }
    let path = "Tests/TranscriptTests/Transcripts/\(name).md"
    let transcript = try #require(Repository.here.files.first { $0.path == path }, "\(path) is missing")
    #expect(transcript.text.contains("$ daybook \(name)"), "\(path) never runs daybook \(name)")
  }

  @Test func `a kind has its schema`() throws {
    let file = try #require(Repository.here.sources.first { $0.path.hasSuffix("Vocabulary/Kind.swift") })
    let lines = file.text.split(separator: "\n").filter { $0.hasPrefix("  case ") }
    let words = lines.flatMap { $0.dropFirst("  case ".count).split(separator: ",") }.map { name in
      let parts = name.split(separator: "\"")
      return parts.count > 1 ? String(parts[1]) : name.trimmingCharacters(in: .whitespaces)
    }
    #expect(words.count > 20)
    let schemas = Set(Repository.here.paths.filter { $0.hasPrefix("Schemas/Embedded/") })
    for word in words {
      let name = "Schemas/Embedded/schema_" + word.replacing(".", with: "_")
      #expect(schemas.contains(name + ".json"), "the kind \(word) has no schema in Schemas/Embedded")
      #expect(schemas.contains(name + "_draft.json"), "the drafts of the kind \(word) have no schema")
    }
  }
}
