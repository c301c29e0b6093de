internal import Views
internal import Vocabulary

extension ViewStore {
  /// Compares the answers to two questions about the same view.
  ///
  /// A place that only one side knows is asked about on both, so that it changes from or to "unknown" instead of appearing.
  public func compare(_ earlier: Question, _ later: Question, from log: some FollowedLog) throws -> Difference {
    precondition(earlier.view.utf8.elementsEqual(later.view.utf8), "two different views cannot be compared")
    return try converting {
      let snapshots = try (
        snapshot(at: Moment(known: earlier.asOf.count(in: log), published: earlier.publishedBy)),
        snapshot(at: Moment(known: later.asOf.count(in: log), published: later.publishedBy))
      )
      var (first, second) = (earlier, later)
      (first.tellsIgnored, second.tellsIgnored) = (false, false)
      if let view = Views.named(earlier.view), view.subjectKind == .place, earlier.subjects == nil {
        first.subjects = try places(view, (earlier, snapshots.0), (later, snapshots.1))
        second.subjects = first.subjects
      }
      let from = try answer(first, snapshot: snapshots.0, log: log)
      let to = try answer(second, snapshot: snapshots.1, log: log)
      if let failure = snapshots.0.failure ?? snapshots.1.failure { throw failure }
      var comparison = Comparison(from: from.answer, to: to.answer)
      comparison.added.removeAll(where: \.isSilent)
      comparison.removed.removeAll(where: \.isSilent)
      let enders = try snapshots.1.enders(of: comparison.left, since: snapshots.0.moment)
      let references = References(snapshots.1, disclosure: later.disclosure)
      let guarded = comparison.guarded(where: references.isGuarded)
      if let failure = snapshots.1.failure { throw failure }
      return Difference(
        from: from, to: to, comparison: comparison, enders: enders, guarded: guarded, disclosure: later.disclosure)
    }
  }

  /// The places that either side knows; where only the ledger's known time differs, those that it can have changed.
  private func places(
    _ view: any View.Type, _ earlier: (question: Question, snapshot: Snapshot),
    _ later: (question: Question, snapshot: Snapshot)
  ) throws -> [String] {
    let sides = [earlier, later]
    if view.reach == .places, earlier.question.differsInLedgerTimeOnly(from: later.question),
      let concerned = try ConcernedPlaces((earlier.snapshot, later.snapshot)).places
    {
      return concerned.sorted().map(\.text).filter { place in
        sides.contains { $0.snapshot.knows(place, in: view.name) }
      }
    }
    let known = sides.flatMap { side in
      view.subjects(at: side.question.at, facts: References(side.snapshot, disclosure: side.question.disclosure))
    }
    return Set(known.map(Verbatim.init)).sorted().map(\.text)
  }
}

extension Question {
  /// Whether two questions about one view ask for the same but for what the ledger knew.
  fileprivate func differsInLedgerTimeOnly(from other: Question) -> Bool {
    var same = other
    same.asOf = asOf
    return same == self
  }
}

extension Row {
  /// Whether the row only says that nothing is known.
  fileprivate var isSilent: Bool { events.isEmpty && against.isEmpty && ignored.isEmpty }
}
