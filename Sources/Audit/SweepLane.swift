internal import Ledger

/// A sweep over the log on a second thread: one reads leaves while the other hashes and compares them.
///
/// Three runs of leaves go round, so memory does not grow; whoever is faster waits for the other. Without a second thread
/// everything happens on the first.
final class SweepLane {
  private struct State {
    var waiting: [LeafRun] = []
    var free: [LeafRun] = [LeafRun(), LeafRun()]
    var isClosed = false
    var failure: (any Error)?
  }

  /// The sweep, which belongs to the second thread until that has ended.
  private final class Sweep: @unchecked Sendable {
    var sweep: LogSweep
    init(_ sweep: LogSweep) { self.sweep = sweep }
  }

  private let gate = Gate(State())
  private let swept: Sweep
  private var filling = LeafRun()
  private var thread: PlainThread?

  /// Begins a sweep.
  init(_ sweep: LogSweep) {
    swept = Sweep(sweep)
    thread = PlainThread { [gate, swept] in SweepLane.takeAll(gate, swept) }
  }

  /// Takes the next leaf.
  func take(_ position: UInt64, _ leaf: UnsafeRawBufferPointer) throws {
    unsafe filling.add(position, leaf)
    if filling.isFull { try handOver() }
  }

  /// Ends the sweep and answers it, with the error that stopped it, if one did.
  func end() -> (sweep: LogSweep, failure: (any Error)?) {
    var failure: (any Error)?
    do { if !filling.isEmpty { try handOver() } } catch { failure = error }
    gate.change { $0.isClosed = true }
    if let thread = thread.take() { thread.join() }
    return (swept.sweep, failure ?? gate.change { $0.failure })
  }

  private func handOver() throws {
    guard thread != nil else {
      try filling.sweep(&swept.sweep)
      return filling.restart()
    }
    let full = filling
    gate.change { $0.waiting.append(full) }
    let (free, failure) = gate.wait { state in state.free.popLast().map { ($0, state.failure) } }
    if let failure { throw failure }
    filling = free
    filling.restart()
  }

  /// What the thread does: after a failure runs are only handed back.
  private static func takeAll(_ gate: Gate<State>, _ swept: Sweep) {
    while true {
      let next: (run: LeafRun, failed: Bool)? = gate.wait { state in
        if !state.waiting.isEmpty { return .some((state.waiting.removeFirst(), state.failure != nil)) }
        return state.isClosed ? .some(nil) : nil
      }
      guard let next else { return }
      var failure: (any Error)?
      if !next.failed { do { try next.run.sweep(&swept.sweep) } catch { failure = error } }
      gate.change { state in
        state.failure = state.failure ?? failure
        state.free.append(next.run)
      }
    }
  }
}

/// Some hundred leaves on their way from one thread to the other, in memory that is used again.
private final class LeafRun {
  private var bytes: [UInt8] = []
  private var leaves: [(position: UInt64, end: Int)] = []

  var isEmpty: Bool { leaves.isEmpty }
  var isFull: Bool { leaves.count >= 512 || bytes.count >= 1 << 18 }

  func restart() {
    bytes.removeAll(keepingCapacity: true)
    leaves.removeAll(keepingCapacity: true)
  }

  func add(_ position: UInt64, _ leaf: UnsafeRawBufferPointer) {
    unsafe bytes.append(contentsOf: leaf)
    leaves.append((position, bytes.count))
  }

  func sweep(_ sweep: inout LogSweep) throws {
    try unsafe bytes.withUnsafeBytes { bytes in
      var start = 0
      for (position, end) in leaves {
        try unsafe sweep.take(position, UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
  }
}
