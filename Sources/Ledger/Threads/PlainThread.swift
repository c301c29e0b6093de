internal import Glibc

/// A thread of the operating system, for work that blocks on the disk.
@safe
package struct PlainThread: ~Copyable {
  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  private let thread: pthread_t

  /// Starts `body` on a thread of its own; `nil` when the system has none left.
  package init?(_ body: sending @escaping () -> Void) {
    let work = unsafe Unmanaged.passRetained(Work(body))
    var started = pthread_t()
    let result = unsafe pthread_create(
      &started, nil,
      { argument in
        if let argument = unsafe argument {
          unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        }
        return nil
      }, work.toOpaque())
    guard result == 0 else {
      unsafe work.release()
      return nil
    }
    thread = started
  }

  /// Waits until the work is done. Must be called, or the thread's stack is never given back.
  package consuming func join() {
    pthread_join(thread, nil)
  }
}
