/// Names one tile: 256 neighbouring hashes of one level of the tree (C2SP tlog-tiles).
///
/// A tile at `level` *l* with `index` *n* holds the hashes of the complete subtrees of 256^*l* leaves numbered
/// from 256 *n*. A tile of fewer than 256 hashes is partial; the same name then comes with a width.
public struct TileID: Hashable, Sendable, Comparable {
  /// How many hashes a full tile holds.
  public static let fullWidth = 256
  /// How many bytes a full tile holds.
  public static let fullByteCount = fullWidth * Digest.byteCount
  /// Levels that a tree of fewer than 2^64 leaves can have: 0 to 7.
  public static let levels = 0..<8

  /// 0 for tiles of leaf hashes; each level above stands for 256 times as many leaves.
  public let level: Int
  /// The position of the tile within its level, from 0.
  public let index: UInt64

  /// Names a tile; `level` must be in ``levels``.
  public init(level: Int, index: UInt64) {
    precondition(TileID.levels.contains(level), "a tile has a level from 0 to 7")
    self.level = level
    self.index = index
  }

  public static func < (a: TileID, b: TileID) -> Bool {
    (a.level, a.index) < (b.level, b.index)
  }

  /// The path of the tile below the prefix of a log, for example `tile/0/x001/234` or `tile/0/x001/234.p/5`.
  public func path(width: Int = fullWidth) -> String {
    TilePath(tile: self, width: width).description
  }

  /// How many hashes the tile holds in a tree of `size` leaves: 0 when it does not exist, 256 when it is full.
  public func width(in size: UInt64) -> Int {
    let hashes = size >> UInt64(8 * level)
    let (start, overflow) = index.multipliedReportingOverflow(by: UInt64(TileID.fullWidth))
    guard !overflow, hashes > start else { return 0 }
    return Int(min(hashes - start, UInt64(TileID.fullWidth)))
  }

  /// All tiles of a tree of `size` leaves with their widths, in order of level and index.
  public static func tiles(in size: UInt64) -> some Sequence<(id: TileID, width: Int)> {
    levels.lazy.flatMap { level in
      let hashes = size >> UInt64(8 * level)
      let count = hashes / UInt64(fullWidth) + (hashes % UInt64(fullWidth) == 0 ? 0 : 1)
      return (0..<count).lazy.map { index in
        let id = TileID(level: level, index: index)
        return (id: id, width: id.width(in: size))
      }
    }
  }
}
