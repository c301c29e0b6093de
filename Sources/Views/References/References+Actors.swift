public import Vocabulary

extension References {
  /// The entry of an actor that holds on a day.
  public func actor(_ key: String, on day: Day) -> ActorEntry? {
    Dated.on(day, among: actorEntries(key))?.entry
  }

  /// What an actor is called on a day: by the entry that holds, else by the last that held; its key before the first.
  public func actorName(_ key: String, on day: Day) -> String {
    let entries = actorEntries(key)
    return (Dated.on(day, among: entries) ?? Dated.before(day, among: entries))?.entry.name ?? key
  }

  /// The last day of an entry: as it says, but not after a later entry of the same actor begins.
  func end(ofEntry event: UInt64, actor key: String, _ stated: Day?) -> Day? {
    let entries = actorEntries(key)
    guard let mine = entries.first(where: { $0.event == event }) else { return stated }
    let later = entries.filter { Dated.precedes(mine, $0) }.compactMap(\.from).min()
    let before = later.map { Day(number: $0.number - 1) }
    return [stated, before].compactMap(\.self).min()
  }

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

  /// Every standing entry of an actor.
  func actorEntries(_ key: String) -> [Dated<ActorEntry>] {
    if let known = actorRegister[Verbatim(key)] { return known }
    let found = reference(.named(.actor, key)).compactMap { fact -> Dated<ActorEntry>? in
      guard case .actor(let entry) = fact.payload else { return nil }
      return Dated(entry: entry, event: fact.event, from: fact.fact.from, to: fact.fact.to)
    }
    actorRegister[Verbatim(key)] = found
    return found
  }
}
