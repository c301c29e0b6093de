/// Thiessen (Voronoi) cells: each point of the ground belongs to the nearest of the given points.
///
/// Each cell is the ground cut by the half-planes towards the other points, nearest first, until the rest are too far away
/// to matter: about linear in the number of points. Points at the same place share a cell in upright strips of equal
/// width. The result depends on the points alone, in whatever order they come.
public struct ThiessenCells: Sendable {
  /// What is divided: the convex hull of the points with a margin, counter-clockwise.
  public let ground: [Point]
  /// The cells, convex and counter-clockwise, in the order of the points.
  public let cells: [[Point]]

  /// Divides the plane around points.
  public init(_ points: [Point]) {
    let distinct = Set(points).sorted()
    let grid = PointGrid(distinct)
    ground = Hull.ground(around: distinct, margin: ThiessenCells.margin(grid))
    var shared: [Point: [Int]] = [:]
    for (index, point) in points.enumerated() { shared[point, default: []].append(index) }
    var cells = [[Point]](repeating: [], count: points.count)
    for (number, point) in distinct.enumerated() {
      let cell = ThiessenCells.cell(of: number, grid, ground)
      let owners = shared[point] ?? []
      for (owner, strip) in zip(owners, ThiessenCells.strips(cell, owners.count)) { cells[owner] = strip }
    }
    self.cells = cells
  }

  private static func cell(of number: Int, _ grid: PointGrid, _ ground: [Point]) -> [Point] {
    let here = grid.points[number]
    var cell = ground
    grid.forEach(around: here) { other, nearestPossible in
      let reach = cell.reduce(0) { max($0, $1.squaredDistance(to: here)) }
      // A point that is more than twice as far away as any corner of the cell cuts nothing off it.
      guard nearestPossible * nearestPossible <= 4 * reach else { return false }
      if other != number { cell = HalfPlane(nearer: here, than: grid.points[other]).cut(cell) }
      return true
    }
    return cell
  }

  /// Three quarters of the middle one of the distances to the nearest other point; a tenth of a unit for a lone point.
  private static func margin(_ grid: PointGrid) -> Double {
    let distances = grid.points.indices.compactMap { grid.nearest(to: $0) }.sorted()
    guard !distances.isEmpty else { return 0.1 }
    return 0.75 * distances[distances.count / 2]
  }

  /// A convex polygon in upright strips of equal width, from left to right.
  private static func strips(_ cell: [Point], _ count: Int) -> [[Point]] {
    guard count > 1, let bounds = Bounds(cell) else { return [cell] }
    return (0..<count).map { number in
      let left = bounds.least.x + bounds.width * Double(number) / Double(count)
      let right = bounds.least.x + bounds.width * Double(number + 1) / Double(count)
      var strip = cell
      if number > 0 { strip = HalfPlane(.right, of: left).cut(strip) }
      if number + 1 < count { strip = HalfPlane(.left, of: right).cut(strip) }
      return strip
    }
  }
}
