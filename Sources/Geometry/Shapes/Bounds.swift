/// The smallest upright rectangle around something.
public struct Bounds: Hashable, Sendable {
  public var least: Point
  public var most: Point

  public init(_ least: Point, _ most: Point) {
    self.least = least
    self.most = most
  }

  /// Around points; `nil` when there are none.
  public init?(_ points: some Sequence<Point>) {
    var iterator = points.makeIterator()
    guard let first = iterator.next() else { return nil }
    (least, most) = (first, first)
    while let next = iterator.next() {
      least = Point(min(least.x, next.x), min(least.y, next.y))
      most = Point(max(most.x, next.x), max(most.y, next.y))
    }
  }

  public var width: Double { most.x - least.x }
  public var height: Double { most.y - least.y }

  /// Grown by so much on every side.
  public func grown(by margin: Double) -> Bounds {
    Bounds(Point(least.x - margin, least.y - margin), Point(most.x + margin, most.y + margin))
  }

  /// Around both.
  public func union(_ other: Bounds) -> Bounds {
    Bounds(
      Point(min(least.x, other.least.x), min(least.y, other.least.y)),
      Point(max(most.x, other.most.x), max(most.y, other.most.y)))
  }

  /// The corners, counter-clockwise from the lower left.
  public var ring: [Point] { [least, Point(most.x, least.y), most, Point(least.x, most.y)] }
}
