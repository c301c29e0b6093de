import Foundation
import TestSupport
import Testing
import TransparencyLog

@Suite("Large trees, vectors of Go's sumdb/tlog", .enabled(if: SharedData.isPresent))
struct LargeTreeTests {
  struct Roots: Decodable {
    struct Root: Decodable {
      let size: UInt64
      let root: String
    }
    let roots: [Root]
  }

  struct Inclusion: Decodable {
    let index: UInt64
    let size: UInt64
    let proof: [String]
  }

  struct Consistency: Decodable {
    let old: UInt64
    let new: UInt64
    let proof: [String]
  }

  struct Indexes: Decodable {
    let levelNIndex: [[UInt64]]
    let nCount: [[UInt64]]
  }

  /// One tree of 1,048,577 leaves, kept as full tiles and a frontier as a store keeps it.
  static let large = TiledTree.of(size: 1_048_577)

  @Test func `every published root comes out of the tiles and, at its size, of the frontier`() throws {
    let roots = try Vectors.json("tlog/roots.json", as: Roots.self).roots
    var bySize = Dictionary(uniqueKeysWithValues: roots.map { ($0.size, $0.root) })
    for root in roots {
      #expect(try Tree.root(size: root.size, reader: Self.large).base64 == root.root, "size \(root.size)")
    }
    var frontier = Frontier()
    for size in 0...Self.large.frontier.size {
      if let root = bySize.removeValue(forKey: size) { #expect(frontier.root.base64 == root, "size \(size)") }
      frontier.append(leafHash(size))
    }
    print("checked: \(roots.count) roots twice")
    #expect(bySize.isEmpty)
    #expect(roots.count == 1043)
  }

  @Test func `every published inclusion proof is made and verified`() throws {
    let cases: [Inclusion] = try Vectors.json("tlog/inclusion.json")
    for vector in cases {
      let proof = try Tree.proveInclusion(index: vector.index, size: vector.size, reader: Self.large)
      #expect(proof.map(\.base64) == vector.proof, "leaf \(vector.index) of \(vector.size)")
      try Tree.verifyInclusion(
        of: leafHash(vector.index), index: vector.index, size: vector.size,
        root: Tree.root(size: vector.size, reader: Self.large), proof: proof)
    }
    print("checked: \(cases.count) inclusion proofs")
    #expect(cases.count == 621)
  }

  @Test func `every published consistency proof is made and verified`() throws {
    let cases: [Consistency] = try Vectors.json("tlog/consistency.json")
    for vector in cases {
      let proof = try Tree.proveConsistency(from: vector.old, to: vector.new, reader: Self.large)
      #expect(proof.map(\.base64) == vector.proof, "\(vector.old) to \(vector.new)")
      try Tree.verifyConsistency(
        from: vector.old, fromRoot: Tree.root(size: vector.old, reader: Self.large),
        to: vector.new, toRoot: Tree.root(size: vector.new, reader: Self.large), proof: proof)
    }
    print("checked: \(cases.count) consistency proofs")
    #expect(cases.count == 631)
  }

  @Test func `the plain model of these tests stores hashes in the published order`() throws {
    let indexes: Indexes = try Vectors.json("tlog/stored_hash_index.json")
    for triple in indexes.levelNIndex {
      #expect(DenseTree.place(level: Int(triple[0]), index: triple[1]) == triple[2])
    }
    for pair in indexes.nCount { #expect(DenseTree.count(pair[0]) == pair[1]) }
    print("checked: \(indexes.levelNIndex.count) places, \(indexes.nCount.count) counts")
    #expect(indexes.levelNIndex.count == 200)
    #expect(indexes.nCount.count == 305)
  }
}
