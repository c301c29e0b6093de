internal import Glibc

/// State that threads share, and a place where they wait for it to change: a mutex with a condition.
///
/// `Synchronization.Mutex` has no condition to wait on, and actors cannot keep a thread's order of work.
@safe
package final class Gate<State>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  /// A gate around `state`.
  package init(_ state: State) {
    self.state = state
    unsafe pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    unsafe pthread_condattr_init(&attributes)
    // Waiting for a span of time must not depend on somebody setting the clock.
    unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    unsafe pthread_cond_init(condition, &attributes)
    unsafe pthread_condattr_destroy(&attributes)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Changes the state alone; `wake` lets every waiting thread look again, after the lock was given back, so that none wakes
  /// only to wait for it.
  package func change<Result>(wake: Bool = true, _ body: (inout State) -> Result) -> Result {
    unsafe pthread_mutex_lock(mutex)
    let result = body(&state)
    unsafe pthread_mutex_unlock(mutex)
    if wake { self.wake() }
    return result
  }

  /// Waits until `body` answers something, looking again after every change.
  package func wait<Result>(_ body: (inout State) -> Result?) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let result = body(&state) { return result }
      unsafe pthread_cond_wait(condition, mutex)
    }
  }

  /// Waits as ``wait(_:)`` does, but no longer than so many microseconds, below a second; `nil` when nothing was answered till then.
  package func wait<Result>(atMost microseconds: Int, _ body: (inout State) -> Result?) -> Result? {
    var end = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &end)
    end.tv_nsec += microseconds * 1_000
    if end.tv_nsec >= 1_000_000_000 { (end.tv_sec, end.tv_nsec) = (end.tv_sec + 1, end.tv_nsec - 1_000_000_000) }
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let result = body(&state) { return result }
      if unsafe pthread_cond_timedwait(condition, mutex, &end) != 0 { return body(&state) }
    }
  }

  /// Lets every waiting thread look again.
  package func wake() { unsafe pthread_cond_broadcast(condition) }
}
