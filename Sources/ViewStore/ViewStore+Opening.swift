internal import Glibc
internal import SQLite

extension ViewStore {
  /// The views opened for reading here and there, as assessments do.
  ///
  /// The facts of one place lie all over the file: to look at them where the system keeps them costs a third of copying page
  /// after page. Whoever reads the whole file does without, for then all of it would count as memory of the process.
  func lookingUp() throws -> sending StatementSource {
    let source = try reading()
    try source.execute("PRAGMA mmap_size = 17179869184")
    return source
  }

  /// The views opened for reading all that is in them once: pages are copied, and as many kept as a few places of the file
  /// need, so that memory does not grow with the file.
  func goingThrough() throws -> sending StatementSource {
    let source = try reading()
    try source.execute("PRAGMA cache_size = -12288")
    return source
  }

  /// The views opened for reading, in a transaction that shows one moment for as long as the connection lives.
  func reading() throws -> sending StatementSource {
    let door = try? FileLock(files.door, .shared, waits: true)
    guard files.exist else { throw ViewStoreError.missing(path: path) }
    let source = try openForReading()
    _ = consume door
    return source
  }

  /// A file on a medium that cannot be written is read without the shared memory of the write-ahead log.
  private func openForReading() throws -> sending StatementSource {
    do {
      return try begin(.readOnly)
    } catch let error as SQLiteError where error.isUnopenable || error.isReadOnly {
      return try begin(.immutable)
    }
  }

  private func begin(_ access: Access) throws -> sending StatementSource {
    let source = try StatementSource(path, access, busyMilliseconds: 10_000)
    try source.begin()
    return source
  }

  /// The lock of whoever writes; `nil` where the folder cannot be written, or as soon as `isDone` says that another
  /// process has done the work.
  func writersLock(waiting seconds: Int, unless isDone: () -> Bool) throws -> FileLock? {
    var waited = 0
    while true {
      do {
        return try FileLock(files.lock, .exclusive, waits: false)
      } catch .impossible {
        return nil
      } catch .held {
        if isDone() { return nil }
        guard waited < seconds * 50 else { throw ViewStoreError.busy(path: path, waitedSeconds: seconds) }
        waited += 1
        usleep(20_000)
      }
    }
  }

  /// Runs `body`; what SQLite refuses becomes the module's own error.
  func converting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as SQLiteError {
      throw ViewStoreError(error, path: path)
    }
  }
}
