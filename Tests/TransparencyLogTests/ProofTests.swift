import Testing
import TransparencyLog

@Suite("Proofs")
struct ProofTests {
  static let largest: UInt64 = 300
  static let tree = DenseTree.of(size: largest)
  static let roots = try! (0...largest).map { try Tree.root(size: $0, reader: tree) }

  /// The proof damaged: one bit of a hash, one hash too few, one too many.
  ///
  /// In small trees a bit of every hash is flipped; in larger ones, where that would take minutes, of one in turn.
  static func damaged(_ proof: [Digest], bit: Int, size: UInt64) -> [[Digest]] {
    let flipped = size <= 70 || proof.isEmpty ? proof.indices : (bit % proof.count)..<(bit % proof.count + 1)
    var damaged = flipped.map { position in
      var other = proof
      other[position] = proof[position].flipping(bit: (bit + 37 * position) % 256)
      return other
    }
    damaged += proof.indices.map { position in
      var other = proof
      other.remove(at: position)
      return other
    }
    let surplus = proof.first ?? Digest.emptyRoot
    return damaged + [proof + [surplus], [surplus] + proof]
  }

  @Test func `every leaf of every tree up to 300 is proved, and no damaged proof is accepted`() throws {
    var proofs = 0
    for size in 1...Self.largest {
      let root = Self.roots[Int(size)]
      for index in 0..<size {
        let proof = try Tree.proveInclusion(index: index, size: size, reader: Self.tree)
        try Tree.verifyInclusion(of: leafHash(index), index: index, size: size, root: root, proof: proof)
        proofs += 1
        func refuse(leaf: UInt64, index: UInt64, _ proof: [Digest]) {
          guard
            holds({
              try Tree.verifyInclusion(of: leafHash(leaf), index: index, size: size, root: root, proof: proof)
            })
          else { return }
          Issue.record("accepted: leaf \(leaf) as \(index) of \(size) with \(proof)")
        }
        for other in Self.damaged(proof, bit: proofs % 256, size: size) { refuse(leaf: index, index: index, other) }
        refuse(leaf: index + 1, index: index, proof)
        for other in [index + 1, index &- 1, index ^ 128] { refuse(leaf: index, index: other, proof) }
      }
    }
    #expect(proofs == 45_150)
  }

  @Test func `every step between trees up to 300 is proved, and no damaged proof is accepted`() throws {
    var proofs = 0
    for to in 1...Self.largest {
      for from in 1...to {
        let (old, new) = (Self.roots[Int(from)], Self.roots[Int(to)])
        let proof = try Tree.proveConsistency(from: from, to: to, reader: Self.tree)
        try Tree.verifyConsistency(from: from, fromRoot: old, to: to, toRoot: new, proof: proof)
        proofs += 1
        func refuse(_ old: Digest, _ new: Digest, _ proof: [Digest]) {
          guard
            holds({
              try Tree.verifyConsistency(from: from, fromRoot: old, to: to, toRoot: new, proof: proof)
            })
          else { return }
          Issue.record("accepted: \(from) to \(to) with \(proof)")
        }
        for other in Self.damaged(proof, bit: proofs % 256, size: to) { refuse(old, new, other) }
        refuse(old.flipping(bit: proofs % 256), new, proof)
        refuse(old, new.flipping(bit: proofs % 256), proof)
      }
    }
    #expect(proofs == 45_150)
  }

  @Test func `reasons say what is wrong`() throws {
    let tree = Self.tree
    let root = Self.roots[5]
    let proof = try Tree.proveInclusion(index: 2, size: 5, reader: tree)
    #expect(throws: TreeError.noSuchLeaf(index: 5, size: 5)) {
      try Tree.proveInclusion(index: 5, size: 5, reader: tree)
    }
    #expect(throws: TreeError.noSuchLeaf(index: 0, size: 0)) {
      try Tree.verifyInclusion(of: leafHash(0), index: 0, size: 0, root: root, proof: [])
    }
    #expect(throws: TreeError.wrongProofLength(expected: 3, found: 4)) {
      try Tree.verifyInclusion(of: leafHash(2), index: 2, size: 5, root: root, proof: proof + [root])
    }
    #expect(throws: TreeError.rootMismatch(computed: root, given: Digest.emptyRoot)) {
      try Tree.verifyInclusion(of: leafHash(2), index: 2, size: 5, root: Digest.emptyRoot, proof: proof)
    }
    let steps: [(from: UInt64, to: UInt64)] = [(0, 0), (0, 5), (6, 5)]
    for (from, to) in steps {
      #expect(throws: TreeError.noSuchStep(from: from, to: to)) {
        try Tree.proveConsistency(from: from, to: to, reader: tree)
      }
      #expect(throws: TreeError.noSuchStep(from: from, to: to)) {
        try Tree.verifyConsistency(from: from, fromRoot: root, to: to, toRoot: root, proof: [])
      }
    }
    let step = try Tree.proveConsistency(from: 3, to: 5, reader: tree)
    #expect(throws: TreeError.oldRootMismatch(computed: Self.roots[3], given: Self.roots[4])) {
      try Tree.verifyConsistency(from: 3, fromRoot: Self.roots[4], to: 5, toRoot: root, proof: step)
    }
    #expect(throws: TreeError.rootMismatch(computed: root, given: Self.roots[4])) {
      try Tree.verifyConsistency(from: 3, fromRoot: Self.roots[3], to: 5, toRoot: Self.roots[4], proof: step)
    }
    #expect(throws: TreeError.wrongProofLength(expected: 0, found: 1)) {
      try Tree.verifyConsistency(from: 5, fromRoot: root, to: 5, toRoot: root, proof: [root])
    }
  }

  @Test func `the largest sizes neither overflow nor hang`() {
    let root = Digest.emptyRoot
    for index in [0, 1, UInt64.max / 2, UInt64.max - 1] {
      #expect(!holds { try Tree.verifyInclusion(of: root, index: index, size: .max, root: root, proof: []) })
      #expect(
        !holds {
          try Tree.verifyConsistency(from: index + 1, fromRoot: root, to: .max, toRoot: root, proof: [root])
        })
    }
    #expect(throws: TreeError.noSuchLeaf(index: .max, size: .max)) {
      try Tree.verifyInclusion(of: root, index: .max, size: .max, root: root, proof: [])
    }
  }

  @Test func `a reader of tiles refuses what is not in its tree or comes with the wrong length`() {
    struct Short: TileReader {
      func tile(_ tile: TileID, width: Int) throws -> [UInt8] { [UInt8](repeating: 0, count: width * 32 - 1) }
    }
    let reader = TileHashes(size: 300, tiles: Short())
    let tile = TileID(level: 0, index: 1)
    #expect(throws: TileError(tile: tile, width: 44, byteCount: 44 * 32 - 1)) { try reader.hash(level: 0, index: 256) }
    let tree = TiledTree.of(size: 300)
    for node in [NodeID(level: 0, index: 300), NodeID(level: 3, index: 37), NodeID(level: 8, index: 1)] {
      #expect(throws: TreeError.noSuchNode(node, size: 300)) { try tree.hashes([node]) }
    }
    #expect(throws: Never.self) { try tree.hash(level: 2, index: 74) }
  }
}

extension Digest {
  func flipping(bit: Int) -> Digest {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return Digest(bytes) ?? self
  }
}
