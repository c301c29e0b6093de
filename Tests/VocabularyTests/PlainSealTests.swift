import Leaf
import Testing

@testable import Vocabulary

/// What a draft became.
struct Sealed {
  var bytes: [UInt8]
  var id: EventID
}

extension Sealed {
  /// Seals a draft.
  init(_ draft: Document, in context: SealContext) throws(DraftError) {
    var bytes: [UInt8] = []
    let sealed = try Vocabulary.seal(draft, in: context, into: &bytes)
    self.init(bytes: bytes, id: sealed.id)
  }
}

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
  private static func both(_ draft: Value, _ context: SealContext) throws -> (fast: Sealed?, slow: Sealed) {
    let document = try Document(draft.encode(), as: .draft)
    var walk = Walk(.draft, document, in: context)
    walk.run()
    let wrong = walk.findings.filter { !$0.isWarning }
    #expect(wrong.isEmpty)
    var (fast, slow): ([UInt8], [UInt8]) = ([], [])
    let fastID = PlainSeal.seal(document, walk.needs, context, into: &fast)
    let kind = walk.needs.kind
    let slowID = try sealResolving(document.root, try #require(kind), context, into: &slow)
    return (fastID.map { Sealed(bytes: fast, id: $0) }, Sealed(bytes: slow, id: slowID))
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
  func `gives the same bytes as resolving does, also with what it remembers from other drafts`(kind: Kind) throws {
    let context = Self.context()
    for draft in try Self.drafts(kind) {
      let (fast, slow) = try Self.both(draft, context)
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
    let hidden = Self.context()
    hidden.withheld = [TextForm.digest.example]
    for (draft, context) in [(named, Self.context()), (lost, Self.context()), (draft, hidden)] {
      let document = try Document(draft.encode(), as: .draft)
      var walk = Walk(.draft, document, in: context)
      walk.run()
      var leaf: [UInt8] = []
      #expect(PlainSeal.seal(document, walk.needs, context, into: &leaf) == nil)
    }
  }
}
