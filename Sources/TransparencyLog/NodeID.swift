/// Names one node of the tree that is the root of a complete subtree.
public struct NodeID: Hashable, Sendable {
  /// 0 for leaves; the subtree has 2^level leaves. At most 63.
  public let level: Int
  /// The position within the level, from 0: the subtree covers the leaves from `index` · 2^level.
  public let index: UInt64

  /// Names a node.
  public init(level: Int, index: UInt64) {
    self.level = level
    self.index = index
  }

  /// The tile in which the node is stored, or from whose hashes it is computed.
  public var tile: TileID { TileID(level: level / 8, index: index >> UInt64(8 - level % 8)) }

  /// The hashes of that tile which make up the node: one when it is stored, else 2, 4 … 128 neighbours.
  var hashesInTile: Range<Int> {
    let start = Int((index << UInt64(level % 8)) & 255)
    return start..<start + (1 << (level % 8))
  }
}
