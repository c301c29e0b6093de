import Geometry
import Ledger
import Views
import Vocabulary

/// Where the places of a ledger lie on a map, as the ledger knew them at a moment and as they were on a day.
///
/// Boundaries come from files that `gazetteer` events have adopted by digest, checked at every use. A place without one is
/// drawn as its parts where these have boundaries (a region made of one cercle). Where no adopted file is kept, the points
/// of the gazetteer get Thiessen cells, which are no borders; a map says which it shows. What has only a point is a point.
struct Atlas {
  /// What the areas are.
  private(set) var adopted: [AdoptedBoundaries] = []
  /// Boundary files that were adopted and cannot be used here: the event, the gazetteer, and why.
  private(set) var unused: [(event: UInt64, key: String, reason: String)] = []
  /// The level whose points have cells, and how many they are; `nil` where boundaries are drawn.
  private(set) var cells: (level: String, count: Int)?

  /// Adopted boundaries of what is no place of the ledger: land around the places.
  private(set) var land: [Area] = []

  private var areas: [Verbatim: Location] = [:]
  private let register: Register

  /// Where one place lies.
  enum Location {
    /// Within the adopted boundary; `by` is its place among ``adopted``.
    case boundary(Area, by: Int)
    /// Within the boundaries or cells of these places, which lie in it.
    case parts(Area, of: [String])
    /// In its cell.
    case cell(Area)
    case point(Point)

    /// The area; `nil` for a point.
    var area: Area? {
      switch self {
      case .boundary(let area, _), .parts(let area, _), .cell(let area): area
      case .point: nil
      }
    }
  }

  /// - Parameters:
  ///   - references: what stands at the known time asked for.
  ///   - places: whose areas are needed at least; asked for only when there are too many points to divide the land among all.
  /// - Throws: a complaint about an adopted file that was altered or cannot be drawn.
  init(_ ledger: Ledger, _ references: References, on day: Day, for places: @autoclosure () throws -> [String]) throws {
    register = Register(references, on: day)
    for (event, entry) in Atlas.gazetteers(references) { try adopt(event, entry, ledger) }
    if areas.isEmpty { try divide(places) }
    for place in register.places where areas[place.id] == nil { compose(place.id, []) }
  }

  /// Where a place lies; `nil` when nothing tells. The middle of a region is no place where the region could be drawn.
  func location(of place: String) -> Location? {
    if let area = areas[Verbatim(place)] { return area }
    guard let entry = register[place], entry.isSettlement else { return nil }
    return entry.point.map(Location.point)
  }

  /// The entry of a place in the gazetteer.
  func entry(_ place: String) -> Register.Entry? { register[place] }

  /// The places that have an area of their own, in the order of their ids.
  var drawn: [String] {
    areas.filter { if case .parts = $0.value { false } else { true } }.keys.sorted().map(\.text)
  }

  /// Whether one place lies in the other.
  func place(_ id: String, liesIn other: String) -> Bool { register.ancestors(of: id).contains(Verbatim(other)) }
}

extension Atlas {
  /// The longest boundary file that is read.
  static let longestFile: UInt64 = 512 << 20
  /// Beyond so many points only those that are needed get cells.
  static let mostCells = 4000

  /// The standing entries of gazetteers with a file, in the order of their events.
  private static func gazetteers(_ references: References) -> [(UInt64, GazetteerEntry)] {
    let family = Subject.Family.gazetteer.rawValue + ":"
    return references.standing.subjects(ReferenceFacts.name, prefix: family).compactMap { subject in
      let fact = references.standing.facts(ReferenceFacts.name, subject: subject).max { $0.event < $1.event }
      guard let fact, case .gazetteer(let entry) = fact.payload, entry.evidence != nil else { return nil }
      return (fact.event, entry)
    }.sorted { $0.0 < $1.0 }
  }

  /// Takes over the boundaries of one file; a later one counts before an earlier one.
  private mutating func adopt(_ event: UInt64, _ entry: GazetteerEntry, _ ledger: Ledger) throws {
    switch try AdoptedBoundaries.read(event, entry, ledger, register) {
    case .unused(let reason): unused.append((event, entry.key, reason))
    case .boundaries(let boundaries, let found, let nameless):
      land += nameless
      adopted.append(boundaries)
      for (place, area) in found { areas[place] = .boundary(area, by: adopted.count - 1) }
    }
  }

  /// Divides the land among the points of one level.
  private mutating func divide(_ places: () throws -> [String]) throws {
    guard let level = register.levelForCells else { return }
    var points = register.places.filter { $0.level == level && $0.point != nil }
    if points.count > Atlas.mostCells {
      let needed = Set(try places().map(Verbatim.init))
      points = points.filter { needed.contains($0.id) }
    }
    let positions = points.compactMap(\.point)
    guard let bounds = Bounds(positions) else { return }
    let plane = LocalPlane(latitude: (bounds.least.y + bounds.most.y) / 2)
    let thiessen = ThiessenCells(positions.map(plane.place))
    for (place, cell) in zip(points, thiessen.cells) {
      areas[place.id] = .cell(Area([Area.Polygon(outline: cell.map(plane.position))]))
    }
    cells = (level, points.count)
  }

  /// Puts a place together from what lies in it, as far as that has areas.
  @discardableResult private mutating func compose(_ place: Verbatim, _ above: Set<Verbatim>) -> Area? {
    if let known = areas[place] { return known.area }
    guard let entry = register[place.text], entry.isComposed, !above.contains(place) else { return nil }
    let children = register.children(of: place).filter { register[$0.text]?.isSettlement == false }
    let parts = children.compactMap { child in compose(child, above.union([place])).map { (child.text, $0) } }
    guard !parts.isEmpty else { return nil }
    let whole = Area.dissolved(parts.map(\.1))
    areas[place] = .parts(whole, of: parts.map(\.0))
    return whole
  }
}
