internal import Views
internal import Vocabulary

extension ViewStore {
  /// Answers a question from the views as they are; follow the log before.
  ///
  /// - Parameter log: tells the root at an earlier size, and which position a day means.
  /// - Throws: ``ViewStoreError``, or the log's own errors.
  public func answer(_ question: Question, from log: some FollowedLog) throws -> Reading {
    try converting {
      let moment = Moment(known: try question.asOf.count(in: log), published: question.publishedBy)
      let snapshot = try snapshot(at: moment)
      let reading = try answer(question, snapshot: snapshot, log: log)
      if let failure = snapshot.failure { throw failure }
      return reading
    }
  }

  func answer(_ question: Question, snapshot: Snapshot, log: some FollowedLog) throws -> Reading {
    let facts = References(snapshot)
    guard let view = Views.named(question.view) else {
      throw ViewStoreError.noSuchView(question.view, known: Views.all.map { $0.name })
    }
    guard let profile = facts.profile(question.profile) else {
      throw ViewStoreError.noSuchProfile(question.profile, known: facts.profileIDs)
    }
    let subjects = try question.subjects?.map { written in
      guard let subject = view.subject(written: written, at: question.at, facts: facts) else {
        let nearest = Nearest.words(to: written, among: view.subjects(at: question.at, facts: facts), limit: 3)
        throw ViewStoreError.noSuchSubject(written, view: question.view, nearest: nearest)
      }
      return subject
    }
    var answer = view.answer(subjects, at: question.at, facts: facts, profile: profile)
    for filter in question.filters { try answer.keep(filter) }
    let size = min(snapshot.moment.known ?? snapshot.followed, snapshot.followed)
    let root = size == snapshot.followed ? snapshot.root : try log.root(at: size)
    return Reading(answer: answer, size: size, root: root)
  }
}

extension Answer {
  /// Leaves only the rows that have the value in the column.
  fileprivate mutating func keep(_ filter: Question.Filter) throws {
    guard let column = columns.firstIndex(where: { $0.name.utf8.elementsEqual(filter.column.utf8) }) else {
      throw ViewStoreError.noSuchColumn(filter.column, view: view, known: columns.map(\.name))
    }
    rows.removeAll { !$0.cells[column].shows(filter.value) }
  }
}

extension Cell {
  /// Whether a table shows that value in this cell, or among the words of its list.
  fileprivate func shows(_ value: String) -> Bool {
    if case .list(let words) = self { return words.contains { $0.utf8.elementsEqual(value.utf8) } }
    return description.utf8.elementsEqual(value.utf8)
  }
}
