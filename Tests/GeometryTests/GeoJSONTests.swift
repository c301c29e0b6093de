import Foundation
import Geometry
import TestSupport
import Testing

/// Boundaries read from GeoJSON: strict where a mistake would put a border in the wrong place.
@Suite struct GeoJSONTests {
  private static func read(_ text: String) throws -> [Feature] { try GeoJSON(Array(text.utf8)).features }

  private static func collection(_ geometry: String, before: String = "") -> String {
    #"{"type":"FeatureCollection",\#(before)"features":[{"type":"Feature","properties":{"a":"1"},"geometry":"#
      + #"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]}},{"type":"Feature","properties":null,"#
      + "\n" + #" "geometry":\#(geometry)}]}"#
  }

  @Test func `polygons, multipolygons and holes are read and turned right`() throws {
    let features = try Self.read(
      Self.collection(
        #"{"coordinates":[[[[0,0],[0,9],[9,9],[9,0],[0,0]],[[1,1],[2,1],[2,2],[1,1]]],[[[20,0,7],[21,0,7],[21,1,7],[20,0,7]]]],"#
          + #""type":"MultiPolygon"}"#))
    let area = try #require(features[1].area)
    #expect(area.polygons.count == 2)
    #expect(area.polygons[0].holes.count == 1)
    #expect(Ring.area(area.polygons[0].outline) == 81)
    #expect(Ring.area(area.polygons[0].holes[0]) == -0.5)
    #expect(area.size == 81)
    #expect(area.contains(Point(0.5, 0.5)))
    #expect(!area.contains(Point(1.7, 1.3)))
    #expect(features[0].value(of: "a") == "1")
  }

  @Test func `properties are texts, numbers as written, and truths`() throws {
    let features = try Self.read(
      #"{"type":"Feature","properties":{"n":1.50,"t":"M\u00e9naka \ud83d\ude00\n","x":true,"o":{"a":[1]},"z":null},"#
        + #""geometry":null,"id":7}"#)
    #expect(features[0].properties.map(\.name) == ["n", "t", "x"])
    #expect(features[0].properties.map(\.value) == ["1.50", "Ménaka 😀\n", "true"])
    #expect(features[0].area == nil)
  }

  private static let refused: [(geometry: String, problem: GeoJSONError.Problem, column: Int)] = [
    (
      #"{"type":"Polygon","coordinates":[[[0,0],[500000.5,0],[4,4],[0,0]]]}"#,
      .outOfRange(axis: .longitude, value: "500000.5"), 54
    ),
    (
      #"{"type":"Polygon","coordinates":[[[0,0],[4,-90.01],[4,4],[0,0]]]}"#,
      .outOfRange(axis: .latitude, value: "-90.01"), 56
    ),
    (#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4]]]}"#, .shortRing(positions: 3), 46),
    (#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[1,0]]]}"#, .openRing, 46),
    (#"{"type":"Polygon","coordinates":[[[0,0],[4,4],[8,8],[0,0]]]}"#, .flatRing, 46),
    (#"{"type":"Polygon","coordinates":[[[0,0],[4],[4,4],[0,0]]]}"#, .badPosition, 53),
    (#"{"type":"Polygon","coordinates":[[[0,0],[4,"0"],[4,4],[0,0]]]}"#, .badPosition, 56),
    (#"{"type":"Polygon","coordinates":[]}"#, .badPosition, 45),
    (#"{"type":"Point","coordinates":[1,2]}"#, .noArea(type: "Point"), 13),
    (#"{"type":"Polygon"}"#, .missing("coordinates"), 13),
    (#"{"type":"MultiPolygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]}"#, .missing("coordinates"), 13),
    (
      #"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]"#,
      .syntax(expected: "a comma or the end of the list"), 71
    ),
    (#"[]"#, .missing("geometry"), 13),
    (#"{"type":"Polygon","coordinates":[[[0,0],[04,0],[4,4],[0,0]]]}"#, .syntax(expected: "a number"), 54),
  ]

  @Test(arguments: refused.indices)
  func `what cannot be drawn is refused with its feature and place`(index: Int) throws {
    let (geometry, problem, column) = Self.refused[index]
    let error = try #require(throws: GeoJSONError.self) { try Self.read(Self.collection(geometry)) }
    #expect(error.problem == problem)
    #expect(error.feature == 2)
    #expect(error.line == 2)
    #expect(error.column == column, "\(geometry)")
    #expect(error.message.hasPrefix("feature 2, line 2, column \(column): "))
  }

  @Test func `other formats and reference systems are refused`() throws {
    func problem(_ text: String) -> GeoJSONError.Problem? {
      do {
        _ = try GeoJSON(Array(text.utf8))
        return nil
      } catch { return error.problem }
    }
    #expect(problem(#"{"type":"Topology","objects":{},"arcs":[]}"#) == .topoJSON)
    #expect(problem(#"{"arcs":[[[1,2]]],"type":"Topology"}"#) == .topoJSON)
    #expect(problem(#"{"type":"Polygon","coordinates":[]}"#) == .notFeatures(type: "Polygon"))
    #expect(problem("{}") == .notFeatures(type: nil))
    #expect(problem("name,lat,lon\n") == .syntax(expected: "an object"))
    #expect(problem("") == .syntax(expected: "an object"))
    let utm = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32630"}},"#
    #expect(problem(Self.collection("null", before: utm)) == .otherSystem(name: "urn:ogc:def:crs:EPSG::32630"))
    let wgs = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"#
    #expect(problem(Self.collection("null", before: wgs)) == nil)
    #expect(problem(String(repeating: #"{"a":"#, count: 200)) == .tooDeep)
    #expect(problem(Self.collection("null") + "x") == .syntax(expected: "the end of the file"))
  }

  @Test(arguments: SeededRandom.seeds(30))
  func `decimals are read as every other reader reads them`(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let digits = random.below(18)
    let text = "\(random.below(180)).\((0...digits).map { _ in String(random.below(10)) }.joined())"
    let written = random.once(in: 3) ? text + "e-\(random.below(20))" : text
    let features = try Self.read(
      Self.collection(#"{"type":"Polygon","coordinates":[[[\#(written),0],[-1,0],[-1,4],[\#(written),0]]]}"#))
    #expect(features[1].area?.bounds?.most.x == Double(written))
  }

  @Test(arguments: SeededRandom.seeds(60))
  func `no damaged file is a crash`(seed: UInt64) {
    var random = SeededRandom(seed)
    var bytes = Array(Self.collection(#"{"type":"Polygon","coordinates":[[[0,0],[4e0,0],[4,4.5],[0,0]]]}"#).utf8)
    for _ in 0...random.below(3) {
      let place = random.below(bytes.count)
      switch random.below(3) {
      case 0 where bytes.count > 1: bytes.remove(at: place)
      case 1: bytes[place] = UInt8(random.below(256))
      default: bytes = Array(bytes[..<max(1, place)])
      }
    }
    _ = try? GeoJSON(bytes)
  }

  @Test(.enabled(if: SharedData.isPresent))
  func `the cercles of Mali are read, and dissolve into one country`() throws {
    let features = try GeoJSON(SharedData.bytes("data/mali-boundaries/mali_adm2_cercles.geojson")).features
    #expect(features.count == 50)
    #expect(features.allSatisfy { $0.value(of: "adm2_pcode")?.hasPrefix("ML") == true })
    let areas = features.compactMap(\.area)
    let country = Area.dissolved(areas)
    #expect(country.polygons.count == 1)
    #expect(abs(country.size - areas.reduce(0) { $0 + $1.size }) < 1e-9)
    #expect(throws: GeoJSONError.self) {
      try GeoJSON(SharedData.bytes("data/mali-boundaries/mali_adm1_naturalearth.topo.json"))
    }
  }
}
