import Foundation
import TestSupport
import Testing
import TransparencyLog

@Suite("Signed notes, vectors of C2SP signed-note", .enabled(if: SharedData.isPresent))
struct NoteTests {
  struct Case: Decodable {
    let id: String
    let vkeys: [String]
    let skey: String?
    let note: String
    let ok: Bool
    let verified: [String]?
    let unverified: [String]?
  }

  struct Key: Decodable {
    let vkey: String
    let ok: Bool
  }

  @Test func `notes are opened and refused as published`() throws {
    let cases: [Case] = try Vectors.json("signed-note/notes.json")
    for vector in cases {
      let bytes = [UInt8](vector.note.utf8)
      let keys = try vector.vkeys.map { try VerifierKey($0) }
      guard vector.ok else {
        #expect(throws: NoteError.self, "\(vector.id)") { try Note.open(bytes, keys: keys) }
        continue
      }
      let opened = try Note.open(bytes, keys: keys)
      #expect(opened.signers.map(\.name) == vector.verified ?? keys.map(\.name), "\(vector.id)")
      #expect(opened.unknown.map(\.name) == vector.unverified ?? [], "\(vector.id)")
      #expect(opened.note.bytes == bytes)
      if let secret = vector.skey {
        let key = try SignerKey(secretText: secret)
        #expect(key.secretText == secret)
        #expect(try Note.sign(opened.text, with: [key]).bytes == bytes, "\(vector.id)")
      }
    }
    print("checked: \(cases.count) notes")
    #expect(cases.count == 29)
    #expect(cases.filter(\.ok).count == 23)
  }

  @Test func `verifier keys are read and refused as published`() throws {
    let cases: [Key] = try Vectors.json("signed-note/vkeys.json")
    for vector in cases {
      #expect(holds { _ = try VerifierKey(vector.vkey) } == vector.ok, "\(vector.vkey)")
      if vector.ok { #expect(try VerifierKey(vector.vkey).description == vector.vkey) }
    }
    print("checked: \(cases.count) keys")
    #expect(cases.count == 9)
  }

  @Test func `examples whose keys are not published are read and printed alike`() throws {
    let examples: [String: String] = try Vectors.json("signed-note/examples_without_keys.json")
    for (name, text) in examples {
      let note = try Note([UInt8](text.utf8))
      #expect(note.bytes == [UInt8](text.utf8), "\(name)")
      let checkpoint = try Checkpoint(text: note.text)
      #expect(checkpoint.origin == "example.com/behind-the-sofa")
      #expect(checkpoint.size == 20_852_163)
      #expect(checkpoint.text == note.text)
    }
    print("checked: \(examples.count) examples")
    #expect(examples.count == 2)
  }
}

@Suite("Rules of signed notes")
struct NoteRuleTests {
  static let text = [UInt8]("One line.\n\nAnother.\n".utf8)

  static func signer(_ name: String, _ byte: UInt8, _ algorithm: SignatureAlgorithm = .ed25519) -> SignerKey {
    try! SignerKey(name: name, seed: [UInt8](repeating: byte, count: 32), algorithm: algorithm)
  }

