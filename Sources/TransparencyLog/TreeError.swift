/// Why a root, a proof or a hash cannot be computed, or why a proof does not hold.
public enum TreeError: Error, Equatable, Sendable {
  /// The leaf does not exist in a tree of this size.
  case noSuchLeaf(index: UInt64, size: UInt64)
  /// The subtree is not complete in a tree of this size.
  case noSuchNode(NodeID, size: UInt64)
  /// No consistency can be proved between these sizes: the old one is 0 or larger than the new one.
  case noSuchStep(from: UInt64, to: UInt64)
  /// The proof has too few hashes, or more than belong to it.
  case wrongProofLength(expected: Int, found: Int)
  /// The proof leads to another root than the one given for the (new) tree.
  case rootMismatch(computed: Digest, given: Digest)
  /// The proof leads to another root than the one given for the old tree.
  case oldRootMismatch(computed: Digest, given: Digest)
  /// A reader answered with another number of hashes than it was asked for.
  case wrongAnswer(asked: Int, answered: Int)
}
