import Leaf
import SQLiteLog
import Testing
import TransparencyLog
import Vocabulary

@testable import Ledger
@testable import LogWriter

/// Keys that an event has ended while they were still held: whatever was broken off, they sign no second checkpoint over it.
@Suite struct EndedKeyTests {
  private let place: TestFolder
  private let ledger: Ledger
  private let old: VerifierKey
  private var keys: KeyStore { ledger.keys }
  private static let origin = "log.example/ended"

  init() throws {
    place = try TestFolder()
    ledger = try Ledger.create(at: LedgerFolder(place.path("ledger")), origin: EndedKeyTests.origin)
    old = try ledger.keys.verifier()
    try ledger.log.append(WrittenEvent.call(1, 0), .few)
  }

  /// Appends what became of a key, as `key retire` and `key freeze` do first, and answers where it stands.
  @discardableResult
  private func append(_ state: KeyEvent.State, _ key: VerifierKey) throws -> UInt64 {
    let position = try ledger.size
    let leaf: Value = [
      "kind": "policy",
      "payload": [
        "subject": "key", "key": .string(KeyID.text(key)),
        "settings": ["state": .string(state.rawValue), "vkey": .string(key.description)],
      ],
    ]
    let bytes = leaf.encode()
    return try ledger.log.append(.few) { transaction throws(LedgerError) in
      _ = try unsafe bytes.span.bytes.withUnsafeBytes { raw throws(LedgerError) in
        try unsafe transaction.append(id: EventID(high: 77, low: position), leaf: raw)
      }
      return position
    }
  }

  private func rotate() throws -> VerifierKey {
    let new = try keys.successor(origin: EndedKeyTests.origin)
    try append(.introduced, new)
    try keys.introduce(new)
    return new
  }

  private func refusal(_ key: VerifierKey, _ event: UInt64, isCompromised: Bool = false, isOnly: Bool = false)
    -> LedgerError
  {
    .key(.ended(id: KeyID.text(key), event: event, isCompromised: isCompromised, isOnly: isOnly))
  }

  private func signers(_ note: Note?) -> Set<UInt32> { Set(note?.signatures.map(\.keyID) ?? []) }

  @Test func `a retirement that was broken off anywhere is finished, and nothing is signed in between`() throws {
    let new = try rotate()
    let before = try ledger.checkpoint()
    #expect(signers(before) == [old.id, new.id])
    let event = try append(.retired, old)
    // Broken off here: the event stands alone, and others go on.
    try ledger.log.append(WrittenEvent.call(2, 0), .few)
    let head = try keys.head()
    #expect(throws: refusal(old, event)) { try ledger.checkpoint() }
    #expect(try keys.head() == head && ledger.checkpoints().map(\.note) == [before.bytes])
    let last = try ledger.lastCheckpoint(of: old, .retired)
    #expect(signers(last) == [old.id, new.id])
    // Broken off here: the last checkpoint is signed, and the secret still there.
    #expect(throws: refusal(old, event)) { try ledger.checkpoint() }
    try ledger.log.append(WrittenEvent.call(3, 0), .few)
    #expect(throws: refusal(old, event)) { try ledger.checkpoint() }
    #expect(try ledger.lastCheckpoint(of: old, .retired) == nil, "it signed its last before")
    try keys.drop(id: KeyID.text(old), origin: EndedKeyTests.origin)
    #expect(try signers(ledger.checkpoint()) == [new.id])
  }

  @Test func `a signature that was broken off after the head was written is made again`() throws {
    let new = try rotate()
    try append(.retired, old)
    let tree = try ledger.tree()
    try SmallFile.replace(keys.headPath, with: SignedHead(size: tree.size, root: tree.root).text, mode: 0o600)
    #expect(try signers(ledger.lastCheckpoint(of: old, .retired)) == [old.id, new.id])
  }

  @Test func `the only key signs no more once it is retired, and another takes over`() throws {
    let event = try append(.retired, old)
    #expect(throws: refusal(old, event, isOnly: true)) { try ledger.checkpoint() }
    let new = try rotate()
    #expect(throws: refusal(old, event)) { try ledger.checkpoint() }
    #expect(try signers(ledger.lastCheckpoint(of: old, .retired)) == [old.id, new.id])
  }

  @Test func `a key that others may have signs the last checkpoint alone, and is not simply retired`() throws {
    let event = try append(.compromised, old)
    let refused = refusal(old, event, isCompromised: true, isOnly: true)
    #expect(throws: refused) { try ledger.checkpoint() }
    #expect(throws: refused) { try ledger.lastCheckpoint(of: old, .retired) }
    #expect(try signers(ledger.lastCheckpoint(of: old, .compromised)) == [old.id])
    #expect(throws: refused) { try ledger.checkpoint() }
    #expect(try ledger.lastCheckpoint(of: old, .compromised) == nil)
    try keys.freeze()
    #expect(throws: LedgerError.key(.frozen(path: keys.frozenPath, size: event + 1))) { try ledger.checkpoint() }
    #expect(throws: LedgerError.key(.frozen(path: keys.frozenPath, size: event + 1))) {
      try ledger.lastCheckpoint(of: old, .compromised)
    }
  }

  @Test func `a key that ended stays ended, and another log's key is nothing to this one`() throws {
    let foreign = try SignerKey(name: "other.example/log", seed: [UInt8](repeating: 5, count: 32)).verifier
    try append(.retired, foreign)
    _ = try ledger.checkpoint()
    let event = try append(.retired, old)
    try append(.introduced, old)
    #expect(throws: refusal(old, event, isOnly: true)) { try ledger.checkpoint() }
  }

  @Test(arguments: ["", "nothing\n", "0\n", "999999\n", "1\n1\n"])
  func `what was looked at before only spares reading`(text: String) throws {
    let new = try rotate()
    let event = try append(.retired, new)
    _ = try ledger.lastCheckpoint(of: new, .retired)
    let written = try #require(try SmallFile.read(keys.sightPath))
    #expect(KeySight(text: written) == KeySight(size: event + 1, positions: [event]))
    try SmallFile.replace(keys.sightPath, with: Array(text.utf8), mode: 0o600)
    #expect(throws: refusal(new, event)) { try ledger.checkpoint() }
  }

  @Test func `what was looked at beyond the last checkpoint is looked at again`() throws {
    let new = try rotate()
    _ = try ledger.checkpoint()
    let event = try append(.retired, new)
    try keys.keep(KeySight(size: event + 1, positions: []))
    #expect(throws: refusal(new, event)) { try ledger.checkpoint() }
  }

  @Test func `events are looked at once`() throws {
    let new = try rotate()
    let event = try append(.retired, new)
    _ = try ledger.lastCheckpoint(of: new, .retired)
    let sight = try keys.sight()
    #expect(sight.size == event + 1)
    // A sight that leaves the event out is believed: it is the signer's own.
    try keys.keep(KeySight(size: sight.size, positions: []))
    #expect(try ledger.keyEvents(below: sight.size).ends.isEmpty)
    #expect(try ledger.keyEvents(below: event).ends.isEmpty, "the event is not among those asked for")
  }
}
