/// A line of progress that several parts of one piece of work report to; gone when nobody holds it.
final class ProgressWatch {
  private var progress: Progress

  init(_ what: String, of total: UInt64? = nil) { progress = Progress(what, of: total) }

  deinit { progress.end() }

  func reach(_ done: UInt64) { progress.reach(done) }
}
