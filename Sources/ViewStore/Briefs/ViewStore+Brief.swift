public import Ledger
internal import Views
internal import Vocabulary

extension ViewStore {
  /// Composes a situation report from the views as they are; follow the log before.
  ///
  /// The same question at the same size of the log gives the same report.
  ///
  /// - Throws: ``ViewStoreError``, or the log's own errors.
  public func brief(_ question: BriefQuestion, of ledger: Ledger) throws -> BriefReading {
    let log = FollowedLedger(ledger)
    return try converting {
      let snapshot = try snapshot(at: Moment(known: question.asOf.count(in: log), published: question.publishedBy))
      let facts = References(snapshot)
      guard let profile = facts.profile(question.profile) else {
        throw ViewStoreError.noSuchProfile(question.profile, known: facts.profileIDs)
      }
      let since = try question.since.map { try $0.count(in: log) ?? snapshot.followed }
      let earlier = try since.map { try self.snapshot(at: Moment(known: $0, published: question.publishedBy)) }
      facts.earlier = earlier.map { References($0) }
      let region = question.region.map { Brief.Region(id: $0, name: facts.placeName($0, on: question.to)) }
      let scope = BriefScope(
        region: region, from: question.from, to: question.to, report: question.report, limit: question.limit,
        profile: profile, facts: facts)
      let brief = Brief(scope)
      let size = min(snapshot.moment.known ?? snapshot.followed, snapshot.followed)
      let examiner = Examiner(facts, ledger)
      var exhibits: [UInt64: Exhibit] = [:]
      for event in brief.events { exhibits[event] = try examiner.exhibit(event) }
      if let failure = snapshot.failure ?? earlier?.failure { throw failure }
      let root = size == snapshot.followed ? snapshot.root : try log.root(at: size)
      return BriefReading(
        brief: brief, exhibits: exhibits, size: size, root: root, published: question.publishedBy, since: since,
        report: question.report, limit: question.limit)
    }
  }
}
