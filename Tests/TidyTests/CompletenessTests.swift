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
    let kinds = Repository.here.sources.filter { $0.path.hasSuffix("Vocabulary/Kind.swift") }
      .flatMap { $0.text.matches(of: #/case \w+(?: = "([a-z.]+)")?/#).map { $0 } }
    let schemas = Repository.here.paths.filter { $0.hasPrefix("Schemas/Embedded/") }.joined(separator: "\n")
    for match in kinds {
      let word = match.output.1.map(String.init) ?? String(match.output.0.dropFirst("case ".count))
      let file = word.replacing(".", with: "_")
      #expect(schemas.contains(file), "the kind \(word) has no schema in Schemas/Embedded")
    }
  }
}
