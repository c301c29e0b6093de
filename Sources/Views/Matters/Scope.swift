import Vocabulary

/// What a matter can consist of: the claims of one projection that have begun by a day.
struct Scope {
  let projection: String
  let day: Day
  /// Whether a link by which a claim causes another says that the other answers it, as an inquiry does a call.
  let isAnsweredByEffects: Bool
  let references: References

  init(_ projection: String, isAnsweredByEffects: Bool, _ day: Day, _ references: References) {
    (self.projection, self.day, self.references) = (projection, day, references)
    self.isAnsweredByEffects = isAnsweredByEffects
  }

  /// Whether the event is such a claim.
  func stands(_ event: UInt64) -> Bool {
    references.facts(projection, .event(event)).contains { $0.fact.from.map { $0 <= day } ?? true }
  }

  /// The event that an event answers in the end; itself when it answers none that stands.
  func subject(of event: UInt64) -> UInt64 {
    var subject = event
    var seen: Set<UInt64> = [event]
    while let earlier = answered(by: Merging(around: subject, references).members), seen.insert(earlier).inserted {
      subject = earlier
    }
    return subject
  }

  /// The earliest claim that one of these answers.
  func answered(by members: [UInt64]) -> UInt64? {
    let own = Set(members)
    return members.flatMap { member in
      references.facts(projection, .event(member)).flatMap { $0.leaf.targets(.answers) }.map(\.seq)
        + links(member).filter { $0.object == member && $0.subject < members[0] }.map(\.subject)
    }.filter { !own.contains($0) && stands($0) }.min()
  }

  /// Whether one of these supports an earlier claim, and so is an account of that.
  func supportsEarlier(_ members: [UInt64]) -> Bool {
    members.contains { member in
      references.stances(of: member).contains { stance in
        stance.relation == .corroborates && stance.subject == member && stance.object < members[0]
          && stands(stance.object)
      }
    }
  }

  /// Everything that answers one of these, or an answer to it, ascending.
  func answers(to members: [UInt64]) -> [UInt64] {
    let own = Set(members)
    var found: Set<UInt64> = []
    var next = members
    while let event = next.popLast() {
      let effects = links(event).filter { $0.subject == event }.map(\.object)
      for answer in events(about: event, .answers) + effects where !own.contains(answer) && !found.contains(answer) {
        let told = Testimony.side(of: Merging(around: answer, references).members, references)
          .filter { !own.contains($0) && !found.contains($0) && stands($0) }
        found.formUnion(told)
        next += told
      }
    }
    return found.sorted()
  }

  /// The links that say what caused an event and what it caused, where such a link makes an answer.
  private func links(_ event: UInt64) -> [Stance] {
    isAnsweredByEffects ? references.stances(of: event).filter { $0.relation == .causes } : []
  }

  /// The claims that refer to an event with a relation, ascending.
  func events(about event: UInt64, _ relation: Relation) -> [UInt64] {
    let claims = references.facts(projection, .about(.answer, event)).filter { fact in
      fact.leaf.targets(relation).contains { $0.seq == event } && fact.fact.from.map { $0 <= day } ?? true
    }
    return Set(claims.map(\.event)).sorted()
  }

  /// The events that were recorded as answers and do not stand any more.
  func ended(_ members: [UInt64]) -> [UInt64] {
    let ended = members.flatMap { references.ended(projection, .about(.answer, $0)) }.map(\.was.event)
    return Set(ended).filter { references.facts(projection, .event($0)).isEmpty }.sorted()
  }

  /// The events of any kind that are said to contradict one of these, ascending.
  func opposed(to members: [UInt64]) -> [UInt64] {
    let own = Set(members)
    let far = members.flatMap { member in
      references.stances(of: member).filter { $0.relation == .contradicts }
        .map { $0.subject == member ? $0.object : $0.subject }
    }
    return Set(far).filter { event in
      !own.contains(event)
        && references.facts(Provenance.name, .event(event)).contains { $0.fact.from.map { $0 <= day } ?? true }
    }.sorted()
  }
}
