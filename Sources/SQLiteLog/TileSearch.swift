internal import TransparencyLog

/// Looks for hashes inside the bytes of tiles.
enum TileSearch {
  /// The place of a hash in a tile, from 0; `nil` when it is not there.
  static func place(of hash: Digest, in tile: UnsafeRawBufferPointer) -> Int? {
    for place in 0..<tile.count / Digest.byteCount {
      let start = place * Digest.byteCount
      if unsafe Digest(UnsafeRawBufferPointer(rebasing: tile[start..<start + Digest.byteCount])) == hash {
        return place
      }
    }
    return nil
  }

  /// The hash at a place of a tile; `nil` when the tile is shorter.
  static func hash(at place: Int, in tile: [UInt8]) -> Digest? {
    let start = place * Digest.byteCount
    guard tile.count >= start + Digest.byteCount else { return nil }
    return Digest(tile[start..<start + Digest.byteCount])
  }
}
