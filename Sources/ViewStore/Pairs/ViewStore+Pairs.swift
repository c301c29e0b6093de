internal import Views

extension ViewStore {
  /// Accounts that may tell of one incident, and decisions about them that contradict each other.
  ///
  /// - Parameters:
  ///   - views: `attacks`, `abuses` or both.
  ///   - question: the clocks; its view and profile do not matter.
  ///   - least: the least score of a pair.
  ///   - limit: how many pairs at most.
  ///   - log: tells the root at an earlier size, and which position a day means.
  public func pairs(
    in views: [String], _ question: Question, least: Int, limit: Int, from log: some FollowedLog
  ) throws -> PairReading {
    try converting {
      let moment = Moment(known: try question.asOf.count(in: log), published: question.publishedBy)
      let snapshot = try snapshot(at: moment)
      let references = References(snapshot)
      var reading = PairReading(
        at: question.at, known: moment.known, published: moment.published,
        size: min(moment.known ?? snapshot.followed, snapshot.followed), root: snapshot.root,
        clashes: Clash.all(references))
      for view in views where limit > 0 {
        var search = PairSearch(view, until: question.at, references)
        snapshot.forEachFact(view) { search.add($0) }
        reading.pairs += search.best(least: least, limit: limit)
        reading.survey += search.survey
      }
      reading.pairs.sort { ($1.score, $0.earlier.event, $0.later.event) < ($0.score, $1.earlier.event, $1.later.event) }
      reading.pairs.removeLast(max(0, reading.pairs.count - limit))
      if reading.size != snapshot.followed { reading.root = try log.root(at: reading.size) }
      if let failure = snapshot.failure { throw failure }
      return reading
    }
  }
}
