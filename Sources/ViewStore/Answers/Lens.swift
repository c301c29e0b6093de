internal import Views
internal import Vocabulary

/// What the words of a question mean at its known time: the view, the subjects, the profile.
struct Lens {
  let view: any View.Type
  /// Ids of the subjects; `nil` asks about everyone.
  let subjects: [String]?
  let profile: Profile

  /// Resolves the words.
  ///
  /// - Throws: ``ViewStoreError`` naming the nearest words for one that means nothing.
  init(_ question: Question, _ facts: References) throws {
    guard let view = Views.named(question.view) else {
      throw ViewStoreError.noSuchView(question.view, known: Views.all.map { $0.name })
    }
    guard let profile = facts.profile(question.profile) else {
      throw ViewStoreError.noSuchProfile(question.profile, known: facts.profileIDs)
    }
    self.view = view
    self.profile = profile
    subjects = try question.subjects?.map { written in
      guard let subject = view.subject(written: written, at: question.at, facts: facts) else {
        let nearest = Nearest.words(to: written, among: view.words(at: question.at, facts: facts), limit: 3)
        throw ViewStoreError.noSuchSubject(written, view: question.view, nearest: nearest)
      }
      return subject
    }
  }
}
