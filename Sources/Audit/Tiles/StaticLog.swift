package import Ledger
package import TransparencyLog

/// Writes a log as the static files that any C2SP tlog-tiles client reads: tiles of hashes, and bundles of entries.
///
/// Every hash is made anew from the leaves, so that what is written agrees with itself and with the signed root, or
/// nothing is claimed. Partial tiles exist in such an export alone; the log itself keeps none. Memory does not grow with
/// the log: it holds one bundle of at most 256 leaves and the right edge of the tree.
package struct StaticLog {
  private let ledger: Ledger
  private let sink: any FileSink
  private let progress: (UInt64) -> Void
  private var bundle: [UInt8] = []
  private var frontier: Frontier

  private init(_ ledger: Ledger, _ frontier: Frontier, _ sink: any FileSink, _ progress: @escaping (UInt64) -> Void) {
    self.ledger = ledger
    self.sink = sink
    self.frontier = frontier
    self.progress = progress
  }

  /// Writes `tile/…` of the tree of the first events that a checkpoint signs: every full tile, the partial tiles of the
  /// right edge, and the same for entries.
  ///
  /// - Parameters:
  ///   - start: how many events were written before; full tiles of those are not written again.
  ///   - checkpoint: the size to write, and the root it must give.
  ///   - progress: told now and then how many events were written.
  /// - Throws: `damaged` when the events do not give that root, and what the log and the sink throw.
  package static func write(
    _ ledger: Ledger, from start: UInt64 = 0, to checkpoint: Checkpoint, into sink: any FileSink,
    progress: @escaping (UInt64) -> Void = { _ in }
  ) throws {
    let tree = try ledger.tree()
    guard checkpoint.size <= tree.size else {
      throw LedgerError.damaged(
        path: ledger.origin, reason: "it holds \(tree.size) events where a checkpoint signs \(checkpoint.size)")
    }
    let first = min(start, checkpoint.size) & ~255
    var writer = StaticLog(ledger, try frontier(of: tree, at: first), sink, progress)
    try unsafe ledger.read(first..<checkpoint.size) { position, leaf in
      guard position == writer.frontier.size else {
        throw LedgerError.damaged(path: ledger.origin, reason: "event #\(writer.frontier.size) is missing")
      }
      try unsafe writer.take(leaf)
    }
    try writer.finish()
    guard writer.frontier.size == checkpoint.size, writer.frontier.root == checkpoint.root else {
      throw LedgerError.damaged(
        path: ledger.origin,
        reason: "its events do not give the root that the checkpoint of \(checkpoint.size) signs")
    }
  }

  private mutating func take(_ leaf: UnsafeRawBufferPointer) throws {
    unsafe EntryBundle.append(leaf, to: &bundle)
    var full: [(TileID, [UInt8])] = []
    unsafe frontier.append(Digest.leaf(leaf)) { full.append(($0, $1)) }
    for (tile, bytes) in full {
      try sink.put(tile.path(), bytes)
      guard tile.level == 0 else { continue }
      try sink.put(TilePath(entries: tile.index).description, bundle)
      bundle.removeAll(keepingCapacity: true)
      progress(frontier.size)
    }
  }

  /// Writes what fills no tile.
  private func finish() throws {
    let size = frontier.size
    for level in 0..<frontier.levels where frontier.width(level: level) > 0 {
      let tile = TileID(level: level, index: size >> UInt64(8 * (level + 1)))
      try sink.put(tile.path(width: frontier.width(level: level)), frontier.partialTileBytes(level: level))
    }
    let width = frontier.width(level: 0)
    if width > 0 { try sink.put(TilePath(entries: size >> 8, width: width).description, bundle) }
  }

  /// The right edge of the first `size` events, from stored tiles.
  private static func frontier(of tree: LogTree, at size: UInt64) throws -> Frontier {
    try Frontier(size: size) { try tree.tile($0, width: $1) }
  }
}
