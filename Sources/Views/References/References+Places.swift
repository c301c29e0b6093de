public import Vocabulary

extension References {
  /// The gazetteer entry of a place that holds on a day.
  public func place(_ id: String, on day: Day) -> PlaceEntry? {
    Dated.on(day, among: placeEntries(id))?.entry
  }

  /// What a place is called on a day; its id when no entry holds.
  public func placeName(_ id: String, on day: Day) -> String { place(id, on: day)?.name ?? id }

  /// The places a place lies in on a day, the nearest first: Ménaka lay in Gao until 2016 and in no region but itself after.
  public func ancestors(of id: String, on day: Day) -> [String] {
    var found: [String] = []
    var seen: Set<Verbatim> = [Verbatim(id)]
    var next = place(id, on: day)?.parent
    while let parent = next, seen.insert(Verbatim(parent)).inserted {
      found.append(parent)
      next = place(parent, on: day)?.parent
    }
    return found
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
