internal import Ledger

/// Two threads that read and map batches of events side by side, and put their rows into the new file in order.
///
/// A batch whose turn has not come waits in line, and its thread goes on with the next one; so neither waits for the other
/// unless the disk is slower than both.
struct BulkLoad {
  /// How many events are done between two reports of progress.
  private static let stride: UInt64 = 20_000

  let log: any FollowedLog
  let size: UInt64
  /// Where the sorters may put what exceeds their memory.
  let aside: String
  /// Events in one batch.
  let batch: UInt64
  /// How many keys a sorter keeps in memory.
  let sortLimit: Int

  /// How many batches there are: filled ones may wait for their turn while the threads fill others.
  private static let batches = 6

  /// What the threads share.
  private struct Line {
    let rows: RecordedRows
    /// The number of the batch that is filled next.
    var next: UInt64 = 0
    /// Whose turn it is to be put, by the number of the batch.
    var turn: UInt64 = 0
    /// Whether a thread is putting the rows of a batch.
    var isPutting = false
    /// Batches that were filled and wait for their turn, by their numbers.
    var filled: [UInt64: RecordedBatch] = [:]
    /// Batches to be filled.
    var spare = (0..<BulkLoad.batches).map { _ in RecordedBatch() }
    /// The first thing that went wrong.
    var failure: (any Error)?
    var subjects: [KeyRun] = []
    var reports: [KeyRun] = []
  }

  /// What a thread can do next.
  private enum Task {
    /// Read and map the events of this number into the batch.
    case fill(UInt64, RecordedBatch)
    /// Put the rows of the batch.
    case put(RecordedBatch)
  }

  /// Loads everything and finishes the file.
  func run(into rows: RecordedRows, progress: (Progress) -> Void) throws {
    let line = Gate(Line(rows: rows))
    let (load, name) = (self, aside + "-2")
    let second = size > batch ? PlainThread { load.work(line, aside: name) { _ in } } : nil
    work(line, aside: aside + "-1", progress: progress)
    if let second { second.join() }
    let (subjects, reports, failure) = line.change { line in (line.subjects, line.reports, line.failure) }
    if let failure { throw failure }
    progress(Progress(done: size, total: size))
    try rows.finish(subjects: subjects, reports: reports)
  }

  /// What each thread does, until there are no more events or something went wrong.
  private func work(_ line: Gate<Line>, aside: String, progress: (Progress) -> Void) {
    do {
      var recorder = Recorder(
        subjects: KeySorter(aside + "-subjects", limit: sortLimit),
        reports: KeySorter(aside + "-reports", limit: (sortLimit + 1) / 2))
      var told: UInt64 = 0
      while let task = next(of: line) {
        switch task {
        case .fill(let number, let recorded):
          let end = min(size, (number + 1) * batch)
          try recorder.fill(recorded, number * batch..<end, from: log)
          line.change { line in line.filled[number] = recorded }
          // Between two batches, so that no batch waits for it.
          try recorder.spill()
          guard end - min(told, end) >= BulkLoad.stride else { continue }
          told = end
          progress(Progress(done: end, total: size))
        case .put(let recorded):
          let rows = line.change(wake: false) { line in line.rows }
          try rows.take(recorded)
          line.change { line in
            line.spare.append(recorded)
            line.turn += 1
            line.isPutting = false
          }
        }
      }
      let (subjects, reports) = recorder.finish()
      line.change { line in
        line.subjects += subjects
        line.reports += reports
      }
    } catch {
      line.change { line in line.failure = line.failure ?? error }
    }
  }

  /// What to do next: to put, where a batch has its turn, and else to fill; `nil` when nothing is left to be begun.
  private func next(of line: Gate<Line>) -> Task? {
    line.wait { line -> Task?? in
      guard line.failure == nil else { return .some(nil) }
      if !line.isPutting, let recorded = line.filled.removeValue(forKey: line.turn) {
        line.isPutting = true
        return .put(recorded)
      }
      guard line.next * batch < size else { return .some(nil) }
      guard let recorded = line.spare.popLast() else { return nil }
      defer { line.next += 1 }
      return .fill(line.next, recorded)
    }
  }
}
