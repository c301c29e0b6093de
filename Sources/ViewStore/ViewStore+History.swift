internal import SQLite
internal import Views
internal import Vocabulary

extension ViewStore {
  /// Plays the history of a view: gives each step along a clock that changed its answer, in order.
  ///
  /// A step says exactly what a comparison of the whole answers before and after it would say. The view is asked for the
  /// valid day, subjects, filters and profile of the question; of its two known times the one that is played is taken from
  /// `clock`. Names of subjects and the profile are those known at the end of the history.
  ///
  /// - Parameters:
  ///   - log: tells which position a day means.
  ///   - body: answers whether to go on.
  /// - Throws: ``ViewStoreError``, the log's own errors, or what `body` throws.
  public func history(
    of question: Question, along clock: HistoryClock, from log: some FollowedLog,
    _ body: (HistoryStep) throws -> Bool
  ) throws {
    try converting {
      switch clock {
      case .ledger(let from, let to):
        let size = try followed()
        let start = try from.count(in: log) ?? size
        let end = try to.count(in: log) ?? size
        let ends = (
          Moment(known: start, published: question.publishedBy), Moment(known: end, published: question.publishedBy)
        )
        try play(question, from: ends.0, to: ends.1) { snapshot, answer in
          try snapshot.alongLedger(start, end, answer, body)
        }
      case .publication(let from, let to):
        let known = try question.asOf.count(in: log)
        let ends = (Moment(known: known, published: from), Moment(known: known, published: to))
        try play(question, from: ends.0, to: ends.1) { snapshot, answer in
          try snapshot.alongPublication(from, to, answer, body)
        }
      }
    }
  }

  private func play(
    _ question: Question, from start: Moment, to end: Moment, _ body: (Snapshot, LivingAnswer) throws -> Void
  ) throws {
    let snapshot = try snapshot(at: end)
    let lens = try Lens(question, References(snapshot, disclosure: question.disclosure))
    if let failure = snapshot.failure { throw failure }
    if let known = start.known, known > snapshot.followed {
      throw ViewStoreError.notYet(asOf: known - 1, size: snapshot.followed)
    }
    snapshot.move(to: start)
    let answer = LivingAnswer(
      lens.view, about: lens.subjects, at: question.at, profile: lens.profile, filters: question.filters,
      disclosure: question.disclosure, snapshot: snapshot)
    if let failure = snapshot.failure { throw failure }
    try body(snapshot, answer)
  }
}

extension Snapshot {
  /// Steps from one number of known events to a greater one, event by event.
  fileprivate func alongLedger(
    _ start: UInt64, _ end: UInt64, _ answer: LivingAnswer, _ body: (HistoryStep) throws -> Bool
  ) throws {
    guard start < end else { return }
    let touching = try touching()
    for position in start..<end {
      let before = moment
      move(to: Moment(known: position + 1, published: published))
      let keys = try touching.keys(of: touching.events(changedBy: position))
      guard try step(.position(position), since: before, [position], keys, answer, body) else { return }
    }
  }

  /// Steps over the days on which something began or ceased to be public.
  fileprivate func alongPublication(
    _ start: Day, _ end: Day, _ answer: LivingAnswer, _ body: (HistoryStep) throws -> Bool
  ) throws {
    let touching = try touching()
    try eachPublicDay(after: start, until: end) { day, events in
      let before = moment
      move(to: Moment(known: known, published: day))
      var touched: Set<FactKey> = []
      var touchingEvents: [UInt64] = []
      for event in events {
        let keys = try touching.keys(of: [event])
        if answer.dependsOn(keys) { touchingEvents.append(event) }
        touched.formUnion(keys)
      }
      return try step(.day(day), since: before, touchingEvents, touched, answer, body)
    }
  }

  private func step(
    _ time: HistoryStep.Time, since before: Moment, _ events: [UInt64], _ keys: Set<FactKey>, _ answer: LivingAnswer,
    _ body: (HistoryStep) throws -> Bool
  ) throws -> Bool {
    let changes = try answer.step(touching: keys)
    if let failure { throw failure }
    if changes.isEmpty { return true }
    let enders = try enders(of: changes.left, since: before)
    return try body(HistoryStep(time: time, events: events, changes: changes, enders: enders))
  }
}
