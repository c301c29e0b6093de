import Vocabulary

extension References {
  /// The events that name a group each, as `#position` in the order of recording: of every event with a standing fact,
  /// the first of its group that has one the filter accepts.
  func heads(
    of projection: String, where accepts: (StandingFact) -> Bool = { _ in true }
  ) -> [String] {
    let positions = standing.subjects(projection, prefix: "#").compactMap(Subject.position).sorted()
    var covered: Set<UInt64> = []
    var heads: [String] = []
    for position in positions where !covered.contains(position) {
      let subject = Subject.event(position)
      guard facts(projection, subject).contains(where: accepts) else { continue }
      heads.append(subject.text)
      if !stances(of: position).isEmpty { covered.formUnion(Merging(around: position, self).members) }
    }
    return heads
  }
}
