internal import Ledger
internal import Views
internal import Vocabulary

/// Assesses subjects, many of them on two threads; a long answer is made with one of these, part by part.
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
    let queue = SubjectQueue(all)
    let result = Gate<Result<[AssessedPart], any Error>>(.success([]))
    let thread = all.count < Assessing.many ? nil : start(queue, result)
    var parts = assess(queue)
    if let thread { thread.join() }
    parts += try result.change { $0 }.get()
    if let failure = snapshot.failure { throw failure }
    return parts.sorted { $0.first < $1.first }.flatMap(\.rows)
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

  private func assess(_ queue: SubjectQueue) -> [AssessedPart] {
    queue.assess(from: .front) { lens.view.assess($0, at: day, facts: facts, profile: lens.profile) }
  }

  private func start(_ queue: SubjectQueue, _ result: Gate<Result<[AssessedPart], any Error>>) -> PlainThread? {
    let (store, second, view, profile, day) = (store, second, lens.view, lens.profile, day)
    let goingThrough = goingThrough
    let (level, tellsIgnored) = (facts.disclosure, facts.tellsIgnored)
    let (size, root, moment) = (snapshot.followed, snapshot.root, snapshot.moment)
    return PlainThread {
      let parts = second.change { state in
        Result { () throws -> [AssessedPart] in
          if case .unopened = state {
            let desk =
              goingThrough
              ? Desk(try store.snapshot(at: moment, goingThrough: true)) : try store.desks.take(store, at: moment)
            let isSame = desk.snapshot.followed == size && desk.snapshot.root == root
            state = isSame ? .opened(desk) : .elsewhere
          }
          guard case .opened(let desk) = state else { return [] }
          let facts = desk.references(level, tellsIgnored: tellsIgnored)
          let parts = queue.assess(from: .back) { view.assess($0, at: day, facts: facts, profile: profile) }
          if let failure = desk.snapshot.failure { throw failure }
          return parts
        }
      }
      result.change { $0 = parts }
    }
  }
}

/// Subjects that wait to be assessed. One thread takes them from the front and another from the back, a few at a time, until
/// they meet: neither waits long for the other, and each meets those whom it knows from the last answer.
private final class SubjectQueue: Sendable {
  enum End { case front, back }

  /// How many are taken at a time.
  private static let few = 8

  private let subjects: [String]
  private let left: Gate<Range<Int>>

  init(_ subjects: [String]) {
    self.subjects = subjects
    left = Gate(subjects.indices)
  }

  /// Assesses what nobody else takes.
  func assess(from end: End, _ body: (String) -> [Row]) -> [AssessedPart] {
    var parts: [AssessedPart] = []
    while true {
      let some = left.change(wake: false) { left in
        let some = end == .front ? left.prefix(SubjectQueue.few) : left.suffix(SubjectQueue.few)
        left = end == .front ? some.endIndex..<left.endIndex : left.startIndex..<some.startIndex
        return some
      }
      if some.isEmpty { return parts }
      parts.append(AssessedPart(first: some.startIndex, rows: subjects[some].map(body)))
    }
  }
}

/// The rows of some subjects, from the first one on.
private struct AssessedPart {
  let first: Int
  let rows: [[Row]]
}
