import TransparencyLog

/// A plain model of the tree: every hash in one array, in the order that Go's sumdb stores them.
///
/// It shares no code with the frontier or the tiles.
struct DenseTree: HashReader {
  private(set) var size: UInt64 = 0
  private var stored: [Digest] = []

  /// The place of a node: all hashes that are complete after a leaf follow the leaf at once.
  static func place(level: Int, index: UInt64) -> UInt64 {
    // The last leaf below the node, then the nodes stored after it up to the wanted level.
    var index = index
    for _ in 0..<level { index = 2 * index + 1 }
    return count(index) + UInt64(level)
  }

  /// How many hashes are stored for a tree of `size` leaves.
  static func count(_ size: UInt64) -> UInt64 {
    var count: UInt64 = 0
    var rest = size
    while rest > 0 {
      count += rest
      rest >>= 1
    }
    return count
  }

  mutating func append(_ leaf: Digest) {
    stored.append(leaf)
    var level = 0
    var hash = leaf
    while size >> UInt64(level) & 1 == 1 {
      let left = stored[Int(DenseTree.place(level: level, index: (size >> UInt64(level)) - 1))]
      hash = Digest.node(left, hash)
      stored.append(hash)
      level += 1
    }
    size += 1
  }

  func hash(level: Int, index: UInt64) throws -> Digest {
    stored[Int(DenseTree.place(level: level, index: index))]
  }

  /// The root by the recursive definition of RFC 6962 section 2.1.
  func root(_ leaves: Range<UInt64>) throws -> Digest {
    let count = leaves.upperBound - leaves.lowerBound
    if count == 0 { return Digest.sha256([]) }
    if count == 1 { return try hash(level: 0, index: leaves.lowerBound) }
    var half: UInt64 = 1
    while half * 2 < count { half *= 2 }
    let middle = leaves.lowerBound + half
    return Digest.node(try root(leaves.lowerBound..<middle), try root(middle..<leaves.upperBound))
  }

  static func of(size: UInt64, leaf: (UInt64) -> Digest = leafHash) -> DenseTree {
    var tree = DenseTree()
    for index in 0..<size { tree.append(leaf(index)) }
    return tree
  }
}
