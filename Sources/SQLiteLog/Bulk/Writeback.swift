internal import Glibc
internal import Ledger

/// Has the system write the write-ahead log to the disk while a bulk append still fills it, so that little is left to
/// wait for at the commit.
///
/// Nothing depends on it: the commit syncs by itself. It never opens the log's own file, whose locks a second
/// descriptor would lose when it is closed.
struct Writeback: ~Copyable {
  /// How often.
  private static let pauseMicroseconds = 250_000

  private let isEnding = Gate(false)
  private let thread: PlainThread

  /// Begins for the log at a path; `nil` when there is no write-ahead log or no thread.
  init?(_ path: String) {
    let descriptor = unsafe open(path + "-wal", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    let started = PlainThread { [isEnding] in
      while isEnding.wait(atMost: Writeback.pauseMicroseconds, { $0 ? true : nil }) == nil { fdatasync(descriptor) }
      close(descriptor)
    }
    guard let started else {
      close(descriptor)
      return nil
    }
    thread = started
  }

  /// Ends it.
  consuming func end() {
    isEnding.change { $0 = true }
    thread.join()
  }
}
