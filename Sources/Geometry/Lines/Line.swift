/// An open line of a drawing.
enum Line {
  /// The line with as few of its points as stay within the tolerance (Douglas and Peucker); its ends stay.
  ///
  /// Both directions give the same points: the line is always worked on from its lesser end.
  static func simplified(_ line: [Dot], tolerance: Double) -> [Dot] {
    guard line.count > 2 else { return line }
    let isTurned = line.lexicographicallyPrecedes(line.reversed())
    let points = isTurned ? line.reversed() : line
    var keeps = [Bool](repeating: false, count: points.count)
    keeps[0] = true
    keeps[points.count - 1] = true
    var open = [(0, points.count - 1)]
    while let (first, last) = open.popLast() {
      guard last - first > 1 else { continue }
      var (farthest, distance) = (first, tolerance * tolerance)
      for index in first + 1..<last {
        let now = squaredDistance(points[index], points[first], points[last])
        if now > distance { (farthest, distance) = (index, now) }
      }
      guard farthest != first else { continue }
      keeps[farthest] = true
      open += [(first, farthest), (farthest, last)]
    }
    let kept = zip(points, keeps).filter(\.1).map(\.0)
    return isTurned ? kept.reversed() : kept
  }

  /// From a point to the straight line between two others; to the first when they are one.
  private static func squaredDistance(_ point: Dot, _ from: Dot, _ to: Dot) -> Double {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let (px, py) = (point.x - from.x, point.y - from.y)
    let length = dx * dx + dy * dy
    let along = px * dx + py * dy
    guard length > 0, along > 0 else { return Double(px * px + py * py) }
    guard along < length else {
      let (qx, qy) = (point.x - to.x, point.y - to.y)
      return Double(qx * qx + qy * qy)
    }
    let across = Double(px * dy - py * dx)
    return across * across / Double(length)
  }
}
