internal import Ledger
internal import Views
internal import Vocabulary

extension ViewStore {
  /// How many subjects are worth a second thread.
  private static let many = 64

  /// The answer about the subjects that a question means; of many, half are assessed on a second thread.
  ///
  /// Assessments are pure, so each thread has a connection and a memory of what it looked up of its own. When the second one
  /// cannot see the same state of the views, for somebody has written to them meanwhile, its half is done by the first.
  func answer(
    _ subjects: [String]?, _ lens: Lens, _ question: Question, _ facts: References, _ snapshot: Snapshot
  ) throws -> Answer {
    let (view, profile, day) = (lens.view, lens.profile, question.at)
    guard !view.isWhole else { return view.answer(subjects, at: day, facts: facts, profile: profile) }
    let all = subjects ?? view.subjects(at: day, facts: facts)
    let mine = Array(all.prefix(all.count < ViewStore.many ? all.count : all.count / 2))
    let others = Array(all[mine.count...])
    let seen = (size: snapshot.followed, root: snapshot.root, moment: snapshot.moment)
    let result = Gate<Result<[Row]?, any Error>?>(nil)
    let thread =
      others.isEmpty
      ? nil
      : PlainThread {
        let rows = Result { () throws -> [Row]? in
          let second = try self.snapshot(at: seen.moment)
          guard second.followed == seen.size, second.root == seen.root else { return nil }
          let facts = References(second, disclosure: question.disclosure, tellsIgnored: question.tellsIgnored)
          let rows = view.rows(others, at: day, facts: facts, profile: profile)
          if let failure = second.failure { throw failure }
          return rows
        }
        result.change { $0 = rows }
      }
    var rows = view.rows(mine, at: day, facts: facts, profile: profile)
    let hasSecond = thread != nil
    if let thread { thread.join() }
    let done = hasSecond ? try result.change { $0 }?.get() : nil
    rows += done ?? view.rows(others, at: day, facts: facts, profile: profile)
    return view.answer(rows, at: day, facts: facts, profile: profile)
  }
}
