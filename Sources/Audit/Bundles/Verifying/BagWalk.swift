internal import Ledger

/// Every file below a folder, in the order of the bytes of their paths, without following any link.
struct BagWalk {
  /// A file: its path below the folder and its length.
  struct File: Equatable {
    var path: String
    var size: UInt64
  }

  /// No more files are looked at: a bundle of a million events has about eight thousand.
  static let fileLimit = 2_000_000
  private static let depthLimit = 16

  /// Files at the top: the tags of the bag.
  private(set) var tags: [File] = []
  /// Files below `data/`.
  private(set) var payload: [File] = []
  /// What must not be in a bundle: the path, and why.
  private(set) var refused: [(path: String, reason: String)] = []

  init(_ root: String) throws(LedgerError) {
    try onDisk { () throws(FileError) in try look(root, below: "", depth: 0) }
    payload.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func look(_ root: String, below prefix: String, depth: Int) throws(FileError) {
    let folder = prefix.isEmpty ? root : root + "/" + prefix.dropLast()
    for name in try FileSystem.names(in: folder) ?? [] where refused.count < 100 {
      let path = prefix + name
      guard let status = try FileSystem.status(root + "/" + path) else { continue }
      guard status.isFile || status.isFolder else {
        refused.append((path, "is a symbolic link or a device: a bundle holds files and folders alone"))
        continue
      }
      if status.isFile {
        let file = File(path: path, size: status.size)
        if depth == 0 { tags.append(file) } else { payload.append(file) }
        if payload.count > BagWalk.fileLimit {
          refused.append((path, "is one file too many: \(BagWalk.fileLimit) are allowed"))
          return
        }
      } else if depth == 0, path != "data" {
        refused.append((path, "is a folder beside data: a bundle has only that one"))
      } else if depth >= BagWalk.depthLimit {
        refused.append((path, "lies too deep: \(BagWalk.depthLimit) folders are allowed"))
      } else {
        try look(root, below: path + "/", depth: depth + 1)
      }
    }
  }
}