  @Test func `a note is refused when the signature of a known key fails though another holds`() throws {
    let (a, b) = (Self.signer("a", 1), Self.signer("b", 2))
    var bad = b.sign(Self.text)
    bad = NoteSignature(name: bad.name, keyID: bad.keyID, bytes: a.sign(Self.text).bytes)
    let note = try Note(text: Self.text, signatures: [a.sign(Self.text), bad])
    #expect(try Note.open(note.bytes, keys: [a.verifier]).unknown == [bad])
    #expect(throws: NoteError.badSignature(name: "b", id: b.verifier.id)) {
      try Note.open(note.bytes, keys: [a.verifier, b.verifier])
    }
    let repeated = try Note(
      text: Self.text,
      signatures: [
        a.sign(Self.text), NoteSignature(name: "a", keyID: a.verifier.id, bytes: [UInt8](repeating: 0, count: 64)),
      ])
    #expect(throws: NoteError.badSignature(name: "a", id: a.verifier.id)) {
      try Note.open(repeated.bytes, keys: [a.verifier])
    }
  }

  @Test func `lines that share only the name or only the id with a known key are ignored`() throws {
    let a = Self.signer("a", 1)
    let junk = [UInt8](repeating: 9, count: 64)
    let others = [
      NoteSignature(name: "a", keyID: a.verifier.id ^ 1, bytes: junk),
      NoteSignature(name: "b", keyID: a.verifier.id, bytes: junk),
    ]
    let note = try Note(text: Self.text, signatures: others + [a.sign(Self.text)])
    let opened = try Note.open(note.bytes, keys: [a.verifier])
    #expect(opened.signers == [a.verifier])
    #expect(opened.unknown == others)
    #expect(opened.text == Self.text)
    #expect(throws: NoteError.noKnownSignature) {
      try Note.open(Note(text: Self.text, signatures: others).bytes, keys: [a.verifier])
    }
    #expect(throws: NoteError.noKnownSignature) { try Note.open(note.bytes, keys: []) }
  }

  @Test func `names are compared by bytes, not as Swift compares text`() throws {
    let composed = Self.signer("caf\u{E9}", 1)
    let line = composed.sign(Self.text)
    let decomposed = NoteSignature(name: "cafe\u{301}", keyID: line.keyID, bytes: line.bytes)
    #expect(decomposed.name == line.name)
    #expect(!decomposed.isBy(composed.verifier))
    #expect(line.isBy(composed.verifier))
  }

  @Test func `sixteen signatures of five thousand bytes are accepted, and a hundred and one are not`() throws {
    let a = Self.signer("a", 1)
    let large = (0..<15).map {
      NoteSignature(name: "pq\($0)", keyID: UInt32($0), bytes: [UInt8](repeating: 7, count: 5000))
    }
    let note = try Note(text: Self.text, signatures: large + [a.sign(Self.text)])
    #expect(try Note.open(note.bytes, keys: [a.verifier]).unknown.count == 15)
    let many = (0..<101).map { NoteSignature(name: "n\($0)", keyID: UInt32($0), bytes: [1]) }
    #expect(throws: NoteError.tooManySignatures(101)) { try Note(text: Self.text, signatures: many) }
    let written = Self.text + [0x0A] + many.flatMap { [UInt8]("\($0)\n".utf8) }
    #expect(throws: NoteError.tooManySignatures(101)) { try Note(written) }
    #expect(throws: NoteError.tooLarge(byteCount: 1_000_001)) {
      try Note([UInt8](repeating: 0x0A, count: 1_000_001))
    }
  }

  @Test func `two keys given with the same name and id must be the same key`() throws {
    let a = Self.signer("a", 1)
    let note = try Note.sign(Self.text, with: [a])
    #expect(try Note.open(note.bytes, keys: [a.verifier, a.verifier]).signers == [a.verifier])
  }

  @Test func `malformed notes are refused with the reason`() throws {
    let line = "\(Self.signer("a", 1).sign(Self.text))"
    let cases: [(String, NoteError)] = [
      ("", .malformed), ("\n", .malformed), ("text\n", .malformed), ("text\n\n", .malformed),
      ("text\n\n\(line)", .malformed), ("text\n\(line)\n", .malformed), ("\n\(line)\n", .malformed),
      ("text\n\n\(line)\n\n", .malformed), ("text\r\n\n\(line)\n", .controlCharacter(offset: 4)),
      ("text\u{0}\n\n\(line)\n", .controlCharacter(offset: 4)),
      ("text\n\n\(line) \n", .malformedSignature(line: 1)), ("text\n\n \(line)\n", .malformedSignature(line: 1)),
      ("text\n\n\(line)\n\(line)=\n", .malformedSignature(line: 2)),
      ("text\n\n\u{2014} a AAAAAA==\n", .malformedSignature(line: 1)),
      ("text\n\n\u{2014} a+b AAAAAAA=\n", .malformedSignature(line: 1)),
      ("text\n\n\u{2014} a\u{A0}b AAAAAAA=\n", .malformedSignature(line: 1)),
      ("text\n\n\u{2014}  AAAAAAA=\n", .malformedSignature(line: 1)),
      ("text\n\n\u{2014} a AAAAAAB=\n", .malformedSignature(line: 1)),
      ("text\n\n\u{2013} a AAAAAAA=\n", .malformedSignature(line: 1)),
    ]
    for (text, error) in cases {
      #expect(throws: error, "\(text.debugDescription)") { try Note([UInt8](text.utf8)) }
    }
    #expect(throws: NoteError.notUTF8) { try Note([0xFF, 0x0A, 0x0A] + [UInt8](line.utf8) + [0x0A]) }
    #expect(throws: Never.self) { try Note([UInt8]("text\n\n\u{2014} a AAAAAAA=\n".utf8)) }
    #expect(throws: NoteError.malformed) { try Note(text: [UInt8]("no newline".utf8), signatures: []) }
    #expect(throws: NoteError.malformed) { try Note.sign([], with: [Self.signer("a", 1)]) }
  }

  @Test func `a signature is added once`() throws {
    let (a, b) = (Self.signer("a", 1), Self.signer("b", 2))
    let note = try Note.sign(Self.text, with: [a]).adding([b.sign(Self.text), a.sign(Self.text)])
    #expect(note.signatures.map(\.name) == ["a", "b"])
  }

  @Test func `a private key prints without its seed`() throws {
    let key = Self.signer("a", 0x5A)
    let secret = key.secretText.split(separator: "+").last ?? ""
    var dumped = ""
    dump(key, to: &dumped)
    for shown in ["\(key)", String(reflecting: key), String(describing: key), dumped] {
      #expect(!shown.contains(secret) && !shown.contains("90, 90"))
      #expect(shown.contains("a+") || shown.contains("verifier"))
    }
    #expect(try SignerKey(secretText: key.secretText).verifier == key.verifier)
  }

  @Test func `keys that are written otherwise are refused with the reason`() throws {
    let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    let cases: [(String, KeyError)] = [
      ("", .malformed), ("a+b", .malformed), ("+c74f20a3+" + key.dropFirst(22), .badName("")),
      (key + "\n", .badBase64),
      (key.replacing("c74f20a3", with: "C74F20A3"), .wrongID(written: "C74F20A3", computed: "c74f20a3")),
      (key.replacing("+ARpc", with: "+ARpd"), .wrongID(written: "c74f20a3", computed: "")),
    ]
    for (text, error) in cases {
      let thrown = #expect(throws: KeyError.self, "\(text)") { try VerifierKey(text) }
      if case .wrongID(let written, let computed) = error, computed.isEmpty {
        if case .wrongID(written, _) = thrown { continue }
        Issue.record("another reason: \(String(describing: thrown))")
      } else {
        #expect(thrown == error)
      }
    }
    #expect(throws: KeyError.wrongLength(31)) {
      try SignerKey(name: "a", seed: [UInt8](repeating: 1, count: 31))
    }
    #expect(throws: KeyError.wrongLength(33)) {
      try VerifierKey(name: "a", publicKey: [UInt8](repeating: 1, count: 33))
    }
    for name in ["", " ", "a b", "a+b", "a\u{2003}b", "a\tb", "a\u{1}"] {
      #expect(throws: KeyError.badName(name)) {
        try SignerKey(name: name, seed: [UInt8](repeating: 1, count: 32))
      }
    }
  }
}
