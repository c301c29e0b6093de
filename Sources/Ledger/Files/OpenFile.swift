internal import Glibc

/// An open file. It is closed once, when the value goes out of scope.
package struct OpenFile: ~Copyable {
  /// Why a file is opened.
  package enum Purpose: Equatable, Sendable {
    /// To read it from its beginning.
    case reading
    /// To write a new one that nobody has yet, with these permission bits.
    case creating(mode: UInt32)
    /// To make the names inside a folder durable.
    case folder
    /// To hold a lock; the file is created when missing.
    case locking
  }

  private let descriptor: Int32
  private let path: String

  /// Standard input. It stays open when the value goes out of scope.
  package static var standardInput: OpenFile { OpenFile(descriptor: 0, path: "standard input") }

  /// Standard output or standard error. It stays open when the value goes out of scope.
  package static func standard(_ descriptor: Int32) -> OpenFile {
    precondition((1...2).contains(descriptor), "only the standard streams are there without being opened")
    return OpenFile(descriptor: descriptor, path: descriptor == 1 ? "standard output" : "standard error")
  }

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Opens `path`.
  package init(_ path: String, _ purpose: Purpose) throws(FileError) {
    let flags: Int32
    var mode: mode_t = 0
    switch purpose {
    case .reading: flags = O_RDONLY
    case .creating(let bits): (flags, mode) = (O_RDWR | O_CREAT | O_EXCL, mode_t(bits))
    case .folder: flags = O_RDONLY | O_DIRECTORY
    case .locking: (flags, mode) = (O_RDWR | O_CREAT, 0o600)
    }
    descriptor = unsafe open(path, flags | O_CLOEXEC, mode)
    self.path = path
    if descriptor < 0 { throw FileSystem.failure(purpose == .reading ? "read" : "open", path) }
  }

  deinit { if descriptor > 2 { close(descriptor) } }

  /// Reads up to `buffer.count` bytes and answers how many; 0 at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    while true {
      let count = unsafe systemRead(descriptor, buffer)
      if count >= 0 { return count }
      if errno != EINTR { throw FileSystem.failure("read", path) }
    }
  }

  /// Writes all bytes at the present position.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let count = unsafe systemWrite(descriptor, rest)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileSystem.failure("write", path)
      }
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Writes all bytes of an array.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    let failure: FileError? = unsafe bytes.withUnsafeBytes { raw in
      do throws(FileError) {
        try unsafe write(raw)
        return nil
      } catch { return error }
    }
    if let failure { throw failure }
  }

  /// Goes back to the first byte.
  package func rewind() throws(FileError) {
    if lseek(descriptor, 0, SEEK_SET) != 0 { throw FileSystem.failure("read", path) }
  }

  /// Cuts the file to a length, or fills it with zeros up to there, and goes on writing at its end.
  package func cut(to size: UInt64) throws(FileError) {
    if ftruncate(descriptor, off_t(size)) != 0 || lseek(descriptor, 0, SEEK_END) < 0 {
      throw FileSystem.failure("write", path)
    }
  }

  /// Sets the permission bits.
  package func setMode(_ mode: UInt32) throws(FileError) {
    if fchmod(descriptor, mode_t(mode)) != 0 { throw FileSystem.failure("set the permissions of", path) }
  }

  /// Returns after the bytes are on the disk.
  package func sync() throws(FileError) {
    if fsync(descriptor) != 0 { throw FileSystem.failure("sync", path) }
  }

  /// Waits until no other process holds this lock file, and holds it until the value goes out of scope.
  package func lock() throws(FileError) {
    while flock(descriptor, LOCK_EX) != 0 {
      if errno != EINTR { throw FileSystem.failure("lock", path) }
    }
  }
}
