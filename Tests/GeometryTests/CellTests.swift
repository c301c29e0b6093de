import Geometry
import TestSupport
import Testing

/// Thiessen cells: every place belongs to the nearest point, everything is divided, nothing twice.
@Suite struct CellTests {
  private static func points(_ seed: UInt64) -> [Point] {
    var random = SeededRandom(seed)
    let count = 1 + random.below(60)
    // Coarse coordinates make points that coincide, lie on one line or on a circle.
    let grain = [1.0, 4, 1000][random.below(3)]
    let (width, height) = (1 + random.below(10), random.below(10))
    return (0..<count).map { _ in
      Point(
        Double(random.below(width * Int(grain) + 1)) / grain, Double(random.below(height * Int(grain) + 1)) / grain)
    }
  }

  @Test(arguments: SeededRandom.seeds(60))
  func `cells cover the ground and do not overlap`(seed: UInt64) {
    let points = Self.points(seed)
    let thiessen = ThiessenCells(points)
    let whole = Ring.area(thiessen.ground)
    let sum = thiessen.cells.reduce(0) { $0 + Ring.area($1) }
    #expect(abs(whole - sum) <= 1e-9 * whole)
    #expect(thiessen.cells.allSatisfy { Ring.area($0) > 0 })
  }

  @Test(arguments: SeededRandom.seeds(40))
  func `a place lies in the cell of its nearest point`(seed: UInt64) throws {
    let points = Self.points(seed)
    let thiessen = ThiessenCells(points)
    let bounds = try #require(Bounds(thiessen.ground))
    var random = SeededRandom(seed &+ 1)
    for _ in 0..<50 {
      let place = Point(
        Double.random(in: bounds.least.x...bounds.most.x, using: &random),
        Double.random(in: bounds.least.y...bounds.most.y, using: &random))
      guard Ring.contains(thiessen.ground, place) else { continue }
      let owners = thiessen.cells.indices.filter { Ring.contains(thiessen.cells[$0], place) }
      let least = points.map { distance($0, place) }.min() ?? 0
      // On the border between two cells either may hold it, or the rounding between them.
      for owner in owners { #expect(distance(points[owner], place) <= least + 1e-9) }
      #expect(owners.count <= 1)
    }
  }

  @Test(arguments: SeededRandom.seeds(20))
  func `every point lies in the ground, and the order of the points changes nothing`(seed: UInt64) {
    let points = Array(Set(Self.points(seed))).sorted()
    let thiessen = ThiessenCells(points)
    let backwards = ThiessenCells(points.reversed())
    #expect(backwards.cells.reversed() == thiessen.cells)
    for (point, cell) in zip(points, thiessen.cells) { #expect(Ring.contains(cell, point)) }
  }

  @Test func `points at one place share their cell in strips`() {
    let twice = ThiessenCells([Point(0, 0), Point(2, 0), Point(2, 0), Point(2, 0)])
    let once = ThiessenCells([Point(0, 0), Point(2, 0)])
    let areas = twice.cells.map(Ring.area)
    #expect(abs(areas[1] - areas[2]) < 1e-9 && abs(areas[2] - areas[3]) < 1e-9)
    #expect(abs(areas[1] * 3 - Ring.area(once.cells[1])) < 1e-9)
  }

  @Test func `one point has a square, none has nothing`() {
    #expect(ThiessenCells([Point(3, 4)]).cells[0].count == 4)
    #expect(ThiessenCells([]).cells.isEmpty)
  }

  @Test func `two points are divided half way`() throws {
    let cells = ThiessenCells([Point(0, 0), Point(10, 0)]).cells
    let first = try #require(Bounds(cells[0]))
    #expect(first.most.x == 5)
    #expect(abs(first.least.x + 7.5) < 1e-9)
  }

  private func distance(_ one: Point, _ other: Point) -> Double {
    ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
  }
}
