/// The folder of a ledger: where its parts lie.
///
/// `log.sqlite` is the truth, `views.sqlite` can be thrown away, `evidence/` holds originals, `keys/` what must never be in a backup of the log.
public struct LedgerFolder: Hashable, Sendable {
  /// The folder's path.
  public let path: String

  /// The ledger in a folder.
  public init(_ path: String) {
    var path = path
    while path.utf8.count > 1 && path.utf8.last == 0x2f { path.removeLast() }
    self.path = path.isEmpty ? "." : path
  }

  /// The log.
  public var log: String { path + "/log.sqlite" }
  /// The views.
  public var views: String { path + "/views.sqlite" }
  /// The index of words, which can be thrown away as well.
  public var search: String { path + "/search.sqlite" }
  /// The originals.
  public var evidence: String { path + "/evidence" }
  /// The keys.
  public var keys: String { path + "/keys" }

  /// Whether a ledger is there.
  public var isLedger: Bool { (try? FileSystem.status(log)?.isFile) == true }

  /// The ledger that `path` lies in: in the folder itself or in one above it, as Git finds a repository.
  public static func find(upwardsFrom path: String) -> LedgerFolder? {
    var folder = path
    while true {
      let here = LedgerFolder(folder)
      if here.isLedger { return here }
      guard let slash = folder.utf8.lastIndex(of: 0x2f), folder.utf8.count > 1 else { return nil }
      folder = slash == folder.utf8.startIndex ? "/" : String(folder[..<slash])
    }
  }

  /// Makes the folder with `evidence/` and `keys/`; nobody else may look into `keys/`.
  package func make() throws(LedgerError) {
    do throws(FileError) {
      if let names = try FileSystem.names(in: path), !names.isEmpty { throw LedgerFolder.taken(path) }
      try FileSystem.makeFolder(path)
      try FileSystem.makeFolder(evidence)
      try FileSystem.makeFolder(keys, mode: 0o700)
      try FileSystem.syncFolder(path)
    } catch {
      throw error.isTaken ? .alreadyThere(path: path) : LedgerError(error)
    }
  }

  private static func taken(_ path: String) -> FileError {
    FileError(attempt: "make a ledger in", path: path, errno: FileSystem.taken, reason: "it is not empty")
  }
}
