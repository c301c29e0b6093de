/// What can be computed of a closed line, given as its points without the repeated last one.
public enum Ring {
  /// The area in the plane of its coordinates: positive when it runs counter-clockwise.
  public static func area(_ ring: [Point]) -> Double {
    guard let anchor = ring.first else { return 0 }
    var twice = 0.0
    for (one, next) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      twice += (one.x - anchor.x) * (next.y - anchor.y) - (next.x - anchor.x) * (one.y - anchor.y)
    }
    return twice / 2
  }

  /// Whether a point lies inside, by counting the edges to its right.
  public static func contains(_ ring: [Point], _ point: Point) -> Bool {
    var isInside = false
    guard var last = ring.last else { return false }
    for next in ring {
      if (next.y > point.y) != (last.y > point.y) {
        let crossing = next.x + (point.y - next.y) * (last.x - next.x) / (last.y - next.y)
        if point.x < crossing { isInside.toggle() }
      }
      last = next
    }
    return isInside
  }
}
