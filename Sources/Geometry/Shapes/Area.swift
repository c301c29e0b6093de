/// A part of the earth or of a plane: one or more polygons, each with its holes.
///
/// Rings follow the right-hand rule of RFC 7946, section 3.1.6: outlines run counter-clockwise, holes clockwise. The
/// first point is not repeated at the end.
public struct Area: Hashable, Sendable {
  /// An outline and the holes in it.
  public struct Polygon: Hashable, Sendable {
    public var outline: [Point]
    public var holes: [[Point]]

    /// Turns the rings so that they follow the right-hand rule.
    public init(outline: [Point], holes: [[Point]] = []) {
      self.outline = Ring.area(outline) < 0 ? outline.reversed() : outline
      self.holes = holes.map { Ring.area($0) > 0 ? $0.reversed() : $0 }
    }

    /// The outline, then the holes.
    public var rings: [[Point]] { [outline] + holes }
  }

  public var polygons: [Polygon]

  public init(_ polygons: [Polygon]) { self.polygons = polygons }

  /// Every ring.
  public var rings: [[Point]] { polygons.flatMap(\.rings) }

  /// The rectangle around it; `nil` when it is empty.
  public var bounds: Bounds? { Bounds(polygons.lazy.flatMap(\.outline)) }

  /// How large it is in the plane of its coordinates.
  public var size: Double { rings.reduce(0) { $0 + Ring.area($1) } }

  /// Whether a point lies in it and in none of its holes.
  public func contains(_ point: Point) -> Bool {
    polygons.contains { polygon in
      Ring.contains(polygon.outline, point) && !polygon.holes.contains { Ring.contains($0, point) }
    }
  }
}
