import Foundation
import Testing
import Views

@testable import Exchange

/// Each format is what its standard says, whatever stands in the cells, and no row is dropped.
@Suite struct ExportFormatTests {
  static let columns: [ExportColumn] = [
    .init("key", .text, "#meta+key", "A key."), .init("name", .text, "#loc+name", "A name."),
    .init("lat", .decimal, "#geo+lat", "A number."), .init("sure", .flag, "#meta+sure", "Truth."),
    .init("day", .day, "#date", "A day."), .init("words", .texts, "#meta+words", "Words."),
    .init("events", .positions, "#event", "Positions."), .init("roots", .integer, "#meta+roots", "How many."),
    .init("as_of", .integer, "#meta+as_of", "A position."),
  ]

  static let head = ExportHead(
    name: "control", title: "who holds a place", origin: "example.org/mali",
    asked: [("log_root", .text("ab")), ("published_by", .none)], columns: columns)

  static func row(
    _ key: String, _ name: String?, lat: String? = nil, words: [String] = [], geometry: ExportGeometry? = nil,
    recorded: [UInt8]? = nil
  ) -> ExportRow {
    ExportRow(
      key: key,
      cells: [
        .text(key), .init(name), .init(lat), .flag(true), .text("2023-08-25"), .texts(words), .positions([1, 23]),
        .integer(2), .none,
      ], geometry: geometry, happening: .init(id: key, type: "daybook.view.control", subject: key, recorded: recorded))
  }

