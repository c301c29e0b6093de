/// A position: longitude and latitude in degrees (WGS 84), or a point of a plane.
public struct Point: Hashable, Sendable {
  /// The longitude, or the way to the right.
  public var x: Double
  /// The latitude, or the way up.
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The square of the distance in a plane.
  func squaredDistance(to other: Point) -> Double {
    let (dx, dy) = (other.x - x, other.y - y)
    return dx * dx + dy * dy
  }
}

extension Point: Comparable {
  /// From left to right, then upwards.
  public static func < (left: Point, right: Point) -> Bool { (left.x, left.y) < (right.x, right.y) }
}
