/// A geometry as a GeoPackage stores it: its header, the box around it, and the geometry as well-known binary.
enum GeometryBlob {
  /// The box around a geometry.
  struct Box: Hashable {
    var least: ExportGeometry.Position
    var most: ExportGeometry.Position

    /// Makes it wide enough for another.
    mutating func widen(_ other: Box) {
      least = .init(min(least.longitude, other.least.longitude), min(least.latitude, other.least.latitude))
      most = .init(max(most.longitude, other.most.longitude), max(most.latitude, other.most.latitude))
    }
  }

  /// Little-endian all through: header flags 0x01 without a box (a point is its own), 0x03 with one.
  static func bytes(_ geometry: ExportGeometry) -> [UInt8] {
    var bytes = Array("GP".utf8) + [0]
    switch geometry {
    case .point(let position):
      bytes.append(0x01)
      add(UInt32(4326), &bytes)
      begin(1, &bytes)
      add(position, &bytes)
    case .polygons(let polygons):
      bytes.append(0x03)
      add(UInt32(4326), &bytes)
      if let box = box(geometry) {
        for degrees in [box.least.longitude, box.most.longitude, box.least.latitude, box.most.latitude] {
          add(degrees.bitPattern, &bytes)
        }
      }
      if polygons.count != 1 {
        begin(6, &bytes)
        add(UInt32(polygons.count), &bytes)
      }
      for polygon in polygons {
        begin(3, &bytes)
        add(UInt32(polygon.count), &bytes)
        for ring in polygon {
          add(UInt32(ring.count), &bytes)
          for position in ring { add(position, &bytes) }
        }
      }
    }
    return bytes
  }

  /// The box around a geometry; `nil` when it has no position.
  static func box(_ geometry: ExportGeometry) -> Box? {
    switch geometry {
    case .point(let position): return Box(least: position, most: position)
    case .polygons(let polygons):
      var box: Box?
      for position in polygons.joined().joined() {
        let here = Box(least: position, most: position)
        box?.widen(here)
        box = box ?? here
      }
      return box
    }
  }

  private static func begin(_ type: UInt32, _ bytes: inout [UInt8]) {
    bytes.append(1)
    add(type, &bytes)
  }

  private static func add(_ position: ExportGeometry.Position, _ bytes: inout [UInt8]) {
    add(position.longitude.bitPattern, &bytes)
    add(position.latitude.bitPattern, &bytes)
  }

  private static func add(_ number: some FixedWidthInteger, _ bytes: inout [UInt8]) {
    var rest = number
    for _ in 0..<(type(of: number).bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
