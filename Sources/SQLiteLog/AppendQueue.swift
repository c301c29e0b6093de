internal import Ledger

/// Callers who want to append, in the order of their coming; the first leads, the others wait and are served with it.
///
/// A leader takes everyone who waits, runs each call in one transaction, commits once, hands the lead to whoever came meanwhile,
/// and then tells all. So one sync of the disk serves many callers, and none waits for a thread that does not exist.
/// A new leader waits a moment when the last commit had more callers about than have come yet.
final class AppendQueue: Sendable {
  /// One caller's work on its way through the queue.
  ///
  /// Sendable although the caller's closures are not: they run while the caller waits, on the thread of whoever leads, and are let go of before the
  /// caller is told that its call is done.
  final class Call: @unchecked Sendable {
    /// What a waiting caller is told.
    enum News { case waiting, lead, done }

    /// How much it appends; a large call is alone in its transaction.
    let volume: AppendVolume
    /// When it gives up waiting for other processes.
    let deadline: ContinuousClock.Instant
    private var work: (run: (SQLiteAppend) -> Bool, fail: (LedgerError) -> Void)?
    private let news = Gate(News.waiting)

    /// - Parameters:
    ///   - run: does the work, keeps its answer or refusal, and says whether it stands.
    ///   - fail: keeps an error of the store in place of the answer.
    init(
      _ volume: AppendVolume, patience: Duration, run: @escaping (SQLiteAppend) -> Bool,
      fail: @escaping (LedgerError) -> Void
    ) {
      self.volume = volume
      deadline = .now + patience
      work = (run, fail)
    }

    /// Runs the work; answers whether it stands.
    func run(_ transaction: SQLiteAppend) -> Bool { work?.run(transaction) ?? false }

    /// Tells the caller, once it looks, that the store failed.
    func fail(_ error: LedgerError) { work?.fail(error) }

    /// Tells a waiting caller that it leads from now on.
    func lead() { news.change { $0 = .lead } }

    /// Tells the caller that its call was answered, after letting go of its closures.
    func end() {
      work = nil
      news.change { $0 = .done }
    }

    /// Waits until the caller leads or its call was answered.
    func wait() -> News { news.wait { $0 == .waiting ? nil : $0 } }
  }

  private struct Line {
    var calls: [Call] = []
    var isLed = false
    /// How many callers were about at the last commit: served by it, or queued meanwhile.
    var about = 1
  }

  private let line = Gate(Line())

  /// At most so many calls share a commit.
  private static let groupLimit = 512

  /// How long a leader waits for callers who were about at the last commit, in microseconds: about a sync of a quick disk.
  ///
  /// Those just served come back within it, so that they need not take turns with those who queued meanwhile. Who writes alone never waits.
  private static let gathering = 300

  /// Queues a call and returns when it was answered; `serve` is run on this thread when it comes to lead, and answers which calls must
  /// wait for another attempt.
  func submit(_ call: Call, serve: ([Call]) -> [Call]) {
    let (leads, areAll) = line.change(wake: false) { line in
      line.calls.append(call)
      defer { line.isLed = true }
      return (!line.isLed, line.calls.count >= line.about)
    }
    if areAll { line.wake() }
    if !leads && call.wait() == .done { return }
    let group = gather()
    let again = serve(group)
    line.change(wake: false) { line in
      line.about = max(1, group.count - again.count + line.calls.count)
      line.calls.insert(contentsOf: again, at: 0)
      if let next = line.calls.first { next.lead() } else { line.isLed = false }
    }
    for call in group where !again.contains(where: { $0 === call }) { call.end() }
  }

  /// Waits a moment for those who were about, and takes the calls that share the next commit.
  private func gather() -> [Call] {
    let whole = line.wait(atMost: AppendQueue.gathering) { line -> [Call]? in
      guard line.calls.count >= line.about || line.calls[0].volume == .many else { return nil }
      return AppendQueue.nextGroup(&line.calls)
    }
    return whole ?? line.change(wake: false) { AppendQueue.nextGroup(&$0.calls) }
  }

  /// The calls that share the next commit: all that are few, or one that is large.
  private static func nextGroup(_ calls: inout [Call]) -> [Call] {
    let count = calls[0].volume == .many ? 1 : calls.prefix(groupLimit).prefix { $0.volume == .few }.count
    defer { calls.removeFirst(count) }
    return Array(calls.prefix(count))
  }
}
