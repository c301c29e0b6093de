public import Vocabulary

extension References {
  /// The entry of an actor that holds on a day.
  public func actor(_ key: String, on day: Day) -> ActorEntry? {
    Dated.on(day, among: actorEntries(key))?.entry
  }

  /// What an actor is called on a day; its key when no entry holds.
  public func actorName(_ key: String, on day: Day) -> String { actor(key, on: day)?.name ?? key }

  /// The actor and everything it is part of on a day, the nearest first.
  public func lineage(of key: String, on day: Day) -> [String] {
    var found = [key]
    var seen: Set<Verbatim> = [Verbatim(key)]
    var next = actor(key, on: day)?.parent
    while let parent = next, seen.insert(Verbatim(parent)).inserted {
      found.append(parent)
      next = actor(parent, on: day)?.parent
    }
    return found
  }

  private func actorEntries(_ key: String) -> [Dated<ActorEntry>] {
    if let known = actors[Verbatim(key)] { return known }
    let found = reference(.named(.actor, key)).compactMap { fact -> Dated<ActorEntry>? in
      guard case .actor(let entry) = fact.payload else { return nil }
      return Dated(entry: entry, event: fact.event, from: fact.fact.from, to: fact.fact.to)
    }
    actors[Verbatim(key)] = found
    return found
  }
}
