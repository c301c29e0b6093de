internal import Views
internal import Vocabulary

extension ViewStore {
  /// The answer about the subjects that a question means.
  func answer(
    _ subjects: [String]?, _ lens: Lens, _ question: Question, _ facts: References, _ snapshot: Snapshot
  ) throws -> Answer {
    let (view, profile, day) = (lens.view, lens.profile, question.at)
    guard !view.isWhole else { return view.answer(subjects, at: day, facts: facts, profile: profile) }
    let all = subjects ?? view.subjects(at: day, facts: facts)
    let assessing = Assessing(self, lens, on: day, facts, snapshot)
    let rows = try assessing.rows(of: all).flatMap(\.self)
    try assessing.rest()
    return view.answer(rows, at: day, facts: facts, profile: profile)
  }
}
