public import Ledger
internal import Views
internal import Vocabulary

extension ViewStore {
  /// Explains one row of a view, from the rules down to the sources, the originals and the leaves.
  ///
  /// - Parameters:
  ///   - key: the key of the row, as the view prints it; the id of a place or `#position` is enough where it has one row.
  ///   - question: the view and the clocks; its subjects are those of the row.
  ///   - ledger: the log, for leaves and proofs, and the originals.
  /// - Throws: `noSuchRow` with the rows there are.
  public func explain(_ key: String, _ question: Question, of ledger: Ledger) throws -> Explanation {
    let log = FollowedLedger(ledger)
    return try converting {
      let moment = Moment(known: try question.asOf.count(in: log), published: question.publishedBy)
      let snapshot = try snapshot(at: moment)
      var reading = try answer(question, snapshot: snapshot, log: log)
      reading.answer.rows = [try ViewStore.row(key, about: question.subjects, in: reading.answer)]
      guard let view = Views.named(question.view) else {
        throw ViewStoreError.noSuchView(question.view, known: Views.all.map { $0.name })
      }
      let row = reading.answer.rows[0]
      let examiner = Examiner(References(snapshot, disclosure: question.disclosure), ledger)
      var exhibits: [UInt64: Exhibit] = [:]
      for event in row.everyEvent where event < reading.size { exhibits[event] = try examiner.exhibit(event) }
      if exhibits.values.contains(where: \.isGuarded) {
        for (event, exhibit) in exhibits where exhibit.kind.utf8.elementsEqual(Kind.report.rawValue.utf8) {
          exhibits[event]?.summary = Event.withheldTitle
          exhibits[event]?.isGuarded = true
        }
      }
      if let failure = snapshot.failure { throw failure }
      let rules = Set((row.because + row.against).map(\.rule) + row.ignored.map(\.rule))
      let sentences = rules.compactMap { rule in view.sentence(of: rule).map { (rule, $0) } }
      return Explanation(
        reading: reading, exhibits: exhibits, sentences: Dictionary(uniqueKeysWithValues: sentences))
    }
  }

  private static func row(_ key: String, about subjects: [String]?, in answer: Answer) throws -> Row {
    if let exact = answer.rows.first(where: { $0.key.utf8.elementsEqual(key.utf8) }) { return exact }
    let keys = answer.rows.map(\.key)
    let isSubject = subjects?.first.map { $0.utf8.elementsEqual(key.utf8) } ?? false
    if answer.rows.count == 1, isSubject || !key.utf8.contains(0x2F) { return answer.rows[0] }
    throw ViewStoreError.noSuchRow(key, view: answer.view, keys: keys)
  }
}

extension Row {
  /// Every event that the row names, on either side, counted or not, and the disputes.
  fileprivate var everyEvent: [UInt64] {
    let reasons = (because + against).flatMap { $0.events + $0.rivals }
    return Set(reasons + ignored.map(\.event) + ignored.compactMap(\.cause) + disputes).sorted()
  }
}
