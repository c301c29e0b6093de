import Geometry

/// Finds room for the names on a map: each within its area or beside its point, none over another.
struct MapLabels {
  /// A rectangle that is taken, in pixels.
  private struct Box {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private var taken: [Box] = []
  private let width: Double
  private let height: Double

  /// For a sheet of that size.
  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Keeps a rectangle free.
  mutating func keep(left: Double, top: Double, width: Double, height: Double) {
    taken.append(Box(left: left, top: top, right: left + width, bottom: top + height))
  }

  /// The middle of the baseline of a text within an area; `nil` when there is no room for it.
  mutating func place(_ text: String, size: Double, within rings: [[Point]]) -> Point? {
    guard let bounds = Bounds(rings.lazy.joined()) else { return nil }
    let room = SVG.width(of: text, size: size) + 4
    guard bounds.width > room, bounds.height > size + 2 else { return nil }
    var best: (at: Point, score: Double)?
    for step in 1..<24 {
      let y = bounds.least.y + bounds.height * Double(step) / 24
      for (left, right) in MapLabels.spans(rings, y - size / 2, y + size / 2) where right - left >= room {
        let middle = min(max((bounds.least.x + bounds.most.x) / 2, left + room / 2), right - room / 2)
        for x in [middle, (left + right) / 2] {
          let box = Box(left: x - room / 2, top: y - size / 2 - 1, right: x + room / 2, bottom: y + size / 2 + 1)
          guard isFree(box) else { continue }
          // As far from the borders as can be, and rather near the middle.
          let air = min(x - left, right - x) - room / 2
          let score = min(air, 30) - abs(y - (bounds.least.y + bounds.most.y) / 2) / 3
          if score > best?.score ?? -.infinity { best = (Point(x, y), score) }
        }
      }
    }
    guard let best else { return nil }
    keep(left: best.at.x - room / 2, top: best.at.y - size / 2 - 1, width: room, height: size + 2)
    return Point(best.at.x, best.at.y + size * 0.35)
  }

  /// The beginning of the baseline of a text beside a point: to the right, the left, above or below.
  mutating func place(_ text: String, size: Double, beside point: Point, distance: Double) -> Point? {
    let room = SVG.width(of: text, size: size)
    let places = [
      Point(point.x + distance, point.y + size * 0.35), Point(point.x - distance - room, point.y + size * 0.35),
      Point(point.x - room / 2, point.y - distance), Point(point.x - room / 2, point.y + distance + size * 0.75),
      Point(point.x + distance, point.y - distance * 0.6), Point(point.x + distance, point.y + distance + size * 0.5),
    ]
    for place in places {
      let box = Box(
        left: place.x - 1, top: place.y - size * 0.8, right: place.x + room + 1, bottom: place.y + size * 0.25)
      guard isFree(box) else { continue }
      taken.append(box)
      return place
    }
    return nil
  }

  private func isFree(_ box: Box) -> Bool {
    box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2
      && !taken.contains { $0.meets(box) }
  }

  /// What lies inside at every height between two.
  private static func spans(_ rings: [[Point]], _ top: Double, _ bottom: Double) -> [(Double, Double)] {
    let rows = [top, (top + bottom) / 2, bottom].map { spans(rings, $0) }
    return rows.dropFirst().reduce(rows[0]) { found, row in
      found.flatMap { one in
        row.compactMap { other in
          let span = (max(one.0, other.0), min(one.1, other.1))
          return span.0 < span.1 ? span : nil
        }
      }
    }
  }

  private static func spans(_ rings: [[Point]], _ y: Double) -> [(Double, Double)] {
    var crossings: [Double] = []
    for ring in rings {
      for (one, next) in zip(ring, ring.dropFirst() + ring.prefix(1)) where (one.y > y) != (next.y > y) {
        crossings.append(one.x + (y - one.y) * (next.x - one.x) / (next.y - one.y))
      }
    }
    crossings.sort()
    return stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
  }
}
