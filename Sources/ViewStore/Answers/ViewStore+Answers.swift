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
      return try desks.use(self, at: moment) { desk in
        try prepare(for: question, desk.snapshot, log)
        return try answer(question, at: desk, log)
      }
    }
  }

  func answer(_ question: Question, at desk: Desk, _ log: some FollowedLog) throws -> Reading {
    let snapshot = desk.snapshot
    let facts = desk.references(question.disclosure, tellsIgnored: question.tellsIgnored)
    let earlier = try question.since.map { try self.snapshot(at: moment($0, snapshot.moment, log)) }
    facts.earlier = earlier.map { References($0, disclosure: question.disclosure) }
    // The desk stays; what it was compared with must not stay open with it.
    defer { facts.earlier = nil }
    let lens = try Lens(question, facts)
    let subjects = question.subjects(lens, facts)
    var answer = try answer(subjects, lens, question, facts, snapshot)
    let filter = try RowFilter(question, answer, facts)
    if !filter.isEmpty { answer.rows.removeAll { !filter.accepts($0) } }
    if let failure = earlier?.failure { throw failure }
    return try reading(answer, snapshot, log)
  }

  /// An answer with the state of the ledger it was read from.
  func reading(_ answer: Answer, _ snapshot: Snapshot, _ log: some FollowedLog) throws -> Reading {
    let size = min(snapshot.moment.known ?? snapshot.followed, snapshot.followed)
    let root = size == snapshot.followed ? snapshot.root : try log.root(at: size)
    return Reading(answer: answer, size: size, root: root)
  }
}

extension ViewStore {
  /// Fills the sheets that a question about a whole country is read from, where that is worth it.
  func prepare(for question: Question, _ snapshot: Snapshot, _ log: some FollowedLog) throws {
    guard question.subjects == nil, Views.named(question.view)?.filesByMonth ?? false else { return }
    let sheets = Sheets(of: self)
    if snapshot.followed >= sheetsFrom, !sheets.show(snapshot) { try sheets.follow(log) }
  }
}

extension ViewStore {
  /// The earlier known time: one reading moved, the other as it is asked for.
  fileprivate func moment(_ since: Question.Since, _ now: Moment, _ log: some FollowedLog) throws -> Moment {
    switch since {
    case .asOf(let asOf): Moment(known: try asOf.count(in: log) ?? now.known, published: now.published)
    case .publishedBy(let day): Moment(known: now.known, published: day)
    }
  }
}
