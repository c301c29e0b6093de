internal import Ledger
internal import Views
internal import Vocabulary

/// Assesses subjects, of many half on a second thread; a long answer is made with one of these, part by part.
///
/// Assessments are pure, so each thread has a connection and a memory of what it looked up of its own. When the second one
/// cannot see the same state of the views, for somebody has written to them meanwhile, the first does it all.
final class Assessing {
  /// Where the second thread sits.
  private enum Second {
    case unopened
    case opened(Desk)
    case elsewhere
  }

  /// How many subjects are worth a second thread.
  private static let many = 64

  private let store: ViewStore
  private let lens: Lens
  private let day: Day
  private let goingThrough: Bool
  private let facts: References
  private let snapshot: Snapshot
  private let second = Gate(Second.unopened)

  /// - Parameter goingThrough: as in ``ViewStore/snapshot(at:goingThrough:)``; the second thread then has a desk of its own,
  ///   which nobody else asks.
  init(
    _ store: ViewStore, _ lens: Lens, on day: Day, _ facts: References, _ snapshot: Snapshot, goingThrough: Bool = false
  ) {
    (self.store, self.lens, self.day, self.goingThrough) = (store, lens, day, goingThrough)
    (self.facts, self.snapshot) = (facts, snapshot)
  }

  /// The rows of each subject.
  func rows(of all: [String]) throws -> [[Row]] {
    let mine = Array(all.prefix(all.count < Assessing.many ? all.count : all.count / 2))
    let others = Array(all[mine.count...])
    let result = Gate<Result<[[Row]]?, any Error>?>(nil)
    let thread = others.isEmpty ? nil : start(others, result)
    var rows = assess(mine)
    let hasSecond = thread != nil
    if let thread { thread.join() }
    let done = hasSecond ? try result.change { $0 }?.get() : nil
    rows += done ?? assess(others)
    if let failure = snapshot.failure { throw failure }
    return rows
  }

  /// Forgets what belongs to subjects that will not come again.
  func forget() {
    facts.forgetEvents()
    let (level, tellsIgnored) = (facts.disclosure, facts.tellsIgnored)
    second.change { state in
      if case .opened(let desk) = state { desk.references(level, tellsIgnored: tellsIgnored).forgetEvents() }
    }
  }

  /// Gives back what the second thread had open, when nothing more is asked.
  func rest() throws {
    let (store, goingThrough) = (store, goingThrough)
    try second.change { state in
      Result {
        if case .opened(let desk) = state, !goingThrough { try store.desks.putBack(desk, store) }
        state = .unopened
      }
    }.get()
  }

  private func assess(_ subjects: [String]) -> [[Row]] {
    subjects.map { lens.view.assess($0, at: day, facts: facts, profile: lens.profile) }
  }

  private func start(_ subjects: [String], _ result: Gate<Result<[[Row]]?, any Error>?>) -> PlainThread? {
    let (store, second, view, profile, day) = (store, second, lens.view, lens.profile, day)
    let goingThrough = goingThrough
    let (level, tellsIgnored) = (facts.disclosure, facts.tellsIgnored)
    let (size, root, moment) = (snapshot.followed, snapshot.root, snapshot.moment)
    return PlainThread {
      let rows = second.change { state in
        Result { () throws -> [[Row]]? in
          if case .unopened = state {
            let desk =
              goingThrough
              ? Desk(try store.snapshot(at: moment, goingThrough: true)) : try store.desks.take(store, at: moment)
            let isSame = desk.snapshot.followed == size && desk.snapshot.root == root
            state = isSame ? .opened(desk) : .elsewhere
          }
          guard case .opened(let desk) = state else { return nil }
          let facts = desk.references(level, tellsIgnored: tellsIgnored)
          let rows = subjects.map { view.assess($0, at: day, facts: facts, profile: profile) }
          if let failure = desk.snapshot.failure { throw failure }
          return rows
        }
      }
      result.change { $0 = rows }
    }
  }
}
