internal import Ledger

/// Callers who want to append, in the order of their coming. Those who come while another group is served form the next one;
/// its first caller leads it, the others wait.
///
/// A leader runs each call of its group in one transaction, commits once, lets the next group go on, and then tells all of its
/// own at once. So one sync of the disk serves many callers, and none waits for a thread that does not exist.
/// A leader waits a moment when the last commit had more callers about than have come yet.
final class AppendQueue: Sendable {
  /// One caller's work on its way through the queue.
  ///
  /// Sendable although the caller's closures are not: they run while the caller waits, on the thread of whoever leads, and are let go of before the
  /// caller is told that its call is done.
  final class Call: @unchecked Sendable {
    /// How much it appends; a large call is alone in its transaction.
    let volume: AppendVolume
    /// When it gives up waiting for other processes.
    let deadline: ContinuousClock.Instant
    private var work: (run: (SQLiteAppend) -> Bool, fail: (LedgerError) -> Void)?

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

    /// Lets go of the caller's closures.
    func end() { work = nil }
  }

  /// The calls that share a commit: any number that are few, or one that is large.
  private struct Group {
    /// What its callers are told, all at once.
    enum News {
      case waiting
      /// Its calls were answered, but for those of another group, which they form now.
      indirect case served(left: Group?)
    }

    let news = Gate(News.waiting)
    var calls: [Call]

    func mayTake(_ call: Call) -> Bool {
      calls.count < groupLimit && call.volume == .few && calls[0].volume == .few
    }
  }

  private struct Line {
    /// The groups that wait, the next first; the last may still grow.
    var waiting: [Group] = []
    /// Whether a group is being served.
    var isServing = false
    /// How many callers were about at the last commit: served by it, or queued meanwhile.
    var about = 1

    /// Whether the next group need not wait for more callers: all who were about have come, or no more can join it.
    var isGathered: Bool { waiting.count > 1 || waiting[0].calls.count >= about || waiting[0].calls[0].volume == .many }
  }

  private let line = Gate(Line())

  /// At most so many calls share a commit.
  private static let groupLimit = 512

  /// How long a leader waits for callers who were about at the last commit, in microseconds: about a sync of a quick disk.
  ///
  /// Those just served come back within it, so that they need not take turns with those who queued meanwhile. Who writes alone never waits.
  private static let gathering = 300

  /// Queues a call and returns when it was answered; `serve` is run on this thread when it leads its group, and answers
  /// which calls must wait for another attempt.
  func submit(_ call: Call, serve: ([Call]) -> [Call]) {
    var (group, leads) = join(call)
    while true {
      let left = leads ? lead(group, serve) : served(group)
      guard let left, left.calls.contains(where: { $0 === call }) else { return }
      (group, leads) = (left, left.calls[0] === call)
    }
  }

  /// Adds a call to the last group that waits, or to a new one, which it leads.
  private func join(_ call: Call) -> (Group, leads: Bool) {
    let (group, leads, wakes) = line.change(wake: false) { line in
      let last = line.waiting.count - 1
      if last >= 0, line.waiting[last].mayTake(call) {
        line.waiting[last].calls.append(call)
        return (line.waiting[last], false, !line.isServing && line.isGathered)
      }
      line.waiting.append(Group(calls: [call]))
      return (line.waiting[last + 1], true, last == 0)
    }
    if wakes { line.wake() }
    return (group, leads)
  }

  /// Waits until the group was served; answers those of it who must go on waiting.
  private func served(_ group: Group) -> Group? {
    group.news.wait { if case .served(let left) = $0 { .some(left) } else { nil } }
  }

  /// Serves the group when its turn has come; answers those of it who must go on waiting.
  private func lead(_ group: Group, _ serve: ([Call]) -> [Call]) -> Group? {
    let calls = takeTurn(group)
    let again = serve(calls)
    let left = again.isEmpty ? nil : Group(calls: again)
    let isAwaited = line.change(wake: false) { line in
      if let left { line.waiting.insert(left, at: 0) }
      line.isServing = false
      line.about = line.waiting.reduce(calls.count - again.count) { $0 + $1.calls.count }
      return !line.waiting.isEmpty
    }
    if isAwaited { line.wake() }
    for call in calls where !again.contains(where: { $0 === call }) { call.end() }
    if calls.count > 1 { group.news.change { $0 = .served(left: left) } }
    return left
  }

  /// Waits until the group is the next and nobody is served, and then a moment for those who were about.
  private func takeTurn(_ group: Group) -> [Call] {
    func take(_ line: inout Line) -> [Call] {
      line.isServing = true
      return line.waiting.removeFirst().calls
    }
    let gathered: [Call]? = line.wait { line in
      guard !line.isServing, line.waiting[0].news === group.news else { return nil }
      return .some(line.isGathered ? take(&line) : nil)
    }
    return gathered ?? line.wait(atMost: AppendQueue.gathering) { $0.isGathered ? take(&$0) : nil }
      ?? line.change(wake: false, take)
  }
}
