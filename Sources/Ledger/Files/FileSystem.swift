internal import Glibc

/// The few calls of the operating system that the ledger's files need, with errors that name the file.
package enum FileSystem {
  static let missing = ENOENT
  static let taken = EEXIST
  static let fullCodes = [ENOSPC, EDQUOT, EFBIG]

  /// What a path leads to.
  package struct Status: Equatable, Sendable {
    /// Length in bytes.
    package var size: UInt64
    /// Permission bits, for example `0o600`.
    package var mode: UInt32
    /// Whether it is a folder.
    package var isFolder: Bool
    /// Whether it is an ordinary file.
    package var isFile: Bool
  }

  /// What `path` leads to, without following a last symbolic link; `nil` when nothing has that name.
  package static func status(_ path: String) throws(FileError) -> Status? {
    var found = stat()
    guard unsafe lstat(path, &found) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("look at", path)
    }
    let kind = found.st_mode & S_IFMT
    return Status(
      size: UInt64(found.st_size), mode: UInt32(found.st_mode & 0o7777), isFolder: kind == S_IFDIR,
      isFile: kind == S_IFREG)
  }

  /// Whether this process may change what is at `path`, as far as the system tells beforehand.
  package static func mayWrite(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// Makes one folder. An existing folder is fine.
  package static func makeFolder(_ path: String, mode: UInt32 = 0o777) throws(FileError) {
    guard unsafe mkdir(path, mode_t(mode)) != 0 else { return }
    let number = errno
    if number == EEXIST, try status(path)?.isFolder == true { return }
    throw failure("make the folder", path, number)
  }

  /// The names inside a folder, in byte order, without `.` and `..`; `nil` when the folder is missing.
  package static func names(in path: String) throws(FileError) -> [String]? {
    guard let folder = unsafe opendir(path) else {
      if errno == ENOENT { return nil }
      throw failure("list", path)
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes a file; a missing one is fine.
  package static func remove(_ path: String) throws(FileError) {
    if unsafe unlink(path) != 0 && errno != ENOENT { throw failure("remove", path) }
  }

  /// Removes a folder with everything in it, without following symbolic links; a missing one is fine.
  package static func removeFolder(_ path: String) throws(FileError) {
    for name in try names(in: path) ?? [] {
      let inner = path + "/" + name
      if try status(inner)?.isFolder == true { try removeFolder(inner) } else { try remove(inner) }
    }
    if unsafe rmdir(path) != 0 && errno != ENOENT { throw failure("remove", path) }
  }

  /// Gives the file at `from` the second name `to`, which must be free.
  package static func link(_ from: String, _ to: String) throws(FileError) {
    if systemLink(from, to) != 0 { throw failure("name", to) }
  }

  /// Gives a file its final name, replacing what had it.
  package static func rename(_ from: String, _ to: String) throws(FileError) {
    if systemRename(from, to) != 0 { throw failure("replace", to) }
  }

  /// Makes the names inside a folder durable.
  package static func syncFolder(_ path: String) throws(FileError) {
    let folder = try OpenFile(path, .folder)
    try folder.sync()
  }

  /// Makes many files and folders durable in one go.
  ///
  /// The system first writes everything out together, which takes one wait where each file by itself would take one of
  /// its own; then each is asked for, so that a failure of the disk is not missed.
  package static func sync(files: some Sequence<String>, folders: some Sequence<String>) throws(FileError) {
    systemSync()
    for path in files {
      let file = try OpenFile(path, .reading)
      try file.sync()
    }
    for path in folders { try syncFolder(path) }
  }

  static func failure(_ attempt: String, _ path: String, _ number: Int32 = errno) -> FileError {
    FileError(attempt: attempt, path: path, errno: number, reason: unsafe String(cString: strerror(number)))
  }
}
