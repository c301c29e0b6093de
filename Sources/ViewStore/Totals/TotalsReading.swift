public import Views

/// Totals of an answer, with the answer they were made of.
public struct TotalsReading: Hashable, Sendable {
  /// The answer of one of ``Totals/views``, with the state of the ledger.
  public var reading: Reading
  /// The sums and, beside them, the aggregates.
  public var totals: Totals
}

extension ViewStore {
  /// Answers a question about attacks or abuses, and sums it up.
  public func totals(
    _ question: Question, by grouping: Totals.Grouping, from log: some FollowedLog
  ) throws -> TotalsReading {
    try converting {
      let moment = Moment(known: try question.asOf.count(in: log), published: question.publishedBy)
      return try desks.use(self, at: moment) { desk in
        let reading = try answer(question, at: desk, log)
        return TotalsReading(reading: reading, totals: Totals(reading.answer, by: grouping, desk.references()))
      }
    }
  }
}
