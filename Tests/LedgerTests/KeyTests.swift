import Crypto
import Foundation
import SQLiteLog
import Testing
import TransparencyLog

@testable import Ledger
@testable import LogWriter

/// Keys at rest, and from one key to the next.
@Suite struct KeyTests {
  private let place: TestFolder
  private let ledger: Ledger
  private var keys: KeyStore { ledger.keys }
  private static let origin = "log.example/keys"
  private static let cheap = SealedKey.Cost(rounds: 4, block: 8, lanes: 1)

  init() throws {
    place = try TestFolder()
    ledger = try Ledger.create(at: LedgerFolder(place.path("ledger")), origin: KeyTests.origin)
    try ledger.log.append(WrittenEvent.call(1, 0), .few)
  }

  private static func typed(_ text: String) -> Passphrase { { _ throws(LedgerError) in Array(text.utf8) } }

  @Test func `a sealed key opens with its passphrase alone, and no byte of it can be altered`() throws {
    let signer = try SignerKey(name: KeyTests.origin, seed: [UInt8](repeating: 7, count: 32))
    let sealed = SealedKey(signer, passphrase: Array("correct horse".utf8), cost: KeyTests.cheap)
    let read = try #require(SealedKey(sealed.text))
    #expect(read == sealed)
    #expect(read.open(passphrase: Array("correct horse".utf8))?.verifier == signer.verifier)
    #expect(read.open(passphrase: Array("correct horsf".utf8)) == nil)
    #expect(read.open(passphrase: []) == nil)
    #expect(!sealed.text.contains(signer.secretText.split(separator: "+").last ?? "?"))
    let bytes = Array(sealed.text.utf8)
    for place in bytes.indices {
      var altered = bytes
      altered[place] ^= 1
      let opened = SealedKey(String(decoding: altered, as: UTF8.self))?.open(passphrase: Array("correct horse".utf8))
      #expect(opened == nil, "byte \(place)")
    }
  }

  @Test func `scrypt is that of RFC 7914`() throws {
    // Section 12, the third vector, its first 32 bytes.
    let key = try SealedKey.key(
      Array("pleaseletmein".utf8), Array("SodiumChloride".utf8), SealedKey.Cost(rounds: 14, block: 8, lanes: 1))
    let bytes = unsafe key.withUnsafeBytes { unsafe [UInt8]($0) }
    #expect(Hexadecimal.text(bytes) == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")
  }

  @Test(arguments: ["21+8+1", "17+33+1", "17+8+17", "20+32+1", "0+8+1", "17+8", "017+8+1"])
  func `a file may not ask for a cost that nobody can bear`(cost: String) throws {
    let line =
      "SEALED+KEY+a+00000000+scrypt+\(cost)+\(String(repeating: "00", count: 16))+\(String(repeating: "00", count: 40))"
    #expect(SealedKey(line) == nil)
  }

  @Test func `a sealed key signs with its passphrase, and not without`() throws {
    try keys.reseal(origin: KeyTests.origin, old: nil, new: Array("one".utf8))
    let id = try keys.held(for: KeyTests.origin)[0].id
    #expect(try keys.held(for: KeyTests.origin) == [KeyStore.Held(id: id, isSealed: true)])
    #expect(throws: LedgerError.key(.locked(path: keys.signerPath, id: id))) { try ledger.checkpoint() }
    #expect(throws: LedgerError.key(.wrongPassphrase(path: keys.signerPath, id: id))) {
      try ledger.checkpoint(passphrase: KeyTests.typed("two"))
    }
    #expect(try ledger.checkpoints().isEmpty)
    let note = try ledger.checkpoint(passphrase: KeyTests.typed("one"))
    try keys.reseal(origin: KeyTests.origin, old: KeyTests.typed("one"), new: nil)
    #expect(try ledger.checkpoint() == note)
  }

  @Test func `both keys sign while one replaces the other, and each alone is enough for a reader`() throws {
    let old = try keys.verifier()
    let new = try keys.successor(origin: KeyTests.origin)
    #expect(try keys.successor(origin: KeyTests.origin) == new, "broken off and begun again, it is the same key")
    let before = try ledger.checkpoint()
    #expect(before.signatures.count == 1, "a key signs only once it was introduced")
    #expect(try keys.verifier() == old)
    try keys.introduce(new)
    try keys.introduce(new)
    #expect(try keys.verifiers() == [old, new])
    let both = try ledger.checkpoint().bytes
    for key in [old, new] {
      _ = try Checkpoint.open(both, origin: KeyTests.origin, logKeys: [key])
    }
    let ids = [old, new].map { KeyID.text($0) }
    #expect(throws: LedgerError.key(.rotating(ids: ids))) { try keys.successor(origin: KeyTests.origin) }
    try keys.drop(id: ids[0], origin: KeyTests.origin)
    #expect(try keys.verifiers() == [old, new] && keys.verifier() == new)
    let after = try ledger.checkpoint().bytes
    _ = try Checkpoint.open(after, origin: KeyTests.origin, logKeys: [new])
    #expect(throws: CheckpointError.self) { try Checkpoint.open(after, origin: KeyTests.origin, logKeys: [old]) }
    #expect(throws: LedgerError.key(.last(id: ids[1]))) { try keys.drop(id: ids[1], origin: KeyTests.origin) }
    #expect(throws: LedgerError.key(.notHeld(id: ids[0], held: [ids[1]]))) {
      try keys.drop(id: ids[0], origin: KeyTests.origin)
    }
  }

  @Test func `the newer of two keys may be the one to go; what is given to readers is the one that signs`() throws {
    let old = try keys.verifier()
    let new = try keys.successor(origin: KeyTests.origin)
    try keys.introduce(new)
    try keys.drop(id: KeyID.text(new), origin: KeyTests.origin)
    #expect(try keys.verifier() == old && keys.verifiers() == [new, old])
    #expect(try ledger.checkpoint().signatures.map(\.keyID) == [old.id])
  }

  @Test func `a sealed key is followed by a sealed key with the same passphrase`() throws {
    try keys.reseal(origin: KeyTests.origin, old: nil, new: Array("one".utf8))
    #expect(throws: LedgerError.self) { try keys.successor(origin: KeyTests.origin, passphrase: KeyTests.typed("two")) }
    #expect(try keys.held(for: KeyTests.origin).count == 1)
    let new = try keys.successor(origin: KeyTests.origin, passphrase: KeyTests.typed("one"))
    try keys.introduce(new)
    #expect(try keys.held(for: KeyTests.origin).allSatisfy(\.isSealed))
    #expect(try ledger.checkpoint(passphrase: KeyTests.typed("one")).signatures.count == 2)
  }

  @Test func `a frozen log is neither appended to nor signed`() throws {
    let last = try ledger.checkpoint()
    try keys.freeze()
    let size = try ledger.size
    let problem = LedgerError.key(.frozen(path: keys.frozenPath, size: size))
    #expect(throws: problem) { try ledger.checkpoint() }
    #expect(try keys.frozen()?.size == size)
    #expect(try ledger.checkpoints().map(\.note) == [last.bytes])
  }
}
