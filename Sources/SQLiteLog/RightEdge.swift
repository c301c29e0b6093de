internal import Ledger
internal import TransparencyLog

/// The right edge of the tree as it is stored: all partial tiles of the committed events, with the hash of each leaf that fills no tile yet.
///
/// Written with every commit, so that an audit can compare the newest leaves, too, with a hash that was stored when they were appended: about 8 KiB
/// at most, in the pages that the commit syncs anyway.
enum RightEdge {
  /// Reads the stored form; no row means an empty tree.
  static func decode(_ bytes: [UInt8]?, path: String) throws(LedgerError) -> Frontier {
    guard let bytes else { return Frontier() }
    do {
      return try Frontier(decoding: bytes)
    } catch {
      throw .damaged(path: path, reason: "the right edge of its tree cannot be read")
    }
  }

  /// Invariant: the stored edge is that of all events.
  static func check(_ stored: Frontier, size: UInt64, path: String) throws(LedgerError) {
    guard stored.size == size else {
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
