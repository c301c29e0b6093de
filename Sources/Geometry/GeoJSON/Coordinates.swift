/// Reads the coordinates of a polygon or multipolygon, whichever they are by their depth.
enum Coordinates {
  /// The area, and whether its coordinates are those of a multipolygon.
  static func area(_ json: inout JSONBytes) throws(GeoJSONError) -> (area: Area, isMany: Bool) {
    let depth = opening(json)
    guard depth == 3 || depth == 4 else { throw json.error(.badPosition) }
    guard depth == 4 else { return (Area([try polygon(&json)]), false) }
    var polygons: [Area.Polygon] = []
    try json.list { (json) throws(GeoJSONError) in polygons.append(try polygon(&json)) }
    return (Area(polygons), true)
  }

  /// How many lists begin here, one in the other.
  private static func opening(_ json: JSONBytes) -> Int {
    var (ahead, depth) = (json, 0)
    while depth < 6, ahead.peek() == 0x5B {
      try? ahead.take(0x5B, "")
      depth += 1
    }
    return depth
  }

  private static func polygon(_ json: inout JSONBytes) throws(GeoJSONError) -> Area.Polygon {
    _ = json.peek()
    let place = json.position
    var rings: [[Point]] = []
    try json.list { (json) throws(GeoJSONError) in rings.append(try ring(&json)) }
    guard let outline = rings.first else { throw json.error(.shortRing(positions: 0), at: place) }
    return Area.Polygon(outline: outline, holes: Array(rings.dropFirst()))
  }

  private static func ring(_ json: inout JSONBytes) throws(GeoJSONError) -> [Point] {
    _ = json.peek()
    let place = json.position
    var points: [Point] = []
    try json.list { (json) throws(GeoJSONError) in points.append(try position(&json)) }
    guard points.count >= 4 else { throw json.error(.shortRing(positions: points.count), at: place) }
    guard points.first == points.last else { throw json.error(.openRing, at: place) }
    points.removeLast()
    guard Ring.area(points) != 0 else { throw json.error(.flatRing, at: place) }
    return points
  }

  private static func position(_ json: inout JSONBytes) throws(GeoJSONError) -> Point {
    _ = json.peek()
    let place = json.position
    guard json.peek() == 0x5B else { throw json.error(.badPosition) }
    var (x, y, count) = (0.0, 0.0, 0)
    try json.list { (json) throws(GeoJSONError) in
      guard let next = json.peek(), next == 0x2D || (0x30...0x39).contains(next) else { throw json.error(.badPosition) }
      let range = try json.number()
      let value = json.value(range)
      switch count {
      case 0:
        guard abs(value) <= 180 else {
          throw json.error(.outOfRange(axis: .longitude, value: json.text(range)), at: range.lowerBound)
        }
        x = value
      case 1:
        guard abs(value) <= 90 else {
          throw json.error(.outOfRange(axis: .latitude, value: json.text(range)), at: range.lowerBound)
        }
        y = value
      default: break
      }
      count += 1
    }
    guard (2...3).contains(count) else { throw json.error(.badPosition, at: place) }
    return Point(x, y)
  }
}
