import Foundation
import TestSupport
import Testing
import TransparencyLog

@Suite("Checkpoints and cosignatures, vectors of Go's sumdb/note", .enabled(if: SharedData.isPresent))
struct CheckpointTests {
  struct Signed: Decodable {
    let name: String
    let skey: String
    let vkey: String
    let text: String
    let note: String
  }

  struct Cosigned: Decodable {
    let witness: String
    let seedHex: String
    let vkey: String
    let time: UInt64
    let signedMessage: String
    let line: String
    let cosigned: String
  }

  struct Records: Decodable {
    struct FormatTree: Decodable {
      let size: UInt64
      let text: String
    }
    struct TilePathCase: Decodable {
      let path: String
      let parts: [Int64]?

      init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        path = try row.decode(String.self)
        parts = try row.decodeNil() ? nil : row.decode([Int64].self)
      }
    }
    let formatTree: FormatTree
    let realCheckpoint: String
    let realCheckpoint2025TreeOnly: String
    let exampleLeaves: [String]
    let tilePaths: [TilePathCase]
  }

  static let log = "ledger.example.org/incidents+dbccea4b+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"

  @Test func `checkpoints are signed byte for byte as published, and opened`() throws {
    let cases: [Signed] = try Vectors.json("tlog/checkpoints.json")
    for vector in cases {
      let signer = try SignerKey(secretText: vector.skey)
      #expect(signer.secretText == vector.skey)
      #expect(signer.verifier.description == vector.vkey)
      let read = try Checkpoint(text: [UInt8](vector.text.utf8))
      let checkpoint = Checkpoint(origin: read.origin, size: read.size, root: read.root)
      #expect(checkpoint.text == [UInt8](vector.text.utf8))
      #expect(try checkpoint.sign(with: [signer]).bytes == [UInt8](vector.note.utf8))
      let signed = try Checkpoint.open(
        [UInt8](vector.note.utf8), origin: checkpoint.origin, logKeys: [VerifierKey(vector.vkey)])
      #expect(signed.checkpoint == checkpoint)
      #expect(signed.cosignatures.isEmpty)
    }
    print("checked: \(cases.count) checkpoints")
    #expect(cases.count == 4)
  }

  @Test func `cosignatures are made byte for byte as published, and verified`() throws {
    let cases: [Cosigned] = try Vectors.json("tlog/cosignatures.json")
    var all: [NoteSignature] = []
    var keys: [VerifierKey] = []
    for vector in cases {
      let seed = try #require(Hexadecimal.bytes(vector.seedHex))
      let witness = try SignerKey(name: vector.witness, seed: seed, algorithm: .cosignature)
      #expect(witness.verifier.description == vector.vkey)
      #expect(try SignerKey(secretText: witness.secretText).verifier == witness.verifier)
      let text = try Note([UInt8](vector.cosigned.utf8)).text
      let line = witness.cosign(text, time: vector.time)
      #expect("\(line)\n" == vector.line)
      #expect(witness.verifier.isEd25519([UInt8](line.bytes[8...]), over: [UInt8](vector.signedMessage.utf8)))
      let signed = try Checkpoint.open(
        [UInt8](vector.cosigned.utf8), origin: "ledger.example.org/incidents", logKeys: [VerifierKey(Self.log)],
        witnesses: [witness.verifier])
      #expect(signed.cosignatures.map(\.key) == [witness.verifier])
      #expect(signed.cosignatures.map(\.time) == [vector.time])
      all.append(line)
      keys.append(witness.verifier)
    }
    print("checked: \(cases.count) cosignatures")
    #expect(cases.count == 3)
    let first = try #require(cases.first)
    let note = try Note([UInt8](first.cosigned.utf8)).adding(all)
    let signed = try Checkpoint.open(
      note.bytes, origin: "ledger.example.org/incidents", logKeys: [VerifierKey(Self.log)], witnesses: keys)
    #expect(signed.cosignatures.map(\.time) == [1_790_000_000, 1_790_000_001, 1_790_000_002])
    #expect(throws: CheckpointError.note(.noKnownSignature)) {
      try Checkpoint.open(note.bytes, origin: "ledger.example.org/incidents", logKeys: [])
    }
    #expect(throws: CheckpointError.notSignedByLog) {
      try Checkpoint.open(note.bytes, origin: "ledger.example.org/incidents", logKeys: [], witnesses: keys)
    }
  }

  @Test func `the tree head of Go's checksum database is printed and read`() throws {
    let records: Records = try Vectors.json("sumdb/records.json")
    let leaf = Digest.leaf([UInt8]("hello world".utf8))
    let tree = Checkpoint(origin: "go.sum database tree", size: records.formatTree.size, root: leaf)
    #expect(tree.text == [UInt8](records.formatTree.text.utf8))
    #expect(try Checkpoint(text: tree.text) == tree)
    let old = try Checkpoint(text: [UInt8](records.realCheckpoint2025TreeOnly.utf8))
    #expect(old.size == 31_048_497)
    let key = try VerifierKey("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
    let real = try Checkpoint.open(
      [UInt8](records.realCheckpoint.utf8), origin: "go.sum database tree", logKeys: [key])
    #expect(real.checkpoint.size == 35_225_469)
    #expect(throws: CheckpointError.self) {
      try Checkpoint.open([UInt8](records.realCheckpoint.utf8), origin: "sum.golang.org", logKeys: [key])
    }
    #expect(records.exampleLeaves.count == 2)
  }

  @Test func `tile paths with a height, as the checksum database writes them, are not ours`() throws {
    let records: Records = try Vectors.json("sumdb/records.json")
    for vector in records.tilePaths {
      #expect(TilePath(vector.path) == nil, "\(vector.path)")
      guard let parts = vector.parts, parts[1] >= 0 else { continue }
      // Without the height, the path is the one of C2SP.
      let elements = vector.path.split(separator: "/")
      let path = "tile/" + elements.dropFirst(2).joined(separator: "/")
      let width = Int(parts[3]) < 1 << Int(parts[0]) ? Int(parts[3]) : 256
      let tile = TileID(level: Int(parts[1]), index: UInt64(parts[2]))
      #expect(TilePath(path) == TilePath(tile: tile, width: width), "\(vector.path)")
    }
    print("checked: \(records.tilePaths.count) paths")
    #expect(records.tilePaths.count == 8)
  }
}

