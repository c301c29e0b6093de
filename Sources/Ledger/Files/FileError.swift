/// The operating system refused something about a file.
public struct FileError: Error, Equatable, Sendable {
  /// What was attempted, as a word in a sentence: "open", "write", "sync".
  public var attempt: String
  /// The file or folder.
  public var path: String
  /// The system's number for the reason (`errno`).
  public var errno: Int32
  /// The system's sentence for it.
  public var reason: String

  /// What a reader of files refuses by itself, with its own sentence and no number of the system.
  package init(attempt: String, path: String, reason: String) {
    self.init(attempt: attempt, path: path, errno: 0, reason: reason)
  }

  init(attempt: String, path: String, errno: Int32, reason: String) {
    self.attempt = attempt
    self.path = path
    self.errno = errno
    self.reason = reason
  }

  /// Nothing has that name (`ENOENT`).
  public var isMissing: Bool { errno == FileSystem.missing }
  /// Something has that name already (`EEXIST`).
  public var isTaken: Bool { errno == FileSystem.taken }
  /// The disk, or the user's share of it, is full (`ENOSPC`, `EDQUOT`, `EFBIG`).
  public var isFull: Bool { FileSystem.fullCodes.contains(errno) }
}

extension FileError: CustomStringConvertible {
  /// One line: "cannot write keys/head: No space left on device".
  public var description: String { "cannot \(attempt) \(path): \(reason)" }
}
