import Geometry
import Views

/// The areas and points of an atlas on a sheet: where everything is drawn, with no more points than can be seen.
struct MapShapes {
  /// The size of the sheet in pixels.
  let width: Double
  let height: Double
  /// Kilometres in a pixel, along the middle latitude.
  let kilometresPerPixel: Double

  private let plane: LocalPlane
  private let bounds: Bounds
  private let scale: Double
  private var outlines: [Verbatim: [[Dot]]] = [:]

  /// Dots in a pixel.
  private static let grain = 10.0
  /// How far a border may be off, in pixels.
  private static let tolerance = 0.45
  /// Between the land and the edge of the sheet, in pixels.
  private static let margin = 10.0

  /// Lays out areas and points so that they fill a sheet of that width, or of the greatest height.
  ///
  /// - Returns: `nil` when there is nothing to lay out.
  init?(_ areas: [(id: String, area: Area)], points: [Point], width: Double, tallest: Double) {
    let corners = areas.compactMap(\.area.bounds).flatMap(\.ring)
    guard let around = Bounds(corners + points) else { return nil }
    plane = LocalPlane(latitude: (around.least.y + around.most.y) / 2)
    guard var bounds = Bounds([plane.place(around.least), plane.place(around.most)]) else { return nil }
    if max(bounds.width, bounds.height) < 0.05 { bounds = bounds.grown(by: 0.05) }
    let room = width - 2 * MapShapes.margin
    scale = min(room / max(bounds.width, 1e-6), (tallest - 2 * MapShapes.margin) / max(bounds.height, 1e-6))
    self.bounds = bounds
    self.width = width
    height = (bounds.height * scale + 2 * MapShapes.margin).rounded(.up)
    kilometresPerPixel = LocalPlane.kilometresPerUnit / scale
    let rings = areas.flatMap(\.area.rings)
    let drawn = rings.map { $0.map(dot) }
    let simple = Coverage(drawn, tolerance: MapShapes.tolerance * MapShapes.grain).rings
    var next = 0
    for (id, area) in areas {
      let count = area.polygons.reduce(0) { $0 + 1 + $1.holes.count }
      outlines[Verbatim(id)] = simple[next..<next + count].filter { !$0.isEmpty }
      next += count
    }
  }

  /// Where a longitude and latitude lies on the sheet, in pixels.
  func place(_ position: Point) -> Point {
    let there = plane.place(position)
    let left = (width - bounds.width * scale) / 2
    return Point(
      left + (there.x - bounds.least.x) * scale, MapShapes.margin + (bounds.most.y - there.y) * scale)
  }

  private func dot(_ position: Point) -> Dot {
    let there = place(position)
    return Dot(Int((there.x * MapShapes.grain).rounded()), Int((there.y * MapShapes.grain).rounded()))
  }

  /// The outlines of an area in pixels.
  func rings(_ id: String) -> [[Point]] {
    (outlines[Verbatim(id)] ?? []).map { ring in
      ring.map { Point(Double($0.x) / MapShapes.grain, Double($0.y) / MapShapes.grain) }
    }
  }

  /// The outlines of an area as the data of a path; empty for an area that is too small to be seen.
  func path(_ id: String) -> String { MapShapes.path(outlines[Verbatim(id)] ?? []) }

  /// The outlines of several areas as one path.
  func path(_ ids: [String]) -> String { MapShapes.path(ids.flatMap { outlines[Verbatim($0)] ?? [] }) }

  private static func path(_ rings: [[Dot]]) -> String {
    var text = ""
    for ring in rings {
      var last = ring[0]
      text += "M\(tenths(last.x)) \(tenths(last.y))l"
      for (index, dot) in ring.dropFirst().enumerated() {
        let (dx, dy) = (tenths(dot.x - last.x), tenths(dot.y - last.y))
        text += (index == 0 || dx.hasPrefix("-") ? "" : " ") + dx + (dy.hasPrefix("-") ? "" : " ") + dy
        last = dot
      }
      text += "z"
    }
    return text
  }

  /// A number of tenths of a pixel, as short as it can be written.
  private static func tenths(_ number: Int) -> String {
    let (whole, rest) = abs(number).quotientAndRemainder(dividingBy: 10)
    return (number < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : whole == 0 ? ".\(rest)" : "\(whole).\(rest)")
  }
}
