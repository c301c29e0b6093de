/// Points sorted into squares, so that those near a place are found without looking at all.
struct PointGrid {
  /// The points, all different.
  let points: [Point]
  private let origin: Point
  private let side: Double
  private let columns: Int
  private let rows: Int
  private var squares: [[Int]]

  init(_ points: [Point]) {
    self.points = points
    let bounds = Bounds(points) ?? Bounds(Point(0, 0), Point(0, 0))
    origin = bounds.least
    let extent = max(bounds.width, bounds.height)
    let perSide = max(1, Double(points.count).squareRoot().rounded(.down))
    side = extent > 0 ? extent / perSide : 1
    columns = Int((bounds.width / side).rounded(.down)) + 1
    rows = Int((bounds.height / side).rounded(.down)) + 1
    squares = Array(repeating: [], count: columns * rows)
    for (index, point) in points.enumerated() {
      let (column, row) = square(of: point)
      squares[row * columns + column].append(index)
    }
  }

  /// Gives the indices of points in rings of squares around a place, each with a distance below which no further point can
  /// lie, until `body` answers false.
  func forEach(around place: Point, _ body: (_ index: Int, _ nearestPossible: Double) -> Bool) {
    let (column, row) = square(of: place)
    for ring in 0...max(columns, rows) {
      // In this ring of squares nothing is nearer than the ring before it is wide.
      let nearest = Double(max(0, ring - 1)) * side
      for r in max(0, row - ring)...min(rows - 1, row + ring) {
        let isEdge = r == row - ring || r == row + ring
        let step = isEdge || ring == 0 ? 1 : 2 * ring
        for c in stride(from: column - ring, through: column + ring, by: step) where (0..<columns).contains(c) {
          for index in squares[r * columns + c] where !body(index, nearest) { return }
        }
      }
    }
  }

  /// How far the nearest other point is; `nil` for a lone point.
  func nearest(to number: Int) -> Double? {
    var best: Double?
    forEach(around: points[number]) { other, nearestPossible in
      if let best, nearestPossible * nearestPossible > best { return false }
      if other != number {
        let distance = points[number].squaredDistance(to: points[other])
        best = min(best ?? distance, distance)
      }
      return true
    }
    return best.map { $0.squareRoot() }
  }

  private func square(of point: Point) -> (column: Int, row: Int) {
    let column = Int(((point.x - origin.x) / side).rounded(.down))
    let row = Int(((point.y - origin.y) / side).rounded(.down))
    return (min(max(column, 0), columns - 1), min(max(row, 0), rows - 1))
  }
}
