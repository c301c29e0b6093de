import Exchange
import Geometry
import ViewStore
import Views
import Vocabulary

/// Where the rows of a view lie: where their places do (see ``Atlas``), never more precisely.
struct ExportPlaces {
  private let atlas: Atlas
  private let answer: Answer

  init(_ rows: RowReading, of asking: Asking) throws {
    let answer = rows.head.answer
    let snapshot = try asking.views.snapshot(at: Moment(known: rows.head.size, published: answer.published))
    atlas = try Atlas(
      asking.ledger, References(snapshot), on: answer.at, for: try ExportPlaces.places(of: rows))
    self.answer = answer
    if let failure = snapshot.failure { throw failure }
  }

  /// The places of all rows.
  private static func places(of rows: RowReading) throws -> [String] {
    var places: Set<Verbatim> = []
    try rows.forEachRow { row in
      if let place = place(row, rows.head.answer) { places.insert(Verbatim(place)) }
      return true
    }
    return places.map(\.text)
  }

  /// Where a row lies; `nil` when its place is unknown or cannot be located.
  func geometry(of row: Row) -> ExportGeometry? {
    switch ExportPlaces.place(row, answer).flatMap(atlas.location) {
    case nil: return nil
    case .point(let point)?: return .point(ExportPlaces.position(point))
    case let location?:
      let polygons = location.area?.polygons ?? []
      return .polygons(polygons.map { $0.rings.map { ($0 + $0.prefix(1)).map(ExportPlaces.position) } })
    }
  }

  private static func position(_ point: Point) -> ExportGeometry.Position { .init(point.x, point.y) }

  private static func place(_ row: Row, _ answer: Answer) -> String? {
    if case .text(let place) = answer.cell("place", of: row) { return place }
    if case .text(let region) = answer.cell("region", of: row) { return region }
    return nil
  }
}
