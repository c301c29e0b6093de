extension Area {
  /// What several areas cover together, when borders that they share have the same points.
  ///
  /// An edge that is run along in both directions lies between two of them and is left out; what remains is joined to
  /// rings. Borders whose points differ stay as lines within the area, which is untidy but hides nothing.
  public static func dissolved(_ areas: [Area]) -> Area {
    guard areas.count > 1 else { return areas.first ?? Area([]) }
    var edges: Set<Edge> = []
    var order: [Edge] = []
    for ring in areas.flatMap(\.rings) {
      for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) where from != to {
        let edge = Edge(from: from, to: to)
        if edges.remove(edge.reversed) == nil, edges.insert(edge).inserted { order.append(edge) }
      }
    }
    return Area(rings: joined(order.filter(edges.contains)))
  }

  private struct Edge: Hashable {
    var from: Point
    var to: Point
    var reversed: Edge { Edge(from: to, to: from) }
  }

  /// Follows edges from end to end until they close.
  private static func joined(_ edges: [Edge]) -> [[Point]] {
    var leaving: [Point: [Point]] = [:]
    for edge in edges.reversed() { leaving[edge.from, default: []].append(edge.to) }
    var rings: [[Point]] = []
    for edge in edges {
      var ring: [Point] = []
      var here = edge.from
      while let next = leaving[here]?.popLast() {
        ring.append(here)
        here = next
        if here == edge.from { break }
      }
      if ring.count > 2 { rings.append(ring) }
    }
    return rings
  }

  /// Outlines run counter-clockwise, the rest are holes in the smallest outline around them.
  private init(rings: [[Point]]) {
    var polygons = rings.filter { Ring.area($0) > 0 }.map { Polygon(outline: $0) }
    for hole in rings where Ring.area(hole) < 0 {
      let around = polygons.indices.filter { Ring.contains(polygons[$0].outline, Area.inside(hole)) }
      let smallest = around.min { Ring.area(polygons[$0].outline) < Ring.area(polygons[$1].outline) }
      if let smallest { polygons[smallest].holes.append(hole) }
    }
    self.init(polygons)
  }

  /// A point just inside a ring: the middle of its first corner that has one.
  private static func inside(_ ring: [Point]) -> Point {
    for index in ring.indices {
      let (a, b) = (ring[index], ring[(index + 1) % ring.count])
      let c = ring[(index + 2) % ring.count]
      let middle = Point((a.x + b.x + c.x) / 3, (a.y + b.y + c.y) / 3)
      if Ring.contains(ring, middle) { return middle }
    }
    return ring[0]
  }
}
