/// The Merkle tree of RFC 6962 section 2.1 and RFC 9162 section 2.1: roots, inclusion and consistency.
///
/// All functions are pure; a stored tree is reached through a ``HashReader``.
public enum Tree {
  /// The root of the tree of the first `size` leaves.
  ///
  /// Throws what the reader throws.
  public static func root(size: UInt64, reader: some HashReader) throws -> Digest {
    guard size > 0 else { return Digest.emptyRoot }
    return try fold([0..<size], reader: reader)[0]
  }

  /// The root over hashes whose number is a power of two.
  static func collapse(_ hashes: ArraySlice<Digest>) -> Digest {
    if hashes.count == 1 { return hashes[hashes.startIndex] }
    var level = [Digest](hashes)
    while level.count > 1 {
      precondition(level.count.isMultiple(of: 2), "a complete subtree has a power of two hashes")
      for i in 0..<level.count / 2 { level[i] = Digest.node(level[2 * i], level[2 * i + 1]) }
      level.removeLast(level.count / 2)
    }
    return level[0]
  }

  /// The hashes of several subtrees, each given by its leaves, read in one go.
  ///
  /// Each range must begin where a subtree of its size begins, as those of the recursive definition do.
  static func fold(_ ranges: [Range<UInt64>], reader: some HashReader) throws -> [Digest] {
    let parts = ranges.map { completeSubtrees($0) }
    let nodes = parts.flatMap { $0 }
    let hashes = try reader.hashes(nodes)
    guard hashes.count == nodes.count else {
      throw TreeError.wrongAnswer(asked: nodes.count, answered: hashes.count)
    }
    var position = 0
    return parts.map { part in
      defer { position += part.count }
      let own = hashes[position..<position + part.count]
      return own.dropLast().reversed().reduce(own[own.endIndex - 1]) { Digest.node($1, $0) }
    }
  }

  /// The complete subtrees that make up a range, from the largest at the left to the smallest at the right.
  private static func completeSubtrees(_ leaves: Range<UInt64>) -> [NodeID] {
    var nodes: [NodeID] = []
    var start = leaves.lowerBound
    while start < leaves.upperBound {
      let level = 63 - (leaves.upperBound - start).leadingZeroBitCount
      nodes.append(NodeID(level: level, index: start >> UInt64(level)))
      start += 1 << UInt64(level)
    }
    return nodes
  }

  /// The largest power of two below `count`, which must be at least 2: where RFC 6962 splits a tree.
  static func split(_ count: UInt64) -> UInt64 {
    1 << UInt64(63 - (count - 1).leadingZeroBitCount)
  }
}
