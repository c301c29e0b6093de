import Foundation
import Testing
import Views
import Vocabulary

@testable import daybook

/// The schemas of the answers of views, as the program prints them and as the repository publishes them.
@Suite
struct ViewSchemaTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Schemas/Views")

  @Test(arguments: ViewSchema.all.map(\.name))
  func `are published as they follow from the columns`(name: String) throws {
    let schema = try #require(ViewSchema.all.first { $0.name == name })
    let text = schema.json.pretty
    let file = Self.folder.appendingPathComponent(name + ".json")
    if ProcessInfo.processInfo.environment["DAYBOOK_REWRITE"] != nil { try Data(text.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "run again with DAYBOOK_REWRITE=1, commit the file")
    #expect(try OutputCorpus.output(of: ["schema", name]) == text)
  }

  @Test func `are those of the views there are, and no others`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == Set(ViewSchema.all.map { $0.name + ".json" }))
    #expect(ViewSchema.all.count == 2 * Views.all.count)
  }

  @Test(arguments: Views.all.map { $0.name })
  func `demand every column with its meaning and nothing else`(name: String) throws {
    let view = try #require(Views.named(name))
    let text = try OutputCorpus.output(of: ["schema", "view-\(name)-line"])
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let members = try #require(schema["properties"] as? [String: Any])
    let cells = try #require(members["cells"] as? [String: Any])
    let properties = try #require(cells["properties"] as? [String: [String: Any]])
    #expect(cells["additionalProperties"] as? Bool == false && schema["additionalProperties"] as? Bool == false)
    #expect(Set(try #require(cells["required"] as? [String])) == Set(view.columns.map(\.name)))
    #expect(
      properties.mapValues { $0["description"] as? String }
        == Dictionary(uniqueKeysWithValues: view.columns.map { ($0.name, $0.doc) }))
  }
}
