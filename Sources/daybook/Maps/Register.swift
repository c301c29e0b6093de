import Geometry
import Views
import Vocabulary

/// The gazetteer of a ledger as it holds on one day: every place, where it lies and what it lies in.
struct Register {
  /// One place.
  struct Entry {
    let id: Verbatim
    let name: String
    let level: String
    let pcode: String?
    let parent: Verbatim?
    /// Its longitude and latitude.
    let point: Point?

    /// Whether it is a point on any map of a country.
    var isSettlement: Bool { ["town", "site"].contains(level) }

    /// Whether it may be drawn as what lies in it. A country would come out as the few parts that a case happens to list.
    var isComposed: Bool { !isSettlement && level != "country" && level != "area" }
  }

  /// In the order of their ids.
  let places: [Entry]
  private let byID: [Verbatim: Entry]
  private var byParent: [Verbatim: [Verbatim]] = [:]
  private var byPcode: [Verbatim: [Verbatim]] = [:]

  init(_ references: References, on day: Day) {
    let family = Subject.Family.place.rawValue + ":"
    places = references.standing.subjects(ReferenceFacts.name, prefix: family).compactMap { subject in
      references.place(String(subject.dropFirst(family.count)), on: day).map(Entry.init)
    }.sorted { $0.id < $1.id }
    byID = Dictionary(places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for place in places {
      if let parent = place.parent { byParent[parent, default: []].append(place.id) }
      if let pcode = place.pcode { byPcode[Verbatim(pcode), default: []].append(place.id) }
    }
  }

  subscript(_ id: String) -> Entry? { byID[Verbatim(id)] }

  /// What lies directly in a place, in the order of the ids.
  func children(of place: Verbatim) -> [Verbatim] { byParent[place] ?? [] }

  /// What a place lies in, the nearest first.
  func ancestors(of id: String) -> [Verbatim] {
    var found: [Verbatim] = []
    var next = self[id]?.parent
    while let parent = next, parent != Verbatim(id), !found.contains(parent) {
      found.append(parent)
      next = byID[parent]?.parent
    }
    return found
  }

  /// The places that an id or P-code names.
  func named(by word: String) -> [Verbatim] {
    if byID[Verbatim(word)] != nil { return [Verbatim(word)] }
    return byPcode[Verbatim(word)] ?? []
  }

  /// The level among whose points the land is divided where there are no borders: of the levels that have areas the one
  /// with most points, if three have one; else towns.
  var levelForCells: String? {
    var counts: [String: Int] = [:]
    for place in places where place.point != nil { counts[place.level, default: 0] += 1 }
    let areas = counts.filter { !["country", "area", "town", "site"].contains($0.key) && $0.value > 2 }
    let most = areas.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return most ?? ["town", "site", "area", "country"].first { counts[$0] != nil } ?? counts.keys.min()
  }
}

extension Register.Entry {
  init(_ entry: PlaceEntry) {
    id = Verbatim(entry.key)
    name = entry.name
    level = entry.level
    pcode = entry.pcode
    parent = entry.parent.map(Verbatim.init)
    if let x = entry.lon.flatMap(Double.init), let y = entry.lat.flatMap(Double.init) {
      point = Point(x, y)
    } else {
      point = nil
    }
  }
}
