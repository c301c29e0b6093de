/// Boundaries read from a GeoJSON file (RFC 7946): polygons and multipolygons with holes, in WGS 84.
///
/// Strict where a mistake would put a border in the wrong place: another reference system, coordinates out of range, rings
/// that do not close. Lenient where nothing is lost: either winding (it is turned right), a third coordinate, foreign
/// members. Memory is the file and its points.
public struct GeoJSON: Sendable {
  /// The features, in the order of the file.
  public private(set) var features: [Feature] = []

  /// Reads a file.
  public init(_ bytes: [UInt8]) throws(GeoJSONError) {
    var json = JSONBytes(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    var type: String?
    var lone = LoneFeature()
    guard json.peek() == 0x7B else { throw json.error(.syntax(expected: "an object")) }
    var found: [Feature] = []
    try json.object { (json, key) throws(GeoJSONError) in
      switch key {
      case "type": type = try json.scalar()
      case "crs": try GeoJSON.check(&json)
      case "features":
        try json.list { (json) throws(GeoJSONError) in
          do throws(GeoJSONError) {
            found.append(try GeoJSON.feature(&json, found.count + 1))
          } catch {
            var error = error
            error.feature = error.feature ?? found.count + 1
            throw error
          }
        }
      case "topology", "arcs", "objects": throw json.error(.topoJSON)
      case "geometry": lone.area = try GeoJSON.geometry(&json)
      case "properties": lone.properties = try GeoJSON.properties(&json)
      default: try json.scalar()
      }
      if type == "Topology" { throw json.error(.topoJSON) }
    }
    try json.end()
    switch type {
    case "FeatureCollection": features = found
    case "Feature": features = [Feature(number: 1, properties: lone.properties, area: lone.area)]
    default: throw GeoJSONError(problem: .notFeatures(type: type))
    }
  }

  private struct LoneFeature {
    var area: Area?
    var properties: [Feature.Property] = []
  }

  /// Refuses a reference system that is not WGS 84; the member is from before RFC 7946.
  private static func check(_ json: inout JSONBytes) throws(GeoJSONError) {
    guard json.peek() == 0x7B else {
      try json.scalar()
      return
    }
    let place = json.position
    var name: String?
    try json.object { (json, key) throws(GeoJSONError) in
      guard key == "properties", json.peek() == 0x7B else {
        try json.scalar()
        return
      }
      try json.object { (json, key) throws(GeoJSONError) in
        let value = try json.scalar()
        if key == "name" || key == "href" { name = value }
      }
    }
    let known = [
      "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "OGC:CRS84", "EPSG:4326",
      "urn:ogc:def:crs:EPSG::4326",
    ]
    guard let name, known.contains(name) else { throw json.error(.otherSystem(name: name ?? "unnamed"), at: place) }
  }

  private static func feature(_ json: inout JSONBytes, _ number: Int) throws(GeoJSONError) -> Feature {
    var (type, hasGeometry): (String?, Bool) = (nil, false)
    let place = json.position
    var feature = Feature(number: number, properties: [], area: nil)
    guard json.peek() == 0x7B else { throw json.error(.missing("type")) }
    try json.object { (json, key) throws(GeoJSONError) in
      switch key {
      case "type": type = try json.scalar()
      case "properties": feature.properties = try properties(&json)
      case "geometry":
        hasGeometry = true
        feature.area = try geometry(&json)
      default: try json.scalar()
      }
    }
    guard type == "Feature" else { throw json.error(.missing("type"), at: place) }
    guard hasGeometry else { throw json.error(.missing("geometry"), at: place) }
    return feature
  }

  private static func properties(_ json: inout JSONBytes) throws(GeoJSONError) -> [Feature.Property] {
    guard json.peek() == 0x7B else {
      try json.scalar()
      return []
    }
    var properties: [Feature.Property] = []
    try json.object { (json, key) throws(GeoJSONError) in
      if let value = try json.scalar() { properties.append(Feature.Property(name: key, value: value)) }
    }
    return properties
  }

  /// A geometry; `nil` for `null`.
  private static func geometry(_ json: inout JSONBytes) throws(GeoJSONError) -> Area? {
    guard json.peek() == 0x7B else {
      let place = json.position
      guard json.peek() == 0x6E else { throw json.error(.missing("geometry"), at: place) }
      try json.scalar()
      return nil
    }
    let place = json.position
    var type: String?
    var area: Area?
    // The type may stand behind the coordinates, whose depth tells it as well.
    var isMany: Bool?
    try json.object { (json, key) throws(GeoJSONError) in
      switch key {
      case "type":
        type = try json.scalar()
        if let type, type != "Polygon", type != "MultiPolygon" { throw json.error(.noArea(type: type), at: place) }
      case "crs": try check(&json)
      case "coordinates":
        (area, isMany) = try Coordinates.area(&json)
      default: try json.scalar()
      }
    }
    guard let type else { throw json.error(.missing("type"), at: place) }
    guard let area, let isMany, isMany == (type == "MultiPolygon") else {
      throw json.error(.missing("coordinates"), at: place)
    }
    return area
  }
}
