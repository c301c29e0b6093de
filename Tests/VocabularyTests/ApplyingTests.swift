import Leaf
import Testing
import Vocabulary

@Suite struct `a correction` {
  private static func attack() throws -> Document {
    let text = Example(.leaf, full: true).event(.attack).line
    var value = try Document(Array(text.utf8)).root.value
    // Figures of an import are not held to least ≤ best ≤ greatest.
    value["original"] = nil
    return try Document(value.encode(), as: .canonical)
  }

  private static func changes(_ text: String) throws -> [Change] {
    let text = #"{"kind":"correct","payload":{"changes":\#(text)}}"#
    guard case .correct(let correction) = Event(try Document(Array(text.utf8))).payload else { return [] }
    return correction.changes
  }

  @Test func `replaces, adds and removes fields, and leaves the rest byte for byte`() throws {
    let target = try Self.attack()
    let old = target.root.value
    let note = try #require(old["note"])
    let changes = try Self.changes(
      """
      [{"field": "payload.counts.0.best", "old": 3, "new": 4},
       {"field": "note", "old": \(String(decoding: note.encode(), as: UTF8.self))}]
      """)
    let corrected = try target.applying(changes).root.value
    var expected = old
    expected["note"] = nil
    guard case .array(var counts)? = expected["payload"]?["counts"] else {
      Issue.record("no counts")
      return
    }
    counts[0]["best"] = 4
    var payload = try #require(expected["payload"])
    payload["counts"] = .array(counts)
    expected["payload"] = payload
    #expect(corrected == expected)
    #expect(target.root.value == old, "the target is never changed")
  }

  @Test(arguments: [
    (#"[{"field": "payload.counts.0.best", "old": 8, "new": 4}]"#, "payload.changes.0.old"),
    (#"[{"field": "id", "old": "x", "new": "y"}]"#, "payload.changes.0.field"),
    (#"[{"field": "kind", "old": "attack", "new": "abuse"}]"#, "payload.changes.0.field"),
    (#"[{"field": "payload.counts.7.best", "new": 4}]"#, "payload.changes.0.field"),
    (#"[{"field": "payload.counts.0.best", "old": 3, "new": 40}]"#, "payload.counts.0"),
    (#"[{"field": "payload.mode", "old": "battle", "new": 40}]"#, "payload"),
  ])
  func `is refused where it does not fit`(_ text: String, _ path: String) throws {
    let target = try Self.attack()
    let changes = try Self.changes(text)
    #expect(!changes.isEmpty)
    let error = #expect(throws: DraftError.self) { () throws in _ = try target.applying(changes) }
    #expect(error?.findings.contains { $0.path.hasPrefix(path) } == true, "\(error?.findings ?? [])")
  }
}
