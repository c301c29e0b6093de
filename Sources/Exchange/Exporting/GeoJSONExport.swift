/// GeoJSON after RFC 7946: one feature collection in WGS 84, one feature a line, a row without a place with the geometry null.
public struct GeoJSONExport: ExportFormat {
  private var columns: [ExportColumn] = []
  private var count = 0

  public init() {}

  public mutating func begin(_ head: ExportHead, _ bytes: inout [UInt8]) {
    columns = head.columns
    bytes += "{\"type\":\"FeatureCollection\",\"name\":".utf8
    JSONBytes.add(head.name, &bytes)
    bytes += ",\"description\":".utf8
    JSONBytes.add(head.title, &bytes)
    for (name, cell) in head.asked {
      bytes.append(UInt8(ascii: ","))
      JSONBytes.add(name, &bytes)
      bytes.append(UInt8(ascii: ":"))
      JSONBytes.add(cell, .text, &bytes)
    }
    bytes += ",\"features\":[".utf8
  }

  public mutating func add(_ row: ExportRow, _ bytes: inout [UInt8]) {
    bytes += (count == 0 ? "\n" : ",\n").utf8
    bytes += "{\"type\":\"Feature\",\"id\":".utf8
    JSONBytes.add(row.key, &bytes)
    bytes += ",\"geometry\":".utf8
    Self.add(row.geometry, &bytes)
    bytes += ",\"properties\":{".utf8
    JSONBytes.add(row, columns, &bytes)
    bytes += "}}".utf8
    count += 1
  }

  public mutating func end(_ bytes: inout [UInt8]) { bytes += "\n]}\n".utf8 }

  /// A geometry object, or null.
  static func add(_ geometry: ExportGeometry?, _ bytes: inout [UInt8]) {
    switch geometry {
    case nil: bytes += "null".utf8
    case .point(let position)?:
      bytes += "{\"type\":\"Point\",\"coordinates\":".utf8
      add(position, &bytes)
      bytes.append(UInt8(ascii: "}"))
    case .polygons(let polygons)? where polygons.count == 1:
      bytes += "{\"type\":\"Polygon\",\"coordinates\":".utf8
      add(polygons[0], &bytes)
      bytes.append(UInt8(ascii: "}"))
    case .polygons(let polygons)?:
      bytes += "{\"type\":\"MultiPolygon\",\"coordinates\":".utf8
      JSONBytes.add(polygons, &bytes) { add($0, &$1) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func add(_ rings: [[ExportGeometry.Position]], _ bytes: inout [UInt8]) {
    JSONBytes.add(rings, &bytes) { ring, bytes in JSONBytes.add(ring, &bytes) { add($0, &$1) } }
  }

  private static func add(_ position: ExportGeometry.Position, _ bytes: inout [UInt8]) {
    bytes += "[\(JSONBytes.degrees(position.longitude)),\(JSONBytes.degrees(position.latitude))]".utf8
  }
}
