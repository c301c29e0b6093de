/// Drafts that a second thread makes while the first one seals and hashes those before.
///
/// A few runs of drafts go round, so memory does not grow; whoever is faster waits for the other. Without a second thread the
/// drafts come as they are asked for.
@safe
public final class DraftsAhead: DraftSource {
  private struct State {
    var ready: [Run] = []
    var free = (0..<5).map { _ in Run() }
    var isStopped = false
  }

  /// The drafts, which belong to the second thread while that runs.
  private final class Source: @unchecked Sendable {
    let drafts: any DraftSource
    init(_ drafts: any DraftSource) { self.drafts = drafts }
  }

  private let gate = Gate(State())
  private let source: Source
  private var present = Run()
  private var thread: PlainThread?

  /// Begins to ask for drafts, which nobody else may ask for any more.
  public init(_ drafts: any DraftSource) {
    source = Source(drafts)
    thread = PlainThread { [gate, source] in DraftsAhead.fillAll(gate, source) }
  }

  deinit { end() }

  /// Ends the second thread; nobody asks for drafts any more.
  public func end() {
    gate.change { $0.isStopped = true }
    if let thread = thread.take() { thread.join() }
  }

  @unsafe
  public func next() throws(LedgerError) -> (line: Int, draft: UnsafeRawBufferPointer)? {
    guard thread != nil else { return try unsafe source.drafts.next() }
    while true {
      if let next = unsafe present.next() { return unsafe next }
      if let failure = present.failure { throw failure }
      if present.isLast { return nil }
      let done = present
      done.restart()
      present = gate.wait { state in
        state.ready.isEmpty ? nil : state.ready.removeFirst()
      }
      gate.change { $0.free.append(done) }
    }
  }

  /// What the thread does.
  private static func fillAll(_ gate: Gate<State>, _ source: Source) {
    while true {
      let run: Run? = gate.wait { state in
        if state.isStopped { return .some(nil) }
        guard let free = state.free.popLast() else { return nil }
        return .some(free)
      }
      guard let run else { return }
      run.fill(from: source.drafts)
      let isEnd = run.isLast || run.failure != nil
      gate.change { $0.ready.append(run) }
      if isEnd { return }
    }
  }

  /// Some hundred drafts on their way from one thread to the other, in memory that is used again.
  @safe
  private final class Run {
    private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 19, alignment: 16)
    private var used = 0
    private var drafts: [(line: Int, end: Int)] = []
    private var given = 0
    private(set) var isLast = false
    private(set) var failure: LedgerError?

    deinit { unsafe memory.deallocate() }

    func restart() {
      used = 0
      drafts.removeAll(keepingCapacity: true)
      given = 0
    }

    func fill(from source: any DraftSource) {
      do throws(LedgerError) {
        while used < 1 << 18 {
          guard let next = try unsafe source.next() else {
            isLast = true
            return
          }
          unsafe add(next.draft)
          unsafe drafts.append((next.line, used))
        }
      } catch { failure = error }
    }

    private func add(_ draft: UnsafeRawBufferPointer) {
      if unsafe memory.count - used < draft.count {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: used + 2 * draft.count, alignment: 16)
        unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<used]))
        unsafe memory.deallocate()
        unsafe memory = larger
      }
      unsafe UnsafeMutableRawBufferPointer(rebasing: memory[used...]).copyMemory(from: draft)
      used += draft.count
    }

    /// The next draft; its bytes stay in place until the run is filled again.
    func next() -> (line: Int, draft: UnsafeRawBufferPointer)? {
      guard given < drafts.count else { return nil }
      let start = given == 0 ? 0 : drafts[given - 1].end
      let (line, end) = drafts[given]
      given += 1
      return unsafe (line, UnsafeRawBufferPointer(rebasing: memory[start..<end]))
    }
  }
}
