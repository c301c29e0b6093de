/// The points `p` with `normal · p <= limit`, used to cut convex polygons.
struct HalfPlane {
  var normal: Point
  var limit: Double

  /// What lies at least as near to `here` as to `there`.
  init(nearer here: Point, than there: Point) {
    normal = Point(there.x - here.x, there.y - here.y)
    let middle = Point((here.x + there.x) / 2, (here.y + there.y) / 2)
    limit = normal.x * middle.x + normal.y * middle.y
  }

  /// What lies to the left of the way from one point to another, and up to `margin` to its right.
  init(leftOf from: Point, to: Point, margin: Double = 0) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    normal = Point(dy, -dx)
    limit = normal.x * from.x + normal.y * from.y + margin * (dx * dx + dy * dy).squareRoot()
  }

  /// What lies to the left of an upright line, or to its right.
  init(_ side: Side, of x: Double) {
    normal = Point(side == .left ? 1 : -1, 0)
    limit = side == .left ? x : -x
  }

  enum Side { case left, right }

  /// What is left of a convex polygon; empty when nothing is.
  func cut(_ polygon: [Point]) -> [Point] {
    guard var last = polygon.last else { return [] }
    var kept: [Point] = []
    kept.reserveCapacity(polygon.count + 1)
    var lastOver = over(last)
    for next in polygon {
      let nextOver = over(next)
      if (lastOver > 0) != (nextOver > 0) {
        let part = lastOver / (lastOver - nextOver)
        kept.append(Point(last.x + part * (next.x - last.x), last.y + part * (next.y - last.y)))
      }
      if nextOver <= 0 { kept.append(next) }
      (last, lastOver) = (next, nextOver)
    }
    return kept.count < 3 ? [] : kept
  }

  /// How far beyond the line, in units of the length of the normal.
  private func over(_ point: Point) -> Double { normal.x * point.x + normal.y * point.y - limit }
}
