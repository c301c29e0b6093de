internal import Glibc
internal import SQLite
internal import TransparencyLog

extension ViewStore {
  /// The digest of each part of the views as they are: one for every projection, then the tables that they share.
  ///
  /// Two views with the same digests hold the same facts with the same stamps, wherever SQLite put them.
  public func digests() throws -> [PartDigest] {
    try converting {
      let source = try reading()
      return try PartDigest.all(source) + [PartDigest.schema(source)]
    }
  }

  /// How many events the views have followed.
  public func followed() throws -> UInt64 { try converting { try Followed(reading()).size } }

  /// Compares the views, part by part, with views built anew from as many events of the log.
  ///
  /// The live views may be read and followed meanwhile. The new ones are built in a file beside them, or in the folder for
  /// temporary files where that may not be written; it is gone afterwards, however this ends.
  ///
  /// - Throws: ``ViewStoreError/ahead(path:followed:size:)`` when the log holds fewer events, or the log's own errors.
  public func verify(
    _ log: some FollowedLog, progress: (Progress) -> Void = { _ in }
  ) throws -> [ViewDigest] {
    try converting {
      var (followed, live) = try liveParts()
      let size = try log.size()
      guard followed <= size else { throw ViewStoreError.ahead(path: path, followed: followed, size: size) }
      let replayed = try Rebuild(log: log).nameless(temporaryPath, size: followed, progress: progress)
      var rebuilt = try PartDigest.all(replayed)
      rebuilt.append(try PartDigest.expectedSchema())
      rebuilt.append(PartDigest(part: "file", digest: Digest.sha256([UInt8]("ok".utf8))))
      if let sheets = try SheetDigest.live(beside: reading()) {
        live.append(sheets)
        rebuilt.append(try SheetDigest.rebuilt(from: replayed, at: temporaryPath))
      }
      return ViewDigest.pair(live: live, rebuilt: rebuilt)
    }
  }

  /// All of one moment: the size, the digests, and what SQLite says of its own file, so that no index hides a row.
  private func liveParts() throws -> (followed: UInt64, parts: [PartDigest]) {
    let source = try reading()
    let followed = try Followed(source).size
    let words = try source.text("PRAGMA integrity_check(1)") ?? ""
    let file = PartDigest(part: "file", digest: Digest.sha256([UInt8](words.utf8)))
    return (followed, try PartDigest.all(source) + [PartDigest.schema(source), file])
  }

  private var temporaryPath: String {
    let name = "views-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).verify"
    let folder = files.folder
    if unsafe access(folder, W_OK) == 0 { return folder + "/" + name }
    let temporary = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/var/tmp"
    return temporary + "/" + name
  }
}
