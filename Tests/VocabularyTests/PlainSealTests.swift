import Leaf
import Testing

@testable import Vocabulary

/// The fast path of sealing gives the bytes of the slow one.
@Suite struct `sealing straight from a draft` {
  private static func context() -> SealContext {
    SealContext(
      at: "2026-11-24T08:00:00Z", by: "key-1", id: EventID(high: 1, low: 2), directory: TrustingDirectory(),
      sha256: { bytes in (0..<32).map { UInt8(truncatingIfNeeded: bytes.count &* 7 &+ $0) } },
      event: { name in
        if case .position(let seq) = name, seq > 9 { return nil }
        return EventRef(seq: 7, leaf: String(repeating: "0f", count: 32))
      })
  }

  /// Seals both ways; `nil` for the fast one when it leaves the draft to the other.
  private static func both(_ draft: Value, _ context: SealContext) throws -> (fast: PlainSeal?, slow: SealedEvent) {
    let document = try Document(draft.encode(), as: .draft)
    var walk = Walk(.draft, document, directory: context.directory)
    walk.run()
    let wrong = walk.findings.filter { !$0.isWarning }
    #expect(wrong.isEmpty)
    return (PlainSeal(document, walk.needs, context), try sealResolving(document.root, context, []))
  }

  /// Writes drafts of a kind in several ways: with all fields and with few, with and without an id of their own.
  private static func drafts(_ kind: Kind) throws -> [Value] {
    var drafts: [Value] = []
    for isFull in [false, true] {
      var draft = try Document(Array(Example(.draft, full: isFull).event(kind).line.utf8), as: .draft).root.value
      draft["protect"] = nil
      if kind == .redact, var payload = draft["payload"] {
        payload["fields"] = nil
        payload["digests"] = payload["digests"] ?? [.string(TextForm.digest.example)]
        draft["payload"] = payload
      }
      drafts.append(draft)
      draft["occurred"] = "2022-03/2022-06"
      draft["id"] = .string("@a-name")
      drafts.append(draft)
      draft["id"] = .string(TextForm.eventID.example)
      draft["note"] = "with \"quotes\", a \\ and\na line"
      draft["said"] = ["report": "#3", "chain": [["source": "un-panel", "role": "asserts", "report": "#4"]]]
      drafts.append(draft)
    }
    return drafts
  }

  @Test(arguments: Kind.allCases)
  func `gives the same bytes as resolving does`(kind: Kind) throws {
    for draft in try Self.drafts(kind) {
      let (fast, slow) = try Self.both(draft, Self.context())
      let plain = try #require(fast, "an id and an event name need no resolver")
      #expect(String(decoding: plain.bytes, as: UTF8.self) == String(decoding: slow.bytes, as: UTF8.self))
      #expect(plain.id == slow.id)
      _ = try Document(plain.bytes, as: .canonical)
    }
  }

  @Test func `is left to the resolver where names are written, values hidden or events not found`() throws {
    let draft = try Self.drafts(.claimControl)[0]
    var named = draft
    named["place"] = "Ménaka"
    var lost = draft
    lost["said"] = ["report": "#12"]
    var hidden = Self.context()
    hidden.withheld = [TextForm.digest.example]
    for (draft, context) in [(named, Self.context()), (lost, Self.context()), (draft, hidden)] {
      let document = try Document(draft.encode(), as: .draft)
      var walk = Walk(.draft, document, directory: context.directory)
      walk.run()
      let isPlain = PlainSeal(document, walk.needs, context) != nil
      #expect(!isPlain)
    }
  }
}
