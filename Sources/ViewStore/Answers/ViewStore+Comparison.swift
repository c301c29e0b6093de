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
        let known =
          view.subjects(at: earlier.at, facts: References(snapshots.0, disclosure: earlier.disclosure))
          + view.subjects(at: later.at, facts: References(snapshots.1, disclosure: later.disclosure))
        first.subjects = Set(known.map(Verbatim.init)).sorted().map(\.text)
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
}

extension Row {
  /// Whether the row only says that nothing is known.
  fileprivate var isSilent: Bool { events.isEmpty && against.isEmpty && ignored.isEmpty }
}
