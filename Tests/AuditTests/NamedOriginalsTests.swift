import Leaf
import Ledger
import Testing
import TransparencyLog

@testable import Audit

/// Which event names which original, against a plain dictionary.
@Suite struct NamedOriginalsTests {
  @Test func `the first event counts, and the first SHA-512`() throws {
    let named = try NamedOriginals()
    var events: [Digest: UInt64] = [:]
    var seconds: [Digest: String] = [:]
    for position in 0..<3_000 as Range<UInt64> {
      func digest(_ of: UInt64) -> Digest { Digest.sha256(Array("\(of)".utf8)) }
      let object = digest(position * 7919 % 1_000)
      var payload: Value = ["evidence": .string(object.hex)]
      if position.isMultiple(of: 3) { payload["before"] = .string(digest(position % 50).hex) }
      if position.isMultiple(of: 5) { payload["after"] = .string(digest(5_000 + position).hex) }
      if position.isMultiple(of: 2) { payload["sha512"] = .string("second \(position)") }
      let leaf: Value = position % 11 == 0 ? ["kind": "source"] : ["kind": "custody", "payload": payload]
      try named.note(try Document(leaf.encode(), as: .canonical).root, at: position)
      guard position % 11 != 0 else { continue }
      for name in ["evidence", "before", "after"] {
        guard case .string(let text)? = payload[name], let digest = Digest(hex: text) else { continue }
        events[digest] = events[digest] ?? position
      }
      if case .string(let second)? = payload["sha512"] { seconds[object] = seconds[object] ?? second }
    }
    var all: Set<Digest> = []
    for byte in UInt8.min...UInt8.max {
      let part = try named.digests(beginningWith: byte)
      #expect(part.allSatisfy { $0.bytes[0] == byte })
      all.formUnion(part)
    }
    #expect(all == Set(events.keys))
    for (digest, event) in events {
      #expect(try named.event(naming: digest) == event)
      #expect(try named.sha512(of: digest) == seconds[digest])
    }
    #expect(try named.event(naming: .emptyRoot) == nil && named.sha512(of: .emptyRoot) == nil)
  }
}
