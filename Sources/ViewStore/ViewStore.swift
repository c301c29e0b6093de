internal import SQLite

/// The views of a ledger on disk: facts stamped with known time on both readings, in `views.sqlite`.
///
/// Disposable: what is in it follows from the log alone. ``follow(_:waiting:progress:)`` brings it up to date; snapshots and
/// answers read it. Any number of processes may do either at the same time.
public struct ViewStore: Sendable {
  /// The path of `views.sqlite`; beside it lie `.lock`, `.door`, during a rebuild `.new`, and in a long ledger `.sheets`.
  public let path: String

  /// How many events one transaction takes when views are followed up; tests make it small.
  package var batch = Follower.batch

  /// From how many events on a whole country is read from sheets; tests make it small.
  package var sheetsFrom = Sheets.worthwhile

  /// What is open already.
  let desks = Desks()

  /// The views at a path. Nothing is read yet.
  public init(at path: String) { self.path = path }

  /// Whether there are views.
  public var exist: Bool { files.exist }

  var files: ViewFiles { ViewFiles(path: path) }
}

extension ViewStore {
  /// Brings the views up to the size of the log.
  ///
  /// Views that are missing, made by another version, or made from other events than the log holds are built anew beside
  /// and exchanged whole. When another process is at it, this waits until that one is done. Where the folder may not be
  /// written, the views stay as they are.
  ///
  /// - Parameters:
  ///   - log: the log to follow.
  ///   - waiting: how many seconds to wait for another process.
  ///   - progress: told after every batch.
  /// - Throws: ``ViewStoreError``, or the log's own errors.
  @discardableResult
  public func follow(
    _ log: some FollowedLog, waiting: Int = 600, progress: (Progress) -> Void = { _ in }
  ) throws -> FollowReport {
    try converting {
      let size = try log.size()
      if let report = try? upToDate(log, size) { return report }
      guard let lock = try writersLock(waiting: waiting, unless: { (try? upToDate(log, size)) != nil }) else {
        return try asTheyAre()
      }
      let report = try followLocked(log, progress: progress)
      _ = consume lock
      return report
    }
  }

  /// Builds the views anew from the log, whatever there was.
  @discardableResult
  public func rebuild(
    _ log: some FollowedLog, waiting: Int = 600, progress: (Progress) -> Void = { _ in }
  ) throws -> FollowReport {
    try converting {
      guard let lock = try writersLock(waiting: waiting, unless: { false }) else {
        throw ViewStoreError.readOnly(path: path)
      }
      let report = try rebuildLocked(log, size: try log.size(), because: .asked, progress: progress)
      _ = consume lock
      return report
    }
  }

  private func followLocked(_ log: some FollowedLog, progress: (Progress) -> Void) throws -> FollowReport {
    let size = try log.size()
    if let reason = try reasonToRebuild(log, size) {
      return try rebuildLocked(log, size: size, because: reason, progress: progress)
    }
    let source = try StatementSource(path, .readWrite, busyMilliseconds: 60_000)
    try source.useWriteAheadLog()
    let before = try Followed(source)
    try Follower(source: source, log: log).follow(to: size, batch: batch, progress: progress)
    let after = try Followed(source)
    return FollowReport(
      size: after.size, root: after.root, added: after.size - before.size, rebuilt: nil, skipped: after.skipped)
  }

  private func rebuildLocked(
    _ log: some FollowedLog, size: UInt64, because reason: RebuildReason, progress: (Progress) -> Void
  ) throws -> FollowReport {
    do {
      try Rebuild(log: log).build(files.new, size: size, progress: progress)
      try files.exchange()
    } catch {
      // What was written in vain takes no room.
      ViewFiles.remove(files.new)
      if case ViewStoreError.diskFull = error { throw ViewStoreError.diskFull(path: path) }
      throw error
    }
    let followed = try Followed(reading())
    return FollowReport(
      size: followed.size, root: followed.root, added: followed.size, rebuilt: reason, skipped: followed.skipped)
  }

  /// Why what is there cannot be followed up; `nil` when it can.
  private func reasonToRebuild(_ log: some FollowedLog, _ size: UInt64) throws -> RebuildReason? {
    guard files.exist else { return .missing }
    do {
      let source = try reading()
      if let difference = try Layout.difference(source) { return difference }
      let followed = try Followed(source)
      if followed.size > size { return .logShorter(followed: followed.size, size: size) }
      if try log.root(at: followed.size) != followed.root { return .logDiffers(followed: followed.size) }
      return size - followed.size > max(50_000, followed.size) ? .farBehind : nil
    } catch let error as SQLiteError where error.isDamaged {
      return .damaged(error.message)
    }
  }

  /// The report on views that need nothing; throws when they need anything.
  private func upToDate(_ log: some FollowedLog, _ size: UInt64) throws -> FollowReport {
    guard files.exist else { throw ViewStoreError.missing(path: path) }
    let source = try reading()
    guard try Layout.difference(source) == nil else { throw ViewStoreError.missing(path: path) }
    let followed = try Followed(source)
    guard followed.size == size, try log.root(at: size) == followed.root else {
      throw ViewStoreError.missing(path: path)
    }
    return FollowReport(size: size, root: followed.root, added: 0, rebuilt: nil, skipped: followed.skipped)
  }

  private func asTheyAre() throws -> FollowReport {
    guard files.exist else { throw ViewStoreError.missing(path: path) }
    let followed = try Followed(reading())
    return FollowReport(
      size: followed.size, root: followed.root, added: 0, rebuilt: nil, skipped: followed.skipped)
  }
}
