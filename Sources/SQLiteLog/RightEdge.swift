internal import Ledger
internal import TransparencyLog

/// The right edge of the tree as it is stored: that of the last moment when the lowest tile was full.
///
/// So it is written for one event in 256 only; the fewer than 256 leaves after it are hashed when the log is opened.
enum RightEdge {
  /// The stored form for a tree with this frontier.
  static func encode(_ frontier: Frontier) -> [UInt8] {
    let size = frontier.size & ~255
    var bytes = (0..<8).map { UInt8(truncatingIfNeeded: size >> UInt64(56 - 8 * $0)) }
    for level in 1..<max(1, frontier.levels) { bytes += frontier.partialTileBytes(level: level) }
    return bytes
  }

  /// Reads the stored form; no row means an empty tree.
  static func decode(_ bytes: [UInt8]?, path: String) throws(LedgerError) -> Frontier {
    guard let bytes else { return Frontier() }
    do {
      return try Frontier(decoding: bytes)
    } catch {
      throw .damaged(path: path, reason: "the right edge of its tree cannot be read")
    }
  }

  /// Invariant: the stored edge belongs to the last full tile of the log.
  static func check(_ stored: Frontier, size: UInt64, path: String) throws(LedgerError) {
    guard stored.size == size & ~255 else {
      throw .damaged(
        path: path, reason: "it has \(size) events, but the right edge of its tree is that of \(stored.size)")
    }
  }
}

extension TileID {
  /// The key of a tile in the table `tile`.
  var rowID: Int64 { Int64(level) << 48 | Int64(index) }

  /// The tile with that key.
  init(rowID: Int64) { self.init(level: Int(rowID >> 48), index: UInt64(rowID & 0xffff_ffff_ffff)) }
}
