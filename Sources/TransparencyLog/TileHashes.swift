/// Reads the hashes of a tree of a fixed size from its tiles, each tile once per call.
///
/// It trusts the tiles: whoever makes a proof from them verifies the proof before relying on it.
public struct TileHashes<Tiles: TileReader>: HashReader {
  /// How many leaves the tree has; it decides the width of the tiles that are asked for.
  public let size: UInt64
  private let tiles: Tiles

  /// Reads a tree of `size` leaves.
  public init(size: UInt64, tiles: Tiles) {
    self.size = size
    self.tiles = tiles
  }

  public func hash(level: Int, index: UInt64) throws -> Digest {
    try hashes([NodeID(level: level, index: index)])[0]
  }

  public func hashes(_ nodes: [NodeID]) throws -> [Digest] {
    var read: [TileID: [Digest]] = [:]
    return try nodes.map { node in
      let id = node.tile
      let hashes = try read[id] ?? contents(of: id, for: node)
      read[id] = hashes
      guard node.hashesInTile.upperBound <= hashes.count else { throw TreeError.noSuchNode(node, size: size) }
      return Tree.collapse(hashes[node.hashesInTile])
    }
  }

  private func contents(of tile: TileID, for node: NodeID) throws -> [Digest] {
    let width = tile.width(in: size)
    guard width > 0 else { throw TreeError.noSuchNode(node, size: size) }
    let bytes = try tiles.tile(tile, width: width)
    guard bytes.count == width * Digest.byteCount else {
      throw TileError(tile: tile, width: width, byteCount: bytes.count)
    }
    return Digest.split(bytes[...])
  }
}
