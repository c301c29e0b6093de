extension Tree {
  /// Proves that the tree of the first `from` leaves is the beginning of the tree of the first `to` (RFC 6962 2.1.2).
  ///
  /// Equal sizes have an empty proof. Throws ``TreeError/noSuchStep(from:to:)`` for an old size of 0 or above the new one,
  /// and what the reader throws.
  public static func proveConsistency(from: UInt64, to: UInt64, reader: some HashReader) throws -> [Digest] {
    guard from > 0, from <= to else { throw TreeError.noSuchStep(from: from, to: to) }
    var parts: [Range<UInt64>] = []
    var tree = 0..<to
    while tree.upperBound != from {
      let middle = tree.lowerBound + split(tree.upperBound - tree.lowerBound)
      if from <= middle {
        parts.append(middle..<tree.upperBound)
        tree = tree.lowerBound..<middle
      } else {
        parts.append(tree.lowerBound..<middle)
        tree = middle..<tree.upperBound
      }
    }
    // The old tree itself is known to the verifier; a part of it is not, and begins the proof.
    if tree.lowerBound > 0 { parts.append(tree) }
    return try fold(parts.reversed(), reader: reader)
  }

  /// Checks that the tree of size `from` and root `fromRoot` is the beginning of that of size `to` and root `toRoot`.
  ///
  /// See RFC 9162 section 2.1.4.2. The length of the proof follows from the sizes; a missing or surplus hash is refused
  /// before anything is hashed. An old size of 0 is refused: every tree extends the empty one, so there is nothing to prove.
  public static func verifyConsistency(
    from: UInt64, fromRoot: Digest, to: UInt64, toRoot: Digest, proof: [Digest]
  ) throws(TreeError) {
    guard from > 0, from <= to else { throw .noSuchStep(from: from, to: to) }
    if from == to {
      guard proof.isEmpty else { throw .wrongProofLength(expected: 0, found: proof.count) }
      guard fromRoot == toRoot else { throw .rootMismatch(computed: fromRoot, given: toRoot) }
      return
    }
    // The path starts at the last complete subtree of the old tree, which is the old tree itself for a power of two.
    let start = from.trailingZeroBitCount
    let isComplete = from.nonzeroBitCount == 1
    let inner = innerLength(index: from - 1, size: to)
    let border = borderLength(index: from - 1, inner: inner)
    let seeds = isComplete ? 0 : 1
    let expected = seeds + inner - start + border
    guard proof.count == expected else { throw .wrongProofLength(expected: expected, found: proof.count) }

    let seed = isComplete ? fromRoot : proof[0]
    let path = (from - 1) >> UInt64(start)
    let climbing = proof[seeds..<seeds + inner - start]
    let edge = proof[(seeds + inner - start)...]
    // Within the old tree only the siblings to the left exist.
    let leftOnly = climbing.enumerated().filter { path >> UInt64($0.offset) & 1 == 1 }.map(\.element)
    let old = alongEdge(from: alongEdge(from: seed, leftOnly[...]), edge)
    guard old == fromRoot else { throw .oldRootMismatch(computed: old, given: fromRoot) }
    let new = alongEdge(from: climb(from: seed, path: path, climbing), edge)
    guard new == toRoot else { throw .rootMismatch(computed: new, given: toRoot) }
  }
}
