/// The ground that Thiessen cells are cut from: the convex hull of the points with a margin around it.
enum Hull {
  /// The hull counter-clockwise, without points along its edges (Andrew's monotone chain); one or two points as they are.
  static func around(_ points: [Point]) -> [Point] {
    let sorted = Set(points).sorted()
    guard sorted.count > 2 else { return sorted }
    let hull = half(sorted).dropLast() + half(sorted.reversed()).dropLast()
    return Array(hull)
  }

  private static func half(_ points: [Point]) -> [Point] {
    var chain: [Point] = []
    for point in points {
      while chain.count > 1, turn(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 { chain.removeLast() }
      chain.append(point)
    }
    return chain
  }

  private static func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  /// The hull with a margin on every side, its sharp corners cut off by the rectangle around it.
  static func ground(around points: [Point], margin: Double) -> [Point] {
    guard let bounds = Bounds(points) else { return [] }
    let hull = around(points)
    var ground = bounds.grown(by: margin).ring
    guard hull.count > 1 else { return ground }
    for (from, to) in zip(hull, hull.dropFirst() + hull.prefix(1)) {
      ground = HalfPlane(leftOf: from, to: to, margin: margin).cut(ground)
    }
    return ground
  }
}
