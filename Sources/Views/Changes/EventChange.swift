import Vocabulary

/// What became of one event between two known times.
struct EventChange {
  let event: UInt64
  let word: String
  let rule: String
  let kind: String?
  let text: String?
  /// What it said before, when that differs.
  let was: String?
  /// The events that did it.
  let by: [UInt64]

  /// Every event about the world, and every report, that stands otherwise than it did; ascending.
  static func all(_ facts: References) -> [EventChange] {
    let now = positions(facts)
    let before = facts.earlier.map(positions) ?? []
    return Set(now + before).sorted().compactMap { EventChange($0, facts) }
  }

  private static func positions(_ facts: References) -> [UInt64] {
    facts.standing.subjects(Provenance.name, prefix: "#").compactMap(Subject.position)
      + facts.standing.subjects(ReferenceFacts.name, prefix: Subject.Family.report.rawValue + ":")
      .compactMap(Subject.position)
  }

  /// What became of it; `nil` when it stands as it did.
  private init?(_ event: UInt64, _ facts: References) {
    self.event = event
    let now = EventChange.standing(event, facts)
    let before = facts.earlier.flatMap { EventChange.standing(event, $0) }
    kind = (now ?? before)?.leaf.kindText
    switch (before, now) {
    case (nil, let now?):
      (word, rule, was) = ("entered", "N1-entered", nil)
      text = facts.told(event)
      by = [now.versionBy].compactMap(\.self)
    case (let before?, nil):
      (word, rule, was) = ("retracted", "N3-retracted", nil)
      text = facts.earlier?.told(event)
      by = Set(facts.ended(before.fact.projection, .id(before.fact.subject)).filter { $0.was.event == event }.map(\.by))
        .sorted()
    case (let before?, let now?) where before.versionBy != now.versionBy:
      let isBack = now.versionBy == nil
      (word, rule) = isBack ? ("back", "N4-back") : ("corrected", "N2-corrected")
      text = facts.told(event)
      was = facts.earlier?.told(event)
      by = [now.versionBy ?? before.versionBy].compactMap(\.self)
    default: return nil
    }
  }

  private static func standing(_ event: UInt64, _ facts: References) -> StandingFact? {
    facts.facts(Provenance.name, .event(event)).last ?? facts.facts(ReferenceFacts.name, .about(.report, event)).last
  }
}

extension References {
  /// What an event says, in one line; a report by its title.
  fileprivate func told(_ event: UInt64) -> String? { statement(event) ?? report(event)?.report.title }
}
