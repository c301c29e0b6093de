internal import Ledger

/// Two threads that read and map batches of events side by side, and put their rows into the new file by turns.
///
/// Mapping costs far more than putting, so the second waits for its turn now and then at most.
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

  /// What the threads share.
  private struct Line {
    let rows: RecordedRows
    /// Whose turn it is to put its rows, by the number of the batch.
    var turn: UInt64 = 0
    /// The first thing that went wrong.
    var failure: (any Error)?
    var subjects: [KeyRun] = []
    var reports: [KeyRun] = []
  }

  /// Loads everything and finishes the file.
  func run(into rows: RecordedRows, progress: (Progress) -> Void) throws {
    let line = Gate(Line(rows: rows))
    let next = Gate(UInt64(0))
    let (load, name) = (self, aside + "-2")
    let second = size > batch ? PlainThread { load.work(line, next, aside: name) { _ in } } : nil
    work(line, next, aside: aside + "-1", progress: progress)
    if let second { second.join() }
    let (subjects, reports, failure) = line.change { line in (line.subjects, line.reports, line.failure) }
    if let failure { throw failure }
    progress(Progress(done: size, total: size))
    try rows.finish(subjects: subjects, reports: reports)
  }

  /// What each thread does, until there are no more events or something went wrong.
  private func work(
    _ line: Gate<Line>, _ next: Gate<UInt64>, aside: String, progress: (Progress) -> Void
  ) {
    do {
      let recorded = RecordedBatch(
        subjects: KeySorter(aside + "-subjects", limit: sortLimit),
        reports: KeySorter(aside + "-reports", limit: (sortLimit + 1) / 2))
      var told: UInt64 = 0
      while true {
        let number = next.change(wake: false) { number in
          defer { number += 1 }
          return number
        }
        let start = number * batch
        guard start < size else { break }
        let end = min(size, start + batch)
        try recorded.fill(start..<end, from: log)
        guard BulkLoad.put(recorded, number, line) else { return }
        guard end - told >= BulkLoad.stride else { continue }
        told = end
        progress(Progress(done: end, total: size))
      }
      let (subjects, reports) = recorded.finish()
      line.change { line in
        line.subjects += subjects
        line.reports += reports
      }
    } catch {
      line.change { line in line.failure = line.failure ?? error }
    }
  }

  /// Puts a batch when its turn has come; `false` when something went wrong here or elsewhere.
  private static func put(_ batch: RecordedBatch, _ number: UInt64, _ line: Gate<Line>) -> Bool {
    defer { line.wake() }
    return line.wait { line in
      if line.failure != nil { return false }
      guard line.turn == number else { return nil }
      do {
        try line.rows.take(batch)
        line.turn += 1
        return true
      } catch {
        line.failure = error
        return false
      }
    }
  }
}
