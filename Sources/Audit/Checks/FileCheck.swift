internal import Ledger

/// The permissions of the files: who besides the owner could have changed the ledger, or read its keys.
enum FileCheck: AuditCheck {
  static let name = "files"
  static let promise =
    "nobody but the owner and the group can change the ledger, nobody but the owner can read its keys"

  static func run(_ audit: Audit, into report: inout AuditReport) throws {
    let folder = audit.ledger.folder
    var count = 0
    var faults: [Finding] = []
    try walk(folder.path, isSecret: false) { path, status, isSecret in
      count += 1
      let shown = path.hasPrefix(folder.path + "/") ? String(path.dropFirst(folder.path.utf8.count + 1)) : path
      let mode = String(status.mode, radix: 8)
      if status.mode & 0o002 != 0, !(status.isFolder && status.mode & 0o1000 != 0) {
        faults.append(Finding(.fail, check: name, "can be changed by anybody (mode \(mode))", place: shown))
      } else if isSecret, status.mode & 0o077 != 0, !isPublic(path) {
        faults.append(Finding(.fail, check: name, "can be read by others than its owner (mode \(mode))", place: shown))
      }
    }
    for fault in faults { report.add(fault) }
    guard faults.isEmpty else { return }
    report.add(
      Finding(.ok, check: name, "nobody but the owner can read the keys, nor anybody change the \(count) files"))
  }

  /// Public keys, which lie among the others for everybody.
  private static func isPublic(_ path: String) -> Bool { path.hasSuffix(".vkey") || path.hasSuffix(".pub") }

  private static func walk(
    _ path: String, isSecret: Bool, _ body: (String, FileSystem.Status, Bool) -> Void
  ) throws(LedgerError) {
    guard let status = try onDisk({ () throws(FileError) in try FileSystem.status(path) }) else { return }
    guard status.isFolder || status.isFile else { return }
    body(path, status, isSecret)
    guard status.isFolder else { return }
    for name in try onDisk({ () throws(FileError) in try FileSystem.names(in: path) ?? [] }) {
      try walk(path + "/" + name, isSecret: isSecret || name == "keys", body)
    }
  }
}
