/// The one seam between the tree and whatever stores it: answers with the hash of a complete subtree.
///
/// Roots and proofs ask for all that they need in one call of ``hashes(_:)``, so that a reader may fetch each tile once.
public protocol HashReader {
  /// The hash of the complete subtree of 2^`level` leaves that begins at leaf `index` · 2^`level`.
  func hash(level: Int, index: UInt64) throws -> Digest
  /// The hashes of many nodes, in the order asked.
  func hashes(_ nodes: [NodeID]) throws -> [Digest]
}

extension HashReader {
  public func hashes(_ nodes: [NodeID]) throws -> [Digest] {
    try nodes.map { try hash(level: $0.level, index: $0.index) }
  }
}
