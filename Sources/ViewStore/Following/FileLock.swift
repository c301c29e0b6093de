internal import Glibc

/// A lock on a file that is there for nothing else. It ends with the value, and with the process however that ends.
struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// How a lock is shared.
  enum Mode { case shared, exclusive }

  /// Why a lock was not given.
  enum Refusal: Error, Equatable {
    /// Another process holds it.
    case held
    /// The file cannot be made here: the folder may not be written, or is missing.
    case impossible
  }

  /// Takes the lock.
  ///
  /// - Parameter waits: whether to wait for as long as it takes.
  init(_ path: String, _ mode: Mode, waits: Bool) throws(Refusal) {
    let opened = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard opened >= 0 else { throw .impossible }
    let operation = (mode == .shared ? LOCK_SH : LOCK_EX) | (waits ? 0 : LOCK_NB)
    var result = flock(opened, operation)
    while result != 0, errno == EINTR { result = flock(opened, operation) }
    guard result == 0 else {
      _ = close(opened)
      throw .held
    }
    descriptor = opened
  }

  deinit { _ = close(descriptor) }
}
