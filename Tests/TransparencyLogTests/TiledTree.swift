import TransparencyLog

/// A tree kept as a store keeps it: the tiles that the frontier has handed over, and the frontier.
struct TiledTree: TileReader, HashReader {
  private(set) var frontier = Frontier()
  private(set) var full: [TileID: [UInt8]] = [:]

  mutating func append(_ leaf: Digest) {
    frontier.append(leaf) { full[$0] = $1 }
  }

  func tile(_ tile: TileID, width: Int) throws -> [UInt8] {
    let bytes = full[tile] ?? frontier.partialTileBytes(level: tile.level)
    return [UInt8](bytes.prefix(width * Digest.byteCount))
  }

  func hash(level: Int, index: UInt64) throws -> Digest {
    try TileHashes(size: frontier.size, tiles: self).hash(level: level, index: index)
  }

  func hashes(_ nodes: [NodeID]) throws -> [Digest] {
    try TileHashes(size: frontier.size, tiles: self).hashes(nodes)
  }

  static func of(size: UInt64, leaf: (UInt64) -> Digest = leafHash) -> TiledTree {
    var tree = TiledTree()
    for index in 0..<size { tree.append(leaf(index)) }
    return tree
  }
}
