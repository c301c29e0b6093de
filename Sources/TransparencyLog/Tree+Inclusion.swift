extension Tree {
  /// How many hashes prove that a leaf lies in a tree; at most 64. The leaf must exist.
  static func inclusionProofLength(index: UInt64, size: UInt64) -> Int {
    let inner = innerLength(index: index, size: size)
    return inner + borderLength(index: index, inner: inner)
  }

  /// Levels below the point where the path of the leaf meets the right edge of the tree.
  static func innerLength(index: UInt64, size: UInt64) -> Int {
    64 - (index ^ (size - 1)).leadingZeroBitCount
  }

  /// Subtrees to the left that remain once the path runs along the right edge.
  static func borderLength(index: UInt64, inner: Int) -> Int {
    inner < 64 ? (index >> UInt64(inner)).nonzeroBitCount : 0
  }

  /// Proves that leaf `index` lies in the tree of the first `size` leaves (RFC 6962 section 2.1.1).
  ///
  /// The hashes run from the sibling of the leaf up to the child of the root. Throws ``TreeError/noSuchLeaf(index:size:)``
  /// and what the reader throws.
  public static func proveInclusion(index: UInt64, size: UInt64, reader: some HashReader) throws -> [Digest] {
    guard index < size else { throw TreeError.noSuchLeaf(index: index, size: size) }
    var siblings: [Range<UInt64>] = []
    var tree = 0..<size
    while tree.upperBound - tree.lowerBound > 1 {
      let middle = tree.lowerBound + split(tree.upperBound - tree.lowerBound)
      if index < middle {
        siblings.append(middle..<tree.upperBound)
        tree = tree.lowerBound..<middle
      } else {
        siblings.append(tree.lowerBound..<middle)
        tree = middle..<tree.upperBound
      }
    }
    return try fold(siblings.reversed(), reader: reader)
  }

  /// Checks that `leaf` is leaf `index` of the tree of `size` leaves with the given root (RFC 9162 section 2.1.3.2).
  ///
  /// The length of the proof follows from index and size; a missing or surplus hash is refused before anything is hashed.
  public static func verifyInclusion(
    of leaf: Digest, index: UInt64, size: UInt64, root: Digest, proof: [Digest]
  ) throws(TreeError) {
    guard index < size else { throw .noSuchLeaf(index: index, size: size) }
    let inner = innerLength(index: index, size: size)
    let expected = inclusionProofLength(index: index, size: size)
    guard proof.count == expected else { throw .wrongProofLength(expected: expected, found: proof.count) }
    let atEdge = climb(from: leaf, path: index, proof[..<inner])
    let computed = alongEdge(from: atEdge, proof[inner...])
    guard computed == root else { throw .rootMismatch(computed: computed, given: root) }
  }

  /// Climbs from a node to the right edge; bit *i* of `path` says whether the node is a right child there.
  static func climb(from start: Digest, path: UInt64, _ proof: ArraySlice<Digest>) -> Digest {
    proof.enumerated().reduce(start) { hash, step in
      path >> UInt64(step.offset) & 1 == 0 ? Digest.node(hash, step.element) : Digest.node(step.element, hash)
    }
  }

  /// Climbs along the right edge: every sibling lies to the left.
  static func alongEdge(from start: Digest, _ proof: ArraySlice<Digest>) -> Digest {
    proof.reduce(start) { Digest.node($1, $0) }
  }
}
