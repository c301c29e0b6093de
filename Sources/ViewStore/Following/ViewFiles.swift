internal import Glibc

/// The files of the views: `views.sqlite` with what SQLite keeps beside it, the one being built, and two locks.
///
/// `.lock` is held by whoever writes. `.door` is held for moments: shared by whoever opens the file, alone by whoever
/// exchanges it, so that nobody opens the old file with the new one's write-ahead log.
struct ViewFiles {
  /// The path of `views.sqlite`.
  let path: String

  var lock: String { path + ".lock" }
  var door: String { path + ".door" }
  /// Where a rebuild writes until it is whole.
  var new: String { path + ".new" }

  /// Whether there are views.
  var exist: Bool { unsafe access(path, F_OK) == 0 }

  /// Removes a database with everything that SQLite may have left beside it.
  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unsafe _ = unlink(path + suffix) }
  }

  /// Puts the new file in the place of the old one.
  ///
  /// The caller holds `.lock`, so nobody writes. Readers of the old file keep it until they close it.
  func exchange() throws {
    try ViewFiles.sync(new)
    let alone = try? FileLock(door, .exclusive, waits: true)
    ViewFiles.remove(path)
    guard unsafe rename(new, path) == 0 else { throw refused("rename \(new)") }
    try ViewFiles.sync(folder)
    _ = consume alone
  }

  /// The folder they lie in.
  var folder: String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  private static func sync(_ path: String) throws {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ViewFiles(path: path).refused("open \(path)") }
    defer { _ = close(descriptor) }
    guard fsync(descriptor) == 0 else { throw ViewFiles(path: path).refused("sync \(path)") }
  }

  private func refused(_ attempt: String) -> ViewStoreError {
    ViewStoreError(attempt, path: path)
  }
}
