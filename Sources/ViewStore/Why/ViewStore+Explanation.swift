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
  ///   - newest: of what each rule set aside, how many events are told, the newest of them; `nil` tells all, which in a long
  ///     war are thousands.
  /// - Throws: `noSuchRow` with the rows there are.
  public func explain(_ key: String, _ question: Question, of ledger: Ledger, newest: Int? = nil) throws -> Explanation
  {
    let log = FollowedLedger(ledger)
    return try converting {
      let moment = Moment(known: try question.asOf.count(in: log), published: question.publishedBy)
      return try desks.use(self, at: moment) { try explain(key, question, of: ledger, newest, at: $0) }
    }
  }

  private func explain(
    _ key: String, _ question: Question, of ledger: Ledger, _ newest: Int?, at desk: Desk
  ) throws -> Explanation {
    var reading = try answer(question, at: desk, FollowedLedger(ledger))
    reading.answer.rows = [try ViewStore.row(key, about: question.subjects, in: reading.answer)]
    guard let view = Views.named(question.view) else {
      throw ViewStoreError.noSuchView(question.view, known: Views.all.map { $0.name })
    }
    let row = reading.answer.rows[0]
    let examiner = Examiner(desk.references(question.disclosure), ledger)
    var exhibits: [UInt64: Exhibit] = [:]
    let told = row.ignored(newest: newest)
    for event in row.events(telling: told) where event < reading.size {
      exhibits[event] = try examiner.exhibit(event)
    }
    if exhibits.values.contains(where: \.isGuarded) {
      for (event, exhibit) in exhibits where exhibit.kind.utf8.elementsEqual(Kind.report.rawValue.utf8) {
        exhibits[event]?.summary = Event.withheldTitle
        exhibits[event]?.isGuarded = true
      }
    }
    let rules = Set((row.because + row.against).map(\.rule) + row.ignored.map(\.rule))
    let sentences = rules.compactMap { rule in view.sentence(of: rule).map { (rule, $0) } }
    return Explanation(
      reading: reading, told: told, exhibits: exhibits, sentences: Dictionary(uniqueKeysWithValues: sentences))
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
  /// What did not count, of each rule only the newest.
  fileprivate func ignored(newest: Int?) -> [Ignored] {
    guard let newest else { return ignored }
    var left: [String: Int] = [:]
    let kept = ignored.sorted { $0.event > $1.event }.filter { item in
      left[item.rule, default: newest] -= 1
      return left[item.rule, default: 0] >= 0
    }
    let told = Set(kept)
    return ignored.filter(told.contains)
  }

  /// Every event that the row names, on either side, and the disputes; of what did not count, what is told.
  fileprivate func events(telling told: [Ignored]) -> [UInt64] {
    let reasons = (because + against).flatMap { $0.events + $0.rivals }
    return Set(reasons + told.map(\.event) + told.compactMap(\.cause) + disputes).sorted()
  }
}