@Suite("Rules of checkpoints")
struct CheckpointRuleTests {
  static let root = Digest.emptyRoot.base64

  @Test func `extension lines are read, kept and never written by us`() throws {
    let text = [UInt8]("a\n1\n\(Self.root)\nmore\nand more\n".utf8)
    let checkpoint = try Checkpoint(text: text)
    #expect(checkpoint.extensionLines == ["more", "and more"])
    #expect(checkpoint.text == text)
    #expect(Checkpoint(origin: "a", size: 1, root: checkpoint.root).extensionLines.isEmpty)
  }

  @Test func `malformed texts are refused with the reason`() {
    let cases: [(String, CheckpointError)] = [
      ("", .malformed), ("a\n1\n", .malformed), ("a\n1\n\(Self.root)", .malformed), ("\n1\n\(Self.root)\n", .malformed),
      ("a\n1\n\(Self.root)\n\n", .malformed), ("a\n1\n\(Self.root)\n\nx\n", .malformed),
      ("a\n01\n\(Self.root)\n", .badSize("01")), ("a\n+1\n\(Self.root)\n", .badSize("+1")),
      ("a\n-1\n\(Self.root)\n", .badSize("-1")), ("a\n1 \n\(Self.root)\n", .badSize("1 ")),
      ("a\n18446744073709551616\n\(Self.root)\n", .badSize("18446744073709551616")),
      ("a\n1\nAAAA\n", .badRoot("AAAA")), ("a\n1\n\(Self.root)=\n", .badRoot(Self.root + "=")),
    ]
    for (text, error) in cases {
      #expect(throws: error, "\(text.debugDescription)") { try Checkpoint(text: [UInt8](text.utf8)) }
    }
    #expect(throws: Never.self) { try Checkpoint(text: [UInt8]("a\n18446744073709551615\n\(Self.root)\n".utf8)) }
    #expect(throws: Never.self) { try Checkpoint(text: [UInt8]("a\n0\n\(Self.root)\n".utf8)) }
  }

  @Test func `while a key is replaced both sign, and either is enough to read`() throws {
    let keys = [NoteRuleTests.signer("log", 1), NoteRuleTests.signer("log", 2)]
    let note = try Checkpoint(origin: "log", size: 0, root: Digest.emptyRoot).sign(with: keys)
    for key in keys {
      let signed = try Checkpoint.open(note.bytes, origin: "log", logKeys: [key.verifier])
      #expect(signed.opened.signers == [key.verifier])
      #expect(signed.opened.unknown.count == 1)
    }
  }

  @Test func `a cosignature with a time beyond the limit or another time than signed is refused`() throws {
    let log = NoteRuleTests.signer("log", 1)
    let witness = NoteRuleTests.signer("w", 2, .cosignature)
    let checkpoint = Checkpoint(origin: "log", size: 0, root: Digest.emptyRoot)
    let line = witness.cosign(checkpoint.text, time: UInt64(Int64.max))
    for byte in 0..<72 {
      var bytes = line.bytes
      bytes[byte] ^= 0x80
      let forged = NoteSignature(name: line.name, keyID: line.keyID, bytes: bytes)
      let note = try checkpoint.sign(with: [log]).adding([forged])
      #expect(throws: CheckpointError.note(.badSignature(name: "w", id: line.keyID))) {
        try Checkpoint.open(note.bytes, origin: "log", logKeys: [log.verifier], witnesses: [witness.verifier])
      }
    }
    let note = try checkpoint.sign(with: [log]).adding([line])
    #expect(
      try Checkpoint.open(note.bytes, origin: "log", logKeys: [log.verifier], witnesses: [witness.verifier])
        .cosignatures.map(\.time) == [UInt64(Int64.max)])
  }
}
