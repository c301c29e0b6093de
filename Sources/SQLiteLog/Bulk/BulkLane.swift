internal import Ledger

/// A second thread that inserts batches while the first one seals and hashes the next.
///
/// A few batches go round, so memory does not grow; whoever is faster waits for the other. The writer belongs to the lane's thread while batches are
/// under way, and to the first thread after ``drain()``.
final class BulkLane {
  private struct State {
    var waiting: [Batch] = []
    var free = (0..<5).map { _ in Batch() }
    var isInserting = false
    var isClosed = false
    var failure: LedgerError?
  }

  private let gate: Gate<State>
  private var thread: PlainThread?
  private var writeback: Writeback?

  /// Starts the thread; `nil` when the system has none left.
  init?(_ writer: LogWriter) {
    let gate = Gate(State())
    self.gate = gate
    thread = PlainThread { BulkLane.insertAll(gate, writer) }
    if thread == nil { return nil }
    writeback = Writeback(writer.path)
  }

  /// Hands a batch over and gives an empty one back.
  func exchange(_ batch: Batch) throws(LedgerError) -> Batch {
    gate.change { $0.waiting.append(batch) }
    let (free, failure) = gate.wait { state in state.free.popLast().map { ($0, state.failure) } }
    if let failure { throw failure }
    return free
  }

  /// Waits until every batch handed over is inserted; the writer is then the caller's until the next hand-over.
  func drain() throws(LedgerError) {
    let failure = gate.wait { state in
      state.waiting.isEmpty && !state.isInserting ? .some(state.failure) : nil
    }
    if let failure { throw failure }
  }

  /// Inserts what was handed over and ends the thread. Must be called once, whatever happened.
  func close() throws(LedgerError) {
    gate.change { $0.isClosed = true }
    if let thread = thread.take() { thread.join() }
    if let writeback = writeback.take() { writeback.end() }
    if let failure = gate.change({ $0.failure }) { throw failure }
  }

  /// What the thread does: after a failure batches are only handed back.
  private static func insertAll(_ gate: Gate<State>, _ writer: LogWriter) {
    while true {
      let next: (batch: Batch, failed: Bool)? = gate.wait { state in
        if !state.waiting.isEmpty {
          state.isInserting = true
          return .some((state.waiting.removeFirst(), state.failure != nil))
        }
        return state.isClosed ? .some(nil) : nil
      }
      guard let next else { return }
      var failure: LedgerError?
      if !next.failed {
        do throws(LedgerError) { try writer.insert(next.batch) } catch { failure = error }
      }
      gate.change { state in
        state.isInserting = false
        state.failure = state.failure ?? failure
        state.free.append(next.batch)
      }
    }
  }
}
