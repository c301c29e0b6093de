import TestSupport
import Testing
import TransparencyLog

@Suite("RFC 6962 trees, vectors of transparency-dev/merkle", .enabled(if: SharedData.isPresent))
struct RFC6962Tests {
  struct Reference: Decodable {
    let leafInputsHex: [String]
    let rootHexBySize: [String]
    let nodeHexByLevel: [[String]]
  }

  struct Inclusion: Decodable {
    let leafIdx: UInt64
    let treeSize: UInt64
    let root: String
    let leafHash: String
    let proof: [String]?
    let wantErr: Bool
  }

  struct Consistency: Decodable {
    let size1: UInt64
    let size2: UInt64
    let root1: String
    let root2: String
    let proof: [String]?
    let wantErr: Bool
  }

  @Test func `the reference tree of eight leaves has every hash that is published`() throws {
    let reference: Reference = try Vectors.json("rfc6962/reference_tree.json")
    var tree = DenseTree()
    var frontier = Frontier()
    var roots = 0
    for size in 0...8 {
      let expected = Digest(hex: reference.rootHexBySize[size])
      #expect(frontier.root == expected)
      #expect(try Tree.root(size: UInt64(size), reader: tree) == expected)
      roots += 1
      guard size < 8 else { break }
      let leaf = try #require(Hexadecimal.bytes(reference.leafInputsHex[size]))
      tree.append(Digest.leaf(leaf))
      frontier.append(Digest.leaf(leaf))
    }
    var nodes = 0
    for (level, hashes) in reference.nodeHexByLevel.enumerated() {
      for (index, hex) in hashes.enumerated() where (index + 1) << level <= 8 {
        #expect(try tree.hash(level: level, index: UInt64(index)).hex == hex)
        nodes += 1
      }
    }
    print("checked: \(roots) roots, \(nodes) nodes")
    #expect(roots == 9)
    #expect(nodes == 15)
  }

  @Test func `inclusion proofs are accepted and refused as published`() throws {
    let cases = try Vectors.folder("rfc6962/testdata/inclusion", of: Inclusion.self)
    for (name, vector) in cases {
      let held = holds {
        try Tree.verifyInclusion(
          of: Digest(vector: vector.leafHash), index: vector.leafIdx, size: vector.treeSize,
          root: Digest(vector: vector.root), proof: (vector.proof ?? []).map { try Digest(vector: $0) })
      }
      #expect(held == !vector.wantErr, "\(name)")
    }
    print("checked: \(cases.count) inclusion proofs")
    #expect(cases.count == 98)
    #expect(cases.filter { !$0.value.wantErr }.count > 5)
  }

  @Test func `consistency proofs are accepted and refused as published`() throws {
    let cases = try Vectors.folder("rfc6962/testdata/consistency", of: Consistency.self)
    for (name, vector) in cases {
      let held = holds {
        try Tree.verifyConsistency(
          from: vector.size1, fromRoot: Digest(vector: vector.root1), to: vector.size2,
          toRoot: Digest(vector: vector.root2), proof: (vector.proof ?? []).map { try Digest(vector: $0) })
      }
      #expect(held == !vector.wantErr, "\(name)")
    }
    print("checked: \(cases.count) consistency proofs")
    #expect(cases.count == 98)
    #expect(cases.filter { !$0.value.wantErr }.count > 4)
  }
}

/// Whether a verification goes through.
func holds(_ body: () throws -> Void) -> Bool {
  do { try body() } catch { return false }
  return true
}

/// Hexadecimal of any length in vectors.
enum Hexadecimal {
  static func bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = text[...]
    while !rest.isEmpty {
      guard rest.count >= 2, let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}