  static func text(_ format: some ExportFormat, _ rows: [ExportRow]) -> String {
    var format = format
    var bytes: [UInt8] = []
    format.begin(head, &bytes)
    for row in rows { format.add(row, &bytes) }
    format.end(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Texts that have broken exporters before.
  static let hard = [
    "=cmd|' /C calc'!A0", "+33 1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "a,b", "a\"b", "a\nb",
    "\u{1}\u{7F}",
    "", " ", "'", "الجيش", "\u{2028}", "-inf", "-5", "1e5",
  ]

  @Test func `a spreadsheet runs no cell, and numbers stay numbers`() {
    let isRun: Set<String> = Set(Self.hard.prefix(9) + ["-inf"])
    for text in Self.hard {
      #expect(CSVExport.harmless(text) == (isRun.contains(text) ? "'" + text : text), "\(text.debugDescription)")
    }
    let lines = Self.text(CSVExport(.spreadsheet), [Self.row("k", "=1+1")]).split(separator: "\r\n")
    #expect(lines[0].contains("spreadsheet form") && lines[0].contains("log_root ab"))
    #expect(lines[1].hasPrefix("key,name,lat"))
    #expect(lines[2].hasPrefix("#meta+key,#loc+name,#geo+lat"))
    #expect(lines[3] == "k,'=1+1,,yes,2023-08-25,,#1 #23,2,")
  }

  @Test func `the typed form keeps every text, and tells nothing from an empty text`() throws {
    let rows = Self.hard.map { Self.row("k", $0, words: ["a;b", "\"c\""]) } + [Self.row("k", nil)]
    let lines = Self.text(CSVExport(.typed), rows)
    let parsed = Self.parse(lines)
    #expect(parsed[0].compactMap { $0 } == Self.columns.map(\.name))
    let wanted: [String?] = Self.hard.map(Optional.some) + [nil]
    #expect(parsed.dropFirst().map { $0[1] } == wanted)
    #expect(parsed[1][3] == "true" && parsed[1][5] == #"["a;b","\"c\""]"# && parsed[1][6] == "[1,23]")
    #expect(parsed.allSatisfy { $0.count == Self.columns.count })
  }

  @Test func `GeoJSON keeps rows of the same name, and places, areas and nothing`() throws {
    let square: [ExportGeometry.Position] = [.init(0, 0), .init(1, 0), .init(1, 1.12345678), .init(0, 0)]
    let rows =
      [
        Self.row("a", "Gao", geometry: .point(.init(-0.04, 16.27))), Self.row("a", "Gao"),
        Self.row("b", "x", lat: "-3.50", geometry: .polygons([[square]])),
        Self.row("c", "y", geometry: .polygons([[square], [square]])),
      ] + Self.hard.map { Self.row($0, $0) }
    let object = try JSONSerialization.jsonObject(with: Data(Self.text(GeoJSONExport(), rows).utf8))
    let collection = try #require(object as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    #expect(collection["type"] as? String == "FeatureCollection")
    #expect(features.count == rows.count)
    let types = features.prefix(4).map { ($0["geometry"] as? [String: Any])?["type"] as? String }
    #expect(types == ["Point", nil, "Polygon", "MultiPolygon"])
    let names = features.compactMap { ($0["properties"] as? [String: Any])?["name"] as? String }
    #expect(names == ["Gao", "Gao", "x", "y"] + Self.hard)
    #expect((features[2]["properties"] as? [String: Any])?["lat"] as? Double == -3.5)
    #expect(Self.text(GeoJSONExport(), []).hasSuffix("\"features\":[\n]}\n"))
  }

  @Test(arguments: [true, false])
  func `a CloudEvent has what version 1_0 asks for`(isBatch: Bool) throws {
    let rows = [Self.row("a", "Gao", recorded: Array("{\"v\":1}".utf8)), Self.row("a", "Gao"), Self.row("=b\n", "\"")]
    let text = Self.text(CloudEventsExport(isBatch: isBatch), rows)
    let texts = isBatch ? [text] : text.split(separator: "\n").map(String.init)
    let objects = try texts.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    let events = isBatch ? objects.first as? [[String: Any]] : objects as? [[String: Any]]
    #expect(events?.count == rows.count)
    for event in try #require(events) {
      #expect(event["specversion"] as? String == "1.0" && event["type"] as? String == "daybook.view.control")
      #expect(event["source"] as? String == "//example.org/mali" && event["id"] is String)
      #expect(event["roots"] as? String == "2" && event["data"] is [String: Any])
      #expect(
        event.keys.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) } && $0.count <= 20 })
    }
  }

  @Test func `JSON lines are one object each, and carry the recorded object byte for byte`() throws {
    let rows = Self.hard.map { Self.row("k", $0, recorded: Array("{\"a\":[1,2]}".utf8)) }
    let lines = Self.text(JSONLinesExport(), rows).split(separator: "\n")
    #expect(lines.count == rows.count)
    for (line, text) in zip(lines, Self.hard) {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["name"] as? String == text && object?["events"] as? [Int] == [1, 23])
      #expect(line.hasSuffix(",\"recorded_object\":{\"a\":[1,2]}}"))
    }
  }

  @Test(arguments: Views.all.map { $0.name })
  func `no two columns of an export have the same name, and each has a tag`(view: String) throws {
    for columns in [ViewTable.columns(of: try #require(Views.named(view))), EventColumns.all + EventColumns.common] {
      #expect(Set(columns.map(\.name)).count == columns.count, "\(columns.map(\.name))")
      for column in columns {
        #expect(column.hxl.wholeMatch(of: #/#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*/#) != nil, "\(column.hxl)")
        #expect(column.name.wholeMatch(of: #/[a-z_]+/#) != nil && !column.doc.isEmpty)
      }
    }
  }

  /// A plain reader of CSV: nothing between commas is null, `""` the empty text.
  private static func parse(_ text: String) -> [[String?]] {
    var (rows, row): ([[String?]], [String?]) = ([], [])
    var (field, isQuoted, wasQuoted): ([UInt8], Bool, Bool) = ([], false, false)
    func value() -> String? { field.isEmpty && !wasQuoted ? nil : String(decoding: field, as: UTF8.self) }
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted, byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
        field.append(byte)
        index += 1
      } else if byte == 0x22 {
        isQuoted.toggle()
        wasQuoted = true
      } else if !isQuoted, byte == 0x2C || byte == 0x0A {
        row.append(value())
        (field, wasQuoted) = ([], false)
        if byte == 0x0A {
          rows.append(row)
          row = []
        }
      } else {
        field.append(byte)
      }
      index += 1
    }
    return rows
  }
}
