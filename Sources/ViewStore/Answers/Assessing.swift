internal import Ledger
internal import Views
internal import Vocabulary

/// Assesses subjects, of many half on a second thread; a long answer is made with one of these, part by part.
///
/// Assessments are pure, so each thread has a connection and a memory of what it looked up of its own. When the second one
/// cannot see the same state of the views, for somebody has written to them meanwhile, the first does it all.
final class Assessing {
  /// What one thread reads from.
  private struct Hand {
    let snapshot: Snapshot
    let facts: References
  }

  private enum Second {
    case unopened
    case opened(Hand)
    case elsewhere
  }

  /// How many subjects are worth a second thread.
  private static let many = 64

  private let store: ViewStore
  private let lens: Lens
  private let day: Day
  private let first: Hand
  private let second = Gate(Second.unopened)

  init(_ store: ViewStore, _ lens: Lens, on day: Day, _ facts: References, _ snapshot: Snapshot) {
    (self.store, self.lens, self.day) = (store, lens, day)
    first = Hand(snapshot: snapshot, facts: facts)
  }

  /// The rows of each subject.
  func rows(of all: [String]) throws -> [[Row]] {
    let mine = Array(all.prefix(all.count < Assessing.many ? all.count : all.count / 2))
    let others = Array(all[mine.count...])
    let result = Gate<Result<[[Row]]?, any Error>?>(nil)
    let thread = others.isEmpty ? nil : start(others, result)
    var rows = assess(mine, first)
    let hasSecond = thread != nil
    if let thread { thread.join() }
    let done = hasSecond ? try result.change { $0 }?.get() : nil
    rows += done ?? assess(others, first)
    if let failure = first.snapshot.failure { throw failure }
    return rows
  }

  /// Forgets what belongs to subjects that will not come again.
  func forget() {
    first.facts.forgetEvents()
    second.change { if case .opened(let hand) = $0 { hand.facts.forgetEvents() } }
  }

  private func assess(_ subjects: [String], _ hand: Hand) -> [[Row]] {
    subjects.map { lens.view.assess($0, at: day, facts: hand.facts, profile: lens.profile) }
  }

  private func start(_ subjects: [String], _ result: Gate<Result<[[Row]]?, any Error>?>) -> PlainThread? {
    let (store, second, view, profile, day) = (store, second, lens.view, lens.profile, day)
    let (level, tellsIgnored) = (first.facts.disclosure, first.facts.tellsIgnored)
    let (size, root, moment) = (first.snapshot.followed, first.snapshot.root, first.snapshot.moment)
    return PlainThread {
      let rows = second.change { state in
        Result { () throws -> [[Row]]? in
          if case .unopened = state {
            let snapshot = try store.snapshot(at: moment)
            let isSame = snapshot.followed == size && snapshot.root == root
            let facts = References(snapshot, disclosure: level, tellsIgnored: tellsIgnored)
            state = isSame ? .opened(Hand(snapshot: snapshot, facts: facts)) : .elsewhere
          }
          guard case .opened(let hand) = state else { return nil }
          let rows = subjects.map { view.assess($0, at: day, facts: hand.facts, profile: profile) }
          if let failure = hand.snapshot.failure { throw failure }
          return rows
        }
      }
      result.change { $0 = rows }
    }
  }
}
