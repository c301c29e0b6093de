import Vocabulary

/// Everything that is said of who is in a place, dated for the day asked about; and what is said of the areas around.
struct PresenceEvidence {
  /// What counts, in the order of its events.
  private(set) var sightings: [Sighting] = []
  /// What may have come about, between the bounds of its date.
  private(set) var possible: [(event: UInt64, actor: Verbatim, content: Sighting.Content)] = []
  /// What did not count, with the actors it speaks of.
  private var uncounted: [(actors: Set<Verbatim>, ignored: Ignored)] = []
  private var spoken: [(actor: Verbatim, place: String, word: String)] = []
  /// What `Row.weigh` asks for.
  private(set) var known: [(event: UInt64, root: Root.Origin, grade: Admiralty)] = []

  private let place: String
  private let day: Day
  private let references: References

  /// Everybody of whom something is said here, sorted; a withdrawal from around does not say that anybody was here.
  var actors: [Verbatim] {
    let here = sightings.filter { !$0.content.isInherited }.map(\.actor)
    return Set(here + possible.filter { !$0.content.isInherited }.map(\.actor)).sorted()
  }

  /// What did not count for anybody.
  var ignored: [Ignored] { uncounted.map(\.ignored) }

  init(place: String, day: Day, references: References) {
    (self.place, self.day, self.references) = (place, day, references)
    read(place, below: [])
    var below = [place]
    for ancestor in references.ancestors(of: place, on: day) {
      read(ancestor, below: below)
      below.append(ancestor)
    }
    sightings.sort { ($0.event, $0.actor) < ($1.event, $1.actor) }
    let merged = references.independent(sightings.map(\.root))
    known = sightings.map { ($0.event, merged[$0.root] ?? $0.root, $0.grade) }
  }

  /// What did not count, of one actor.
  func ignored(about actor: Verbatim) -> [Ignored] {
    uncounted.filter { $0.actors.contains(actor) }.map(\.ignored)
  }

  /// What is said of an actor, or of anybody, in the areas around: `ML: active`, with the actor when it is anybody.
  func around(_ actor: Verbatim?) -> [String] {
    var words: [Verbatim: Set<Verbatim>] = [:]
    for told in spoken where actor.map({ $0 == told.actor }) ?? true {
      let who = actor == nil ? told.actor.text + " in " + told.place : told.place
      words[Verbatim(who), default: []].insert(Verbatim(told.word))
    }
    return words.sorted { $0.key < $1.key }.map {
      $0.key.text + ": " + $0.value.sorted().map(\.text).joined(separator: ", ")
    }
  }

  /// Reads what is said of the place itself, or of one it lies in; `below` is the way down from there.
  private mutating func read(_ area: String, below: [String]) {
    let isRegion = references.isRegion(area, on: day)
    for fact in references.facts(Presence.name, .id(area)) {
      let leaf = fact.leaf
      guard isRegion || !leaf.isSexualViolence else { continue }
      for (content, actor, certainty) in Sighting.Content.read(leaf, in: area, isInherited: !below.isEmpty) {
        add(fact, leaf, content, actor, certainty, area, below)
      }
    }
    for ended in references.ended(Presence.name, .id(area)) where isRegion || !ended.was.leaf.isSexualViolence {
      let told = Sighting.Content.read(ended.was.leaf, in: area, isInherited: !below.isEmpty)
      let isHeard = below.isEmpty || told.contains { $0.0.isInherited }
      guard isHeard, ended.was.fact.from.map({ $0 <= day }) ?? true else { continue }
      ignore(Set(told.map(\.1)), Ignored(ended.was.event, "R1", cause: ended.by))
    }
  }

  private mutating func add(
    _ fact: StandingFact, _ leaf: Event, _ content: Sighting.Content, _ actor: Verbatim, _ certainty: Certainty,
    _ area: String, _ below: [String]
  ) {
    let dating = dating(of: fact, leaf, content)
    if !below.isEmpty, !content.isInherited {
      guard case .counts(_, _) = dating else { return }
      if content.isPresence { spoken.append((actor, area, content.word)) }
      return ignore([actor], Ignored(fact.event, "W5-said-of-the-area-around"))
    }
    if case .withdrawal(let withdrawal) = leaf.payload, Self.excepts(withdrawal, below) {
      return ignore([actor], Ignored(fact.event, "W2-excepted-place"))
    }
    switch dating {
    case .counts(let since, let seen):
      let grade = references.grade(of: fact)
      guard grade.points > 0 else { return ignore([actor], Ignored(fact.event, "W9-no-points")) }
      let root = references.root(of: fact).origin
      sightings.append(
        Sighting(
          event: fact.event, actor: actor, content: content, since: since, seen: seen, certainty: certainty,
          grade: grade, root: root, isInterested: references.isInterested(root, in: actor.text, on: day), leaf: leaf))
    case .possible where content.isChange: possible.append((fact.event, actor, content))
    case .possible: ignore([actor], Ignored(fact.event, "W3-within-bounds"))
    case .undated: ignore([actor], Ignored(fact.event, "W3-undated"))
    case .ended, .ahead: break
    }
  }

  /// When it counts: an end within the bounds is looked at by ``Stay``, so it is no reason to leave it out here.
  private func dating(of fact: StandingFact, _ leaf: Event, _ content: Sighting.Content) -> EvidenceDating {
    let published = fact.report.flatMap { references.report($0)?.report.published?.last } ?? fact.publicFrom
    return EvidenceDating(
      first: fact.fact.from, last: fact.fact.to, isImprecise: leaf.bounds?.precision == .imprecise, hasEnded: false,
      isChange: content.isChange, published: published, on: day)
  }

  private static func excepts(_ withdrawal: Withdrawal, _ below: [String]) -> Bool {
    let exceptions = Set(withdrawal.exceptions.map(Verbatim.init))
    return below.contains { exceptions.contains(Verbatim($0)) }
  }

  private mutating func ignore(_ actors: Set<Verbatim>, _ ignored: Ignored) { uncounted.append((actors, ignored)) }
}

extension Sighting.Content {
  /// Whether it is said of an area around and holds here too.
  fileprivate var isInherited: Bool { self == .completed(isInherited: true) }
}
