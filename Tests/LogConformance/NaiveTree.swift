import TransparencyLog

/// The tree of RFC 6962 section 2.1, written as the standard defines it, to compare with.
enum NaiveTree {
  static func root(_ leaves: ArraySlice<Digest>) -> Digest {
    switch leaves.count {
    case 0: return Digest.emptyRoot
    case 1: return leaves[leaves.startIndex]
    default:
      var split = 1
      while split * 2 < leaves.count { split *= 2 }
      let middle = leaves.startIndex + split
      return Digest.node(root(leaves[..<middle]), root(leaves[middle...]))
    }
  }

  /// The bytes of every full tile, by name.
  static func tiles(_ leaves: [Digest]) -> [TileID: [UInt8]] {
    var tiles: [TileID: [UInt8]] = [:]
    var level = leaves
    for number in 0..<8 {
      let full = level.count / 256
      for index in 0..<full {
        tiles[TileID(level: number, index: UInt64(index))] = level[index * 256..<index * 256 + 256].flatMap(\.bytes)
      }
      level = (0..<full).map { root(level[$0 * 256..<$0 * 256 + 256]) }
    }
    return tiles
  }
}
