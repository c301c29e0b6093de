/// Why a file is no set of boundaries that can be drawn.
public struct GeoJSONError: Error, Equatable, Sendable {
  public var problem: Problem
  /// The number of the feature, from 1; `nil` when the problem lies outside of any.
  public var feature: Int?
  /// Where in the file, from 1; `nil` for what is missing from it.
  public var line: Int?
  /// The column in that line, in bytes from 1.
  public var column: Int?

  public enum Problem: Equatable, Sendable {
    /// Not JSON: what was expected at that place.
    case syntax(expected: String)
    /// Nested deeper than is read.
    case tooDeep
    /// A file in the format TopoJSON.
    case topoJSON
    /// Neither a feature nor a collection of features.
    case notFeatures(type: String?)
    /// A coordinate reference system other than WGS 84.
    case otherSystem(name: String)
    /// A coordinate that cannot be a longitude or latitude.
    case outOfRange(axis: Axis, value: String)
    /// A geometry that is no area.
    case noArea(type: String)
    /// A position that is not a list of two or three numbers.
    case badPosition
    /// A ring with fewer than four positions.
    case shortRing(positions: Int)
    /// A ring whose last position is not its first.
    case openRing
    /// A ring that encloses nothing.
    case flatRing
    /// A member of a feature or geometry that is missing or of the wrong type.
    case missing(String)
  }

  public enum Axis: String, Sendable { case longitude, latitude }
}

extension GeoJSONError {
  /// What a person should read: where, what is wrong, and what to do.
  public var message: String {
    let place = [feature.map { "feature \($0)" }, line.map { "line \($0)" }, column.map { "column \($0)" }]
      .compactMap(\.self).joined(separator: ", ")
    return (place.isEmpty ? "" : place + ": ") + problem.sentence
  }
}

extension GeoJSONError.Problem {
  fileprivate var sentence: String {
    switch self {
    case .syntax(let expected): "not JSON: \(expected) was expected"
    case .tooDeep: "nested too deeply to be GeoJSON"
    case .topoJSON: "this is TopoJSON; convert it to GeoJSON first, for example with ogr2ogr"
    case .notFeatures(let type):
      (type.map { "its type is '\($0)'" } ?? "it has no type") + "; a FeatureCollection or Feature is needed"
    case .otherSystem(let name):
      "its coordinates are in '\(name)'; only WGS 84 is read (RFC 7946, section 4): reproject it with ogr2ogr -t_srs "
        + "EPSG:4326"
    case .outOfRange(let axis, let value):
      "the \(axis.rawValue) \(value) is not between \(axis == .longitude ? "-180 and 180" : "-90 and 90") degrees: "
        + "these are no longitudes and latitudes in that order, perhaps projected coordinates; reproject the file to WGS 84"
    case .noArea(let type): "its geometry is a \(type); a boundary is a Polygon or a MultiPolygon"
    case .badPosition: "a position is not a list of two or three numbers"
    case .shortRing(let positions):
      "a ring has \(positions) positions; at least four are needed, the last like the first"
    case .openRing: "a ring does not end where it begins"
    case .flatRing: "a ring encloses no area"
    case .missing(let member): "the member '\(member)' is missing or of the wrong type"
    }
  }
}
