public import TransparencyLog

/// The tree of a log at one size: answers from full tiles of the store and from the right edge.
///
/// Events appended later do not change its answers. It trusts stored hashes: an audit hashes leaves instead, and whoever makes a proof verifies it.
public struct LogTree: HashReader, TileReader, Sendable {
  /// How many events it covers.
  public var size: UInt64 { frontier.size }
  /// The right edge.
  public let frontier: Frontier
  private let log: any EventLog

  init(_ log: any EventLog, frontier: Frontier) {
    self.log = log
    self.frontier = frontier
  }

  /// The root of all its events.
  public var root: Digest { frontier.root }

  /// The root of the first `size` events, at most its own size.
  public func root(at size: UInt64) throws(LedgerError) -> Digest {
    guard size <= self.size else { throw .noSuchPosition(size - 1, size: self.size) }
    if size == self.size { return root }
    do { return try Tree.root(size: size, reader: self) } catch {
      if let error = error as? LedgerError { throw error }
      throw .damaged(path: log.origin, reason: "its tree cannot be read: \(error)")
    }
  }

  /// The hash of the leaf at a position.
  public func leafHash(at position: UInt64) throws(LedgerError) -> Digest {
    guard position < size else { throw .noSuchPosition(position, size: size) }
    if let hash = frontier.hash(level: 0, index: position) { return hash }
    let tile = try fullTile(TileID(level: 0, index: position >> 8))
    let start = Int(position & 255) * Digest.byteCount
    guard let hash = Digest(tile[start..<start + Digest.byteCount]) else {
      throw .damaged(path: log.origin, reason: "a tile has the wrong length")
    }
    return hash
  }

  public func hash(level: Int, index: UInt64) throws -> Digest {
    try TileHashes(size: size, tiles: self).hash(level: level, index: index)
  }

  public func hashes(_ nodes: [NodeID]) throws -> [Digest] {
    try TileHashes(size: size, tiles: self).hashes(nodes)
  }

  /// The first `width` hashes of a tile, 32 bytes each, cut from a full tile where needed.
  public func tile(_ tile: TileID, width: Int) throws -> [UInt8] {
    let edge = frontier.partialTileBytes(level: tile.level)
    let isEdge = tile.index == size >> UInt64(8 * (tile.level + 1))
    let bytes = isEdge ? edge : try fullTile(tile)
    return Array(bytes.prefix(width * Digest.byteCount))
  }

  private func fullTile(_ tile: TileID) throws(LedgerError) -> [UInt8] {
    guard let bytes = try log.fullTile(tile), bytes.count == TileID.fullByteCount else {
      throw .damaged(path: log.origin, reason: "\(tile.path()) is missing or has the wrong length")
    }
    return bytes
  }
}
