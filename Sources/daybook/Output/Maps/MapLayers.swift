import Geometry
import Views

/// What of an answer can be drawn, and how: as areas, as bands along a border, as points, or not at all.
struct MapLayers {
  typealias Entry = (row: Row, holding: Holding)

  /// Every area to be laid out, those without a row as well.
  private(set) var areas: [(id: String, area: Area)] = []
  /// Areas of the atlas that the answer says nothing of.
  private(set) var silent: [String] = []
  /// Ids for land that is no place of the ledger.
  private(set) var nameless: [String] = []
  /// Rows drawn as areas, the largest first, so that what lies within another is on top.
  private(set) var filled: [Entry] = []
  /// Rows whose area holds others that are drawn: a band along the border.
  private(set) var bands: [Entry] = []
  /// Rows drawn as discs.
  private(set) var points: [(entry: Entry, point: Point)] = []
  /// Rows that no place is known for.
  private(set) var unplaced: [Entry] = []
  /// The names of everything that is laid out.
  private(set) var names: [Verbatim: String] = [:]

  /// - Parameter inside: the places that were asked about; of what lies elsewhere the answer says nothing, and it is not
  ///   drawn, since it would look as if nothing were known of it.
  init(_ atlas: Atlas, _ entries: [Entry], inside: [String]? = nil) {
    var sizes: [Verbatim: Double] = [:]
    for entry in entries {
      switch atlas.location(of: entry.row.key) {
      case .point(let point)?: points.append((entry, point))
      case let place?:
        let area = place.area ?? Area([])
        areas.append((entry.row.key, area))
        sizes[Verbatim(entry.row.key)] = area.size
        filled.append(entry)
      case nil: unplaced.append(entry)
      }
    }
    let known = filled.filter { $0.holding.status != "unknown" }
    for entry in filled where known.contains(where: { atlas.place($0.row.key, liesIn: entry.row.key) }) {
      bands.append(entry)
    }
    let banded = Set(bands.map { Verbatim($0.row.key) })
    filled.removeAll { banded.contains(Verbatim($0.row.key)) }
    // An area of which nothing is known hides no area around it of which something is.
    let around = filled.filter { entry in
      entry.holding.status != "unknown" || !known.contains { atlas.place(entry.row.key, liesIn: $0.row.key) }
    }
    filled = around.sorted { (sizes[Verbatim($0.row.key)] ?? 0) > (sizes[Verbatim($1.row.key)] ?? 0) }
    var told = Set(entries.map { Verbatim($0.row.key) })
    for entry in filled where entry.holding.status != "unknown" {
      // A region that is one cercle is drawn once.
      if case .parts(_, let parts)? = atlas.location(of: entry.row.key), parts.count == 1 {
        told.formUnion(parts.map(Verbatim.init))
      }
    }
    for id in atlas.drawn where !told.contains(Verbatim(id)) {
      guard let area = atlas.location(of: id)?.area, MapLayers.isAsked(id, inside, atlas) else { continue }
      silent.append(id)
      areas.append((id, area))
    }
    for (number, area) in atlas.land.enumerated() where inside == nil {
      // No key of a place holds a space.
      nameless.append("land \(number)")
      areas.append((nameless[number], area))
    }
    for id in areas.map(\.id) + points.map(\.entry.row.key) { names[Verbatim(id)] = atlas.entry(id)?.name ?? id }
  }

  private static func isAsked(_ place: String, _ inside: [String]?, _ atlas: Atlas) -> Bool {
    inside?.contains { Verbatim($0) == Verbatim(place) || atlas.place(place, liesIn: $0) } ?? true
  }
}
