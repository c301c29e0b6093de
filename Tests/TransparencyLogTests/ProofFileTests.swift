import Foundation
import TestSupport
import Testing
import TransparencyLog

@Suite("Proof files, vectors of C2SP tlog-proof", .enabled(if: SharedData.isPresent))
struct ProofFileTests {
  static let origin = "ledger.example.org/incidents"
  static let witnesses = [
    "witness.example.org/a+8d760797+BFycbfJhycuEBHV3aq782US0BTKPqyj5s6le9ASQ096E",
    "witness.example.net/b+ff53506c+BNBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3",
  ]

  static func file(_ index: Int) throws -> [UInt8] {
    try SharedData.bytes("vectors/tlog/leaf-\(index)-of-1000.tlog-proof")
  }

  @Test(arguments: [0, 333, 999])
  func `a published proof file is read, verified and printed alike, and made from the tree`(index: Int) throws {
    let bytes = try Self.file(index)
    let file = try InclusionProofFile(bytes)
    #expect(file.bytes == bytes)
    #expect(file.index == UInt64(index))
    let signed = try file.verify(
      leaf: leafHash(UInt64(index)), origin: Self.origin, logKeys: [VerifierKey(CheckpointTests.log)],
      witnesses: Self.witnesses.map { try VerifierKey($0) })
    #expect(signed.checkpoint.size == 1000)
    #expect(signed.cosignatures.map(\.time) == [1_790_000_000, 1_790_000_001])
    #expect(signed.opened.unknown.count == 1)
    let tree = DenseTree.of(size: 1000)
    let ours = InclusionProofFile(
      index: UInt64(index), proof: try Tree.proveInclusion(index: UInt64(index), size: 1000, reader: tree),
      checkpoint: file.checkpoint)
    #expect(ours.bytes == bytes)
    #expect(throws: ProofFileError.self) {
      try file.verify(leaf: leafHash(1), origin: Self.origin, logKeys: [VerifierKey(CheckpointTests.log)])
    }
  }

  @Test func `extra data is carried and means nothing to the proof`() throws {
    let plain = try InclusionProofFile(Self.file(333))
    let file = InclusionProofFile(
      index: 333, proof: plain.proof, checkpoint: plain.checkpoint, extra: [UInt8]("anything".utf8))
    let read = try InclusionProofFile(file.bytes)
    #expect(read == file)
    #expect(
      String(decoding: file.bytes, as: UTF8.self).hasPrefix("c2sp.org/tlog-proof@v1\nextra YW55dGhpbmc=\nindex 333\n"))
    #expect(throws: Never.self) {
      try read.verify(leaf: leafHash(333), origin: Self.origin, logKeys: [VerifierKey(CheckpointTests.log)])
    }
  }

  @Test func `malformed files are refused with the reason`() {
    let hash = Digest.emptyRoot.base64
    let head = "c2sp.org/tlog-proof@v1\n"
    let cases: [(String, ProofFileError)] = [
      ("", .noHeader), ("c2sp.org/tlog-proof@v1", .noHeader), ("c2sp.org/tlog-proof@v2\nindex 0\n\nx", .noHeader),
      (head, .badIndex), (head + "index 01\n\nx", .badIndex), (head + "index \n\nx", .badIndex),
      (head + "index 0", .badIndex), (head + "index 18446744073709551616\n\nx", .badIndex),
      (head + "Index 0\n\nx", .badIndex), (head + "extra YQ\nindex 0\n\nx", .badExtra),
      (head + "extra YR==\nindex 0\n\nx", .badExtra), (head + "extra YQ==\nextra YQ==\nindex 0\n\nx", .badIndex),
      (head + "index 0\n\(hash)\n\(hash)x\n\nx", .badHash(number: 2)),
      (head + "index 0\n\(hash) \n\nx", .badHash(number: 1)),
      (head + "index 0\n\(hash)\n", .noCheckpoint), (head + "index 0\n\n", .noCheckpoint),
      (head + "index 0\n" + String(repeating: hash + "\n", count: 65) + "\nx", .tooManyHashes),
    ]
    for (text, error) in cases {
      #expect(throws: error, "\(text.debugDescription)") { try InclusionProofFile([UInt8](text.utf8)) }
    }
  }
}
