/// Areas that share borders, drawn with as few points as can be seen, without gaps or overlaps between neighbours.
///
/// Lines are cut where more than two borders meet. Each piece is simplified once, in the same direction for both of its
/// neighbours (Douglas and Peucker), so that what was shared stays shared.
public struct Coverage {
  /// The simplified rings, in the order in which they were given; a ring that shrinks to a line is empty.
  public let rings: [[Dot]]

  /// - Parameters:
  ///   - rings: closed lines without the repeated last point.
  ///   - tolerance: how far a point may lie off the line that replaces it, in units of the grid.
  public init(_ rings: [[Dot]], tolerance: Double) {
    let cleaned = rings.map(Coverage.withoutRepetition)
    let nodes = Coverage.nodes(cleaned)
    self.rings = cleaned.map { ring in
      let simple = Coverage.withoutRepetition(Coverage.simplified(ring, nodes, tolerance))
      return simple.count < 3 ? [] : simple
    }
  }

  /// Leaves out points that repeat the one before, and ways there and back.
  private static func withoutRepetition(_ ring: [Dot]) -> [Dot] {
    var kept: [Dot] = []
    for dot in ring {
      if kept.last == dot { continue }
      if kept.count > 1, kept[kept.count - 2] == dot {
        kept.removeLast()
      } else {
        kept.append(dot)
      }
    }
    var first = 0
    while kept.count - first > 2 {
      if kept[kept.count - 1] == kept[first] {
        kept.removeLast()
      } else if kept[kept.count - 2] == kept[first] {
        kept.removeLast(2)
      } else if kept[kept.count - 1] == kept[first + 1] {
        first += 1
        kept.removeLast()
      } else {
        break
      }
    }
    return kept.count - first < 3 ? [] : Array(kept[first...])
  }

  /// Where lines meet: points whose neighbours are not the same two in every ring.
  private static func nodes(_ rings: [[Dot]]) -> Set<Dot> {
    var neighbours: [Dot: (Dot, Dot)] = [:]
    var nodes: Set<Dot> = []
    for ring in rings where !ring.isEmpty {
      for (index, dot) in ring.enumerated() {
        let one = ring[(index + ring.count - 1) % ring.count]
        let other = ring[(index + 1) % ring.count]
        let pair = one < other ? (one, other) : (other, one)
        guard let known = neighbours[dot] else {
          neighbours[dot] = pair
          continue
        }
        if known != pair { nodes.insert(dot) }
      }
    }
    return nodes
  }

  private static func simplified(_ ring: [Dot], _ nodes: Set<Dot>, _ tolerance: Double) -> [Dot] {
    guard ring.count > 3 else { return ring }
    // A line without any node is cut at two points that do not depend on where it was begun.
    let ends = ring.indices.filter { nodes.contains(ring[$0]) }
    let cuts = ends.count > 1 ? ends : anchors(of: ring, ends.first)
    var result: [Dot] = []
    for (number, cut) in cuts.enumerated() {
      let next = cuts[(number + 1) % cuts.count]
      let length = (next - cut + ring.count - 1) % ring.count + 1
      let piece = (0...length).map { ring[(cut + $0) % ring.count] }
      result += Line.simplified(piece, tolerance: tolerance).dropLast()
    }
    return result
  }

  /// The one node there is, or the least point; and the point farthest from it.
  private static func anchors(of ring: [Dot], _ node: Int?) -> [Int] {
    guard let least = node ?? ring.indices.min(by: { ring[$0] < ring[$1] }) else { return [] }
    func distance(_ index: Int) -> Int {
      let (dx, dy) = (ring[index].x - ring[least].x, ring[index].y - ring[least].y)
      return dx * dx + dy * dy
    }
    let farthest = ring.indices.max { (distance($0), ring[$1]) < (distance($1), ring[$0]) } ?? least
    return [least, farthest].sorted()
  }
}
