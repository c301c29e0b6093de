import Foundation
import Schemas
import Testing
import Vocabulary

/// The folder of the embedded files in this checkout.
let embedded = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Schemas/Embedded")

/// Whether this run rewrites generated files instead of comparing them: `DAYBOOK_REWRITE=1 swift test`.
let isRewriting = ProcessInfo.processInfo.environment["DAYBOOK_REWRITE"] != nil

@Suite struct `the published schemas` {
  @Test(arguments: SchemaDocuments.all.map(\.name))
  func `are what the shapes generate`(_ name: String) throws {
    let text = try #require(SchemaDocuments.all.first { $0.name == name }).text
    let file = embedded.appendingPathComponent(name)
    if isRewriting { try Data(text.utf8).write(to: file) }
    let committed = try Data(contentsOf: file)
    #expect(committed == Data(text.utf8), "run again with DAYBOOK_REWRITE=1 and commit the file")
  }

  @Test func `are embedded, every one of them`() throws {
    let onDisk = try FileManager.default.contentsOfDirectory(atPath: embedded.path).filter { !$0.hasPrefix(".") }
    #expect(Set(onDisk) == Set(Schemas.names), "each file wants its line in Schemas/")
    #expect(Set(Schemas.names).count == Schemas.names.count)
  }

  @Test(arguments: Kind.allCases)
  func `of outputs check the event of each kind`(kind: Kind) throws {
    let parts = String(decoding: try #require(Schemas.file("output_parts.json")), as: UTF8.self)
    #expect(parts.contains("\"kind\": {\"const\": \"\(kind.rawValue)\"}"), "`recorded` in output_parts.json misses it")
    #expect(parts.contains("{\"$ref\": \"urn:daybook:schema:\(kind.rawValue):1\"}"))
  }

  @Test(arguments: SchemaDocuments.all.map(\.name))
  func `are found by their name`(_ name: String) throws {
    let bytes = try #require(Schemas.file(name))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect((object["$id"] as? String)?.hasPrefix("urn:daybook:schema:") == true)
  }
}
