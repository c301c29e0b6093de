import Ledger

/// The files that a person names as evidence: files themselves, and every file below a folder.
///
/// What is skipped below a folder is told with the reason: symbolic links (they could lead anywhere), devices and pipes,
/// folders that cannot be listed, and ledgers, whose keys must never be kept as evidence.
struct EvidenceWalk {
  /// A file, or what was skipped and why.
  enum Item {
    case file(String)
    case skipped(String, reason: String)
  }

  /// Gives each item below `path`, in the order of the names, depth first. A named file is given as it is.
  func visit(_ path: String, _ body: (Item) throws -> Void) throws {
    guard path != "-", let status = try? FileSystem.status(path), status.isFolder else { return try body(.file(path)) }
    try walk(Self.trimmed(path), body)
  }

  private func walk(_ folder: String, _ body: (Item) throws -> Void) throws {
    if LedgerFolder(folder).isLedger { return try body(.skipped(folder, reason: "it is a ledger")) }
    let names: [String]
    do throws(FileError) { names = try FileSystem.names(in: folder) ?? [] } catch {
      return try body(.skipped(folder, reason: error.reason))
    }
    for name in names {
      let path = folder == "/" ? "/" + name : folder + "/" + name
      let status: FileSystem.Status?
      do throws(FileError) { status = try FileSystem.status(path) } catch {
        try body(.skipped(path, reason: error.reason))
        continue
      }
      guard let status else { continue }
      if status.isFolder {
        try walk(path, body)
      } else if status.isFile {
        try body(.file(path))
      } else {
        try body(.skipped(path, reason: "it is a symbolic link, a device or a pipe"))
      }
    }
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }
}
