import TestSupport
import Testing
import TransparencyLog

/// Every text with one byte changed, left out or doubled. A byte becomes each of the values it is changed to by `flips`,
/// and each of the given characters, by default those that mean something in these formats.
func mutations(of text: [UInt8], flips: [UInt8], characters: String = "\n +=A0") -> some Sequence<
  (offset: Int, text: [UInt8])
> {
  text.indices.lazy.flatMap { offset in
    let changed = Set(flips.map { text[offset] ^ $0 } + characters.utf8).subtracting([text[offset]])
    var mutated = changed.sorted().map { byte in
      var other = text
      other[offset] = byte
      return (offset: offset, text: other)
    }
    var shorter = text
    shorter.remove(at: offset)
    mutated.append((offset: offset, text: shorter))
    var longer = text
    longer.insert(text[offset], at: offset)
    mutated.append((offset: offset, text: longer))
    return mutated
  }
}

@Suite("No text with one byte changed is accepted")
struct MutationTests {
  static let oneBit: [UInt8] = [1, 2, 4, 8, 16, 32, 64, 128]

  @Test func `of a verifier key or a private key`() throws {
    let key = NoteRuleTests.signer("example.com/log", 3)
    for text in [key.verifier.description, key.secretText] {
      var tried = 0
      for (offset, mutated) in mutations(of: [UInt8](text.utf8), flips: Array(1...255)) {
        tried += 1
        guard let other = String(validating: mutated, as: UTF8.self) else { continue }
        let accepted = holds {
          if text.hasPrefix("PRIVATE") { _ = try SignerKey(secretText: other) } else { _ = try VerifierKey(other) }
        }
        if accepted { Issue.record("accepted: byte \(offset): \(other)") }
      }
      print("checked: \(tried) mutations of a key")
      #expect(tried >= 255 * text.utf8.count)
    }
  }

  @Test func `of a note`() throws {
    let key = NoteRuleTests.signer("example.com/log", 3)
    let note = try Note.sign([UInt8]("A text.\n".utf8), with: [key]).bytes
    #expect(throws: Never.self) { try Note.open(note, keys: [key.verifier]) }
    var tried = 0
    for (offset, mutated) in mutations(of: note, flips: Self.oneBit) {
      tried += 1
      #expect(throws: NoteError.self, "byte \(offset)") { try Note.open(mutated, keys: [key.verifier]) }
    }
    print("checked: \(tried) mutations of a note")
    #expect(tried > 10 * note.count)
  }

  @Test func `of a checkpoint whose signers are all demanded`() throws {
    let log = NoteRuleTests.signer("example.com/log", 3)
    let witness = NoteRuleTests.signer("example.com/w", 4, .cosignature)
    let checkpoint = Checkpoint(origin: "example.com/log", size: 1000, root: leafHash(0))
    let note = try checkpoint.sign(with: [log]).adding([witness.cosign(checkpoint.text, time: 1_790_000_000)]).bytes
    func isComplete(_ bytes: [UInt8]) -> Bool {
      let signed = try? Checkpoint.open(
        bytes, origin: "example.com/log", logKeys: [log.verifier], witnesses: [witness.verifier])
      return signed?.opened.signers == [log.verifier, witness.verifier]
    }
    #expect(isComplete(note))
    var tried = 0
    for (offset, mutated) in mutations(of: note, flips: Self.oneBit) {
      tried += 1
      #expect(!isComplete(mutated), "byte \(offset)")
    }
    print("checked: \(tried) mutations of a checkpoint")
    #expect(tried > 10 * note.count)
  }

  @Test(.enabled(if: SharedData.isPresent))
  func `of a proof file whose signers are all demanded`() throws {
    let file = try ProofFileTests.file(333)
    let log = try VerifierKey(CheckpointTests.log)
    let witnesses =
      try ProofFileTests.witnesses.map { try VerifierKey($0) }
      + [
        SignerKey(name: "witness.example.com/c", seed: [UInt8](repeating: 0x12, count: 32), algorithm: .cosignature)
          .verifier
      ]
    func isComplete(_ bytes: [UInt8]) -> Bool {
      guard let proof = try? InclusionProofFile(bytes) else { return false }
      let signed = try? proof.verify(
        leaf: leafHash(333), origin: ProofFileTests.origin, logKeys: [log], witnesses: witnesses)
      return signed?.opened.signers.count == 4 && signed?.opened.unknown.isEmpty == true
    }
    #expect(isComplete(file))
    var tried = 0
    for (offset, mutated) in mutations(of: file, flips: [1], characters: "\n") {
      tried += 1
      #expect(!isComplete(mutated), "byte \(offset)")
    }
    print("checked: \(tried) mutations of a proof file")
    #expect(tried > 3 * file.count)
  }
}
