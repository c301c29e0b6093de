internal import Views
internal import Vocabulary

extension ViewStore {
  /// Compares the answers to two questions about the same view.
  ///
  /// A place that only one side knows is asked about on both, so that it changes from or to "unknown" instead of appearing.
  public func compare(_ earlier: Question, _ later: Question, from log: some FollowedLog) throws -> Difference {
    precondition(earlier.view.utf8.elementsEqual(later.view.utf8), "two different views cannot be compared")
    return try converting {
      let moments = try [earlier, later].map {
        Moment(known: try $0.asOf.count(in: log), published: $0.publishedBy)
      }
      return try desks.use(self, at: moments[0]) { first in
        try desks.use(self, at: moments[1]) { second in try compare((earlier, first), (later, second), log) }
      }
    }
  }

  private func compare(
    _ earlier: (question: Question, desk: Desk), _ later: (question: Question, desk: Desk), _ log: some FollowedLog
  ) throws -> Difference {
    var (first, second) = (earlier.question, later.question)
    (first.tellsIgnored, second.tellsIgnored) = (false, false)
    if let view = Views.named(first.view), view.subjectKind == .place, first.subjects == nil {
      first.subjects = try places(view, earlier, later)
      second.subjects = first.subjects
    }
    let from = try answer(first, at: earlier.desk, log)
    let to = try answer(second, at: later.desk, log)
    var comparison = Comparison(from: from.answer, to: to.answer)
    comparison.added.removeAll(where: \.isSilent)
    comparison.removed.removeAll(where: \.isSilent)
    let snapshot = later.desk.snapshot
    let enders = try snapshot.enders(of: comparison.left, since: earlier.desk.snapshot.moment)
    let guarded = comparison.guarded(where: later.desk.references(second.disclosure, tellsIgnored: false).isGuarded)
    return Difference(
      from: from, to: to, comparison: comparison, enders: enders, guarded: guarded, disclosure: second.disclosure)
  }

  /// The places that either side knows; where only the ledger's known time differs, those that it can have changed.
  private func places(
    _ view: any View.Type, _ earlier: (question: Question, desk: Desk), _ later: (question: Question, desk: Desk)
  ) throws -> [String] {
    let sides = [earlier, later]
    if view.reach == .places, earlier.question.differsInLedgerTimeOnly(from: later.question),
      let concerned = try ConcernedPlaces((earlier.desk.snapshot, later.desk.snapshot)).places
    {
      return concerned.sorted().map(\.text).filter { place in
        sides.contains { $0.desk.snapshot.knows(place, in: view.name) }
      }
    }
    let known = sides.flatMap { side in
      view.subjects(at: side.question.at, facts: side.desk.references(side.question.disclosure, tellsIgnored: false))
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
