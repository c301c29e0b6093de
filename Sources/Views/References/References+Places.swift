public import Vocabulary

extension References {
  /// The gazetteer entry of a place that holds on a day.
  public func place(_ id: String, on day: Day) -> PlaceEntry? {
    Dated.on(day, among: placeEntries(id))?.entry
  }

  /// What a place is called on a day: by the entry that holds, else by the last that held; its id before the first.
  public func placeName(_ id: String, on day: Day) -> String {
    let entries = placeEntries(id)
    return (Dated.on(day, among: entries) ?? Dated.before(day, among: entries))?.entry.name ?? id
  }

  /// The places a place lies in on a day, the nearest first: Ménaka lay in Gao until 2016 and in no region but itself after.
  public func ancestors(of id: String, on day: Day) -> [String] {
    if let same = ancestorsOfAnyDay(of: id) { return same }
    var found: [String] = []
    var seen: Set<Verbatim> = [Verbatim(id)]
    var next = place(id, on: day)?.parent
    while let parent = next, seen.insert(Verbatim(parent)).inserted {
      found.append(parent)
      next = place(parent, on: day)?.parent
    }
    return found
  }

  /// The places a place lies in on every day, the nearest first; `nil` when that changes, as for few places it does.
  private func ancestorsOfAnyDay(of id: String) -> [String]? {
    if let known = lastingAncestors[Verbatim(id)] { return known }
    let all = ancestorsEver(of: id)
    let isLasting = ([id] + all).allSatisfy { place in
      let entries = placeEntries(place)
      return entries.count < 2 && entries.allSatisfy { $0.from == nil && $0.to == nil }
    }
    let found = isLasting ? all : nil
    lastingAncestors[Verbatim(id)] = .some(found)
    return found
  }

  /// The places a place lies in or ever lay in, the nearest first; in most cases those of any day.
  public func ancestorsEver(of id: String) -> [String] {
    if let known = lastingAncestors[Verbatim(id)], let all = known { return all }
    var found: [String] = []
    var seen: Set<Verbatim> = [Verbatim(id)]
    var next = [id]
    while !next.isEmpty {
      let parents = next.flatMap { placeEntries($0).compactMap(\.entry.parent) }
      next = parents.filter { seen.insert(Verbatim($0)).inserted }
      found += next
    }
    return found
  }

  /// The places that lie in a place or ever lay in it, and in those, in no order.
  public func descendantsEver(of id: String) -> [String] {
    var found: [String] = []
    var seen: Set<Verbatim> = [Verbatim(id)]
    var next = [id]
    while let parent = next.popLast() {
      for fact in reference(.named(.child, parent)) {
        guard case .place(let entry) = fact.payload, seen.insert(Verbatim(entry.key)).inserted else { continue }
        found.append(entry.key)
        next.append(entry.key)
      }
    }
    return found
  }

  /// The way from a place up to one it lies in on a day, without that one; `nil` when it does not lie in it.
  ///
  /// A place that was not there yet lay where it lay first: what happened to a country happened to its later regions.
  func way(from id: String, upTo ancestor: String, on day: Day) -> [String]? {
    let beginnings = placeEntries(id).map { $0.from ?? Day(number: .min) }
    let day = max(day, beginnings.min() ?? day)
    let all = [id] + ancestors(of: id, on: day)
    return all.firstIndex { Verbatim($0) == Verbatim(ancestor) }.map { Array(all[..<$0]) }
  }

  /// Whether a place is, or lies in, the other on a day.
  public func place(_ id: String, liesIn other: String, on day: Day) -> Bool {
    let other = Verbatim(other)
    return Verbatim(id) == other || ancestors(of: id, on: day).contains { Verbatim($0) == other }
  }

  private func placeEntries(_ id: String) -> [Dated<PlaceEntry>] {
    if let known = places[Verbatim(id)] { return known }
    let found = reference(.named(.place, id)).compactMap { fact -> Dated<PlaceEntry>? in
      guard case .place(let entry) = fact.payload else { return nil }
      return Dated(entry: entry, event: fact.event, from: fact.fact.from, to: fact.fact.to)
    }
    places[Verbatim(id)] = found
    return found
  }
}
