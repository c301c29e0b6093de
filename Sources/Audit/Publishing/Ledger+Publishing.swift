public import Ledger
internal import TransparencyLog

/// Publishing a log as static files, and bringing lost events back from them.
extension Ledger {
  /// Writes the newest checkpoint with its tiles and entries into a folder that any tlog-tiles client reads.
  ///
  /// What was published before is not written again, and what a reader has open stays: the new checkpoint takes its place last, once everything that
  /// it needs is on the disk.
  ///
  /// - Parameter progress: told now and then how many events were written.
  /// - Throws: `PublishError`, and what the disk and the log throw.
  public func publish(to path: String, progress: @escaping (UInt64) -> Void = { _ in }) throws -> PublishReport {
    guard let newest = try newestCheckpoint() else { throw PublishError.unsigned }
    let published = PublishedLog(path)
    let before = try published.note().map { try opened($0, at: path) }
    let tree = try tree()
    if let before {
      guard before.size <= newest.size else {
        throw PublishError.ahead(path: path, published: before.size, size: newest.size)
      }
      guard try tree.root(at: before.size) == before.root else {
        throw PublishError.forked(path: path, size: before.size)
      }
    }
    let checkpoint = try opened(newest.note, at: folder.log)
    let sink = CountingSink(try FolderSink(path))
    if before?.size != checkpoint.size {
      try StaticLog.write(self, from: before?.size ?? 0, to: checkpoint, into: sink, progress: progress)
      try sink.folder.sync()
    }
    if try published.note() != newest.note {
      try sink.put("checkpoint", newest.note)
      try sink.folder.sync()
    }
    return PublishReport(before: before?.size ?? 0, size: checkpoint.size, files: sink.count)
  }

  private func opened(_ note: [UInt8], at path: String) throws -> TransparencyLog.Checkpoint {
    let keys = (try? keys.verifiers()) ?? []
    do throws(CheckpointError) {
      return try Checkpoint.open(note, origin: origin, logKeys: keys).checkpoint
    } catch { throw PublishError.foreign(path: path, reason: error.sentence) }
  }

  /// Appends the events that this log lost and a published copy still has, byte for byte, all or nothing.
  ///
  /// The copy must carry a checkpoint under a key of this log, begin with the events that are here, and give the root that is signed.
  ///
  /// - Returns: how many events were brought back.
  /// - Throws: `PublishError`, and what the disk and the log throw; nothing is appended then.
  public func restore(from path: String) throws -> UInt64 {
    let published = PublishedLog(path)
    guard let note = try published.note() else { throw PublishError.nothing(path: path) }
    let checkpoint = try opened(note, at: path)
    let here = try head()
    guard checkpoint.size > here.size else {
      guard try tree().root(at: checkpoint.size) == checkpoint.root else {
        throw PublishError.forked(path: path, size: checkpoint.size)
      }
      return 0
    }
    let hashes = TileHashes(size: checkpoint.size, tiles: published)
    let there = here.size == 0 ? here.root : try Tree.root(size: here.size, reader: hashes)
    guard there == here.root else { throw PublishError.forked(path: path, size: here.size) }
    try log.append(.many) { transaction throws(LedgerError) in
      try Self.append(here.size..<checkpoint.size, of: published, to: transaction)
      guard transaction.size == checkpoint.size, transaction.frontier.root == checkpoint.root else {
        throw .damaged(path: path, reason: "its entries do not give the root that its checkpoint signs")
      }
    }
    try log.keep(checkpoint: note, size: checkpoint.size)
    return checkpoint.size - here.size
  }

  /// Appends leaves of a copy, one bundle of entries in memory at a time.
  private static func append(
    _ positions: Range<UInt64>, of published: PublishedLog, to transaction: any AppendTransaction
  ) throws(LedgerError) {
    for index in positions.lowerBound >> 8...(positions.upperBound - 1) >> 8 {
      let width = Int(min(256, positions.upperBound - index << 8))
      let skipped = Int(max(positions.lowerBound, index << 8) - index << 8)
      for entry in try published.entries(index, width: width).dropFirst(skipped) {
        let leaf = try RestoredLeaf(entry, from: published.path)
        try unsafe leaf.bytes.span.bytes.withUnsafeBytes { raw throws(LedgerError) in
          _ = try unsafe transaction.append(id: leaf.id, leaf: raw)
        }
      }
    }
  }
}

/// A sink that counts.
private final class CountingSink: FileSink {
  let folder: FolderSink
  private(set) var count = 0

  init(_ folder: FolderSink) { self.folder = folder }

  func put(_ path: String, _ bytes: [UInt8]) throws {
    count += 1
    try folder.put(path, bytes)
  }
}
