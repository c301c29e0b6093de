/// The plane on which a country is drawn: equirectangular, true to scale along its middle latitude.
///
/// One unit is one degree of latitude. Good for what fits on a page; towards the poles shapes are drawn too wide.
public struct LocalPlane: Hashable, Sendable {
  /// The cosine of the middle latitude.
  public let stretch: Double

  /// Kilometres in a degree of latitude on a sphere of the earth's mean radius, 6371.0088 km.
  public static let kilometresPerUnit = 111.195_08

  /// - Parameter latitude: the middle of what is drawn, in degrees.
  public init(latitude: Double) {
    stretch = max(0.05, LocalPlane.cosine(of: min(90, abs(latitude)) * Double.pi / 180))
  }

  /// The place of a longitude and latitude.
  public func place(_ position: Point) -> Point { Point(position.x * stretch, position.y) }

  /// The longitude and latitude of a place.
  public func position(_ place: Point) -> Point { Point(place.x / stretch, place.y) }

  /// The cosine of an angle from 0 to π/2, by its series: the same bits on every machine, which no C library promises.
  private static func cosine(of angle: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for step in 1...12 {
      term *= -angle * angle / Double((2 * step - 1) * (2 * step))
      sum += term
    }
    return sum
  }
}
