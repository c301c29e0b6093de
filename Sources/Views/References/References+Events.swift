public import Vocabulary

/// A stance between two events: a `link` event, or a world event that repeats, supports or contradicts an earlier one.
public struct Stance: Hashable, Sendable {
  /// Position of the event that says so.
  public let by: UInt64
  /// Position of one end.
  public let subject: UInt64
  /// Position of the other end.
  public let object: UInt64
  /// What is said of the two.
  public let relation: Link.Content
}

extension References {
  /// The grade of an event: the last standing `grade` event's, else the one it carries; unjudged when it has none.
  public func grade(of fact: StandingFact) -> Admiralty {
    regraded(fact.event) ?? fact.grade ?? .unjudged
  }

  /// The same.
  func grade(of fact: NumberedFact) -> Admiralty { regraded(fact.event) ?? fact.grade ?? .unjudged }

  private func regraded(_ event: UInt64) -> Admiralty? {
    guard has(.grade, event) else { return nil }
    if let known = grades[event] { return known }
    let found = reference(.grade, event).compactMap { $0.leaf.grade.flatMap(Admiralty.init) }.last
    grades[event] = .some(found)
    return found
  }

  /// Positions of the standing disputes against any of the events, ascending.
  public func disputes(of events: some Sequence<UInt64>) -> [UInt64] {
    Set(events.flatMap { reference(.dispute, $0).map(\.event) }).sorted()
  }

  /// Digests of the values of those events that were redacted, sorted.
  public func redactions(of events: some Sequence<UInt64>) -> [String] {
    let digests = events.flatMap { event in
      reference(.redaction, event).flatMap { fact -> [String] in
        if case .redact(let redaction) = fact.payload { redaction.digests } else { [] }
      }
    }
    return Set(digests.map(Verbatim.init)).sorted().map(\.text)
  }

  /// Everything that is said about how an event stands to others.
  public func stances(of event: UInt64) -> [Stance] {
    guard has(.link, event) else { return [] }
    if let known = stances[event] { return known }
    var found: Set<Stance> = []
    for fact in reference(.link, event) {
      let leaf = fact.leaf
      if case .link(let link) = leaf.payload {
        guard let relation = link.relation, let subject = leaf.targets(.subject).first,
          let object = leaf.targets(.object).first
        else { continue }
        found.insert(Stance(by: fact.event, subject: subject.seq, object: object.seq, relation: relation))
      } else {
        for ref in leaf.refs {
          guard let target = ref.target, let relation = ref.relation.flatMap(Link.Content.init(stance:)) else {
            continue
          }
          found.insert(Stance(by: fact.event, subject: fact.event, object: target.seq, relation: relation))
        }
      }
    }
    let sorted = found.filter { $0.subject == event || $0.object == event }
      .sorted { ($0.by, $0.subject, $0.object) < ($1.by, $1.subject, $1.object) }
    stances[event] = sorted
    return sorted
  }
}

extension Link.Content {
  /// What a world event says by referring to an earlier one.
  init?(stance relation: Relation) {
    switch relation {
    case .same: self = .same
    case .supports: self = .corroborates
    case .contradicts: self = .contradicts
    default: return nil
    }
  }
}
