import Geometry
import TestSupport
import Testing

/// Simplified borders: few points, and neighbours still share them.
@Suite struct CoverageTests {
  /// A grid of ragged fields: every border between two corners is one random line, run along by both neighbours.
  private static func fields(_ seed: UInt64) -> [[Dot]] {
    var random = SeededRandom(seed)
    let (columns, rows, side) = (1 + random.below(4), 1 + random.below(4), 100)
    func border(_ from: Dot, _ to: Dot) -> [Dot] {
      (0...10).map { step in
        let (x, y) = (from.x + (to.x - from.x) * step / 10, from.y + (to.y - from.y) * step / 10)
        guard step > 0, step < 10 else { return Dot(x, y) }
        return Dot(x + (from.x == to.x ? random.below(9) - 4 : 0), y + (from.y == to.y ? random.below(9) - 4 : 0))
      }
    }
    let across = (0...rows).map { r in
      (0..<columns).map { c in border(Dot(c * side, r * side), Dot((c + 1) * side, r * side)) }
    }
    let down = (0..<rows).map { r in
      (0...columns).map { c in border(Dot(c * side, r * side), Dot(c * side, (r + 1) * side)) }
    }
    return (0..<rows).flatMap { r in
      (0..<columns).map { c in
        var ring = Array(across[r][c].dropLast() + down[r][c + 1].dropLast())
        ring += across[r + 1][c].reversed().dropLast() + down[r][c].reversed().dropLast()
        let turn = random.below(ring.count)
        let turned = Array(ring[turn...] + ring[..<turn])
        return random.once(in: 2) ? turned : turned.reversed()
      }
    }
  }

  private static func area(_ ring: [Dot]) -> Int {
    zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }

  @Test(arguments: SeededRandom.seeds(40))
  func `borders that were shared stay shared`(seed: UInt64) {
    let rings = Self.fields(seed)
    let simple = Coverage(rings, tolerance: 3).rings
    var edges: [Set<Dot>: Int] = [:]
    for ring in simple {
      #expect(ring.count >= 3)
      for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) { edges[[one, other], default: 0] += 1 }
    }
    #expect(edges.values.allSatisfy { $0 <= 2 })
    // Together the fields cover what their common outline encloses: no gap, no overlap.
    let outline = Area.dissolved(
      simple.map { Area([Area.Polygon(outline: $0.map { Point(Double($0.x), Double($0.y)) })]) })
    #expect(Int((2 * outline.size).rounded()) == simple.reduce(0) { $0 + abs(Self.area($1)) })
    #expect(simple.joined().count < rings.joined().count || rings.joined().count < 20)
  }

  @Test(arguments: SeededRandom.seeds(20))
  func `no point lies farther off than allowed, and none allowed changes nothing but straight points`(seed: UInt64) {
    let rings = Self.fields(seed)
    for (ring, simple) in zip(rings, Coverage(rings, tolerance: 0).rings) {
      #expect(abs(Self.area(ring)) == abs(Self.area(simple)))
      #expect(Set(simple).isSubset(of: Set(ring)))
    }
    for (ring, simple) in zip(rings, Coverage(rings, tolerance: 3).rings) {
      for dot in ring { #expect(distance(dot, to: simple) <= 3.000_001) }
    }
  }

  @Test func `spikes and repetitions vanish, and what is too small is empty`() {
    let spike = [Dot(0, 0), Dot(5, 0), Dot(9, 0), Dot(5, 0), Dot(5, 0), Dot(5, 5), Dot(0, 5)]
    #expect(Set(Coverage([spike], tolerance: 0).rings[0]) == [Dot(0, 0), Dot(5, 0), Dot(5, 5), Dot(0, 5)])
    #expect(Coverage([[Dot(1, 1), Dot(1, 1), Dot(1, 1)], [Dot(0, 0), Dot(1, 0)]], tolerance: 1).rings == [[], []])
  }

  private func distance(_ dot: Dot, to ring: [Dot]) -> Double {
    zip(ring, ring.dropFirst() + ring.prefix(1)).map { from, to in
      let (dx, dy) = (Double(to.x - from.x), Double(to.y - from.y))
      let length = dx * dx + dy * dy
      let along = Double(dot.x - from.x) * dx + Double(dot.y - from.y) * dy
      let part = length > 0 ? max(0, min(1, along / length)) : 0
      let (x, y) = (Double(from.x) + part * dx - Double(dot.x), Double(from.y) + part * dy - Double(dot.y))
      return (x * x + y * y).squareRoot()
    }.min() ?? 0
  }
}
