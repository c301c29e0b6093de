import Geometry
import Ledger
import TransparencyLog
import ViewStore
import Views
import Vocabulary

/// The rows of a view as a GeoJSON feature collection (RFC 7946): WGS 84, outlines counter-clockwise.
///
/// Each feature lies where the row's place lies (see ``Atlas``), never where an event's own coordinates are: a map is no
/// more precise than the row. It carries the cells, the reasons, the events with their ids, both clocks, the profile, and
/// size and root of the log. A row whose place nobody can locate has the geometry `null`. The schema is
/// `output_map.json`.
struct MapFeatures {
  private let picture: Picture
  private let ledger: Ledger
  private let atlas: Atlas

  init(_ reading: Reading, of asking: Asking) throws {
    let snapshot = try asking.views.snapshot(at: Moment(known: reading.size, published: reading.answer.published))
    ledger = asking.ledger
    picture = Picture(reading: reading, view: asking.view, origin: ledger.origin)
    let places = reading.answer.rows.compactMap { MapFeatures.place($0, reading.answer) }
    atlas = try Atlas(ledger, References(snapshot), on: reading.answer.at, for: places)
    if let failure = snapshot.failure { throw failure }
  }

  /// Writes the collection, one feature a line.
  func write(to output: inout Output) {
    let answer = picture.answer
    if answer.rows.isEmpty { Silence.note(Silence.noEvidence) }
    let head = JSONText.object([
      ("view", .string(answer.view)), ("asked", picture.reading.asked), ("log", picture.reading.log(picture.origin)),
      ("areas", .array(areas)),
    ]).line.dropFirst().dropLast()
    output.line("{\"type\": \"FeatureCollection\", \(head), \"features\": [")
    for (number, row) in answer.rows.enumerated() {
      output.line(feature(row) + (number + 1 < answer.rows.count ? "," : ""))
      if !output.isWanted { return }
    }
    output.line("]}")
  }

  /// Where the areas come from.
  private var areas: [JSONText] {
    let adopted = atlas.adopted.map { file in
      JSONText.object([
        ("kind", .string("boundaries")), ("event", .position(file.event)), ("gazetteer", .string(file.key)),
        ("version", .string(file.version)), ("evidence", .string(file.digest.hex)),
        ("property", .string(file.property)), ("licence", .text(file.licence)),
      ])
    }
    let cells = atlas.cells.map { cells in
      JSONText.object([
        ("kind", .string("thiessen")), ("level", .string(cells.level)), ("points", .number(cells.count)),
      ])
    }
    return adopted + (cells.map { [$0] } ?? [])
  }

  private func feature(_ row: Row) -> String {
    let answer = picture.answer
    let place = MapFeatures.place(row, answer)
    let location = place.flatMap(atlas.location)
    let properties = zip(answer.columns, row.cells).map { ($0.name, $1.json) } + rest(row, location)
    return
      "{\"type\": \"Feature\", \"id\": \(JSONText.string(row.key).line), \"geometry\": \(MapFeatures.text(location)), "
      + "\"properties\": \(JSONText.object(properties).line)}"
  }

  /// What every row carries, flat, as programs that draw maps like it.
  private func rest(_ row: Row, _ location: Atlas.Location?) -> [(String, JSONText)] {
    let reading = picture.reading
    let ids = row.events.map { JSONText.text(EventLine($0, in: ledger).id?.description) }
    return [
      ("drawn_as", .string(word(location))), ("events", .positions(row.events)), ("event_ids", .array(ids)),
      ("because", .texts(row.because.map(\.text))), ("against", .texts(row.against.map(\.text))),
      ("ignored", .texts(row.ignored.map { "#\($0.event) \($0.text)" })), ("roots", .number(row.roots)),
      ("grade", .text(row.grade?.description)), ("disputes", .positions(row.disputes)),
      ("redactions", .texts(row.redactions)), ("at", .day(reading.answer.at)), ("as_of", .position(reading.asOf)),
      ("published_by", .day(reading.answer.published)), ("profile", .string(reading.answer.profile)),
      ("log_origin", .string(picture.origin)), ("log_size", .position(reading.size)), ("log_root", .hex(reading.root)),
    ]
  }

  private func word(_ location: Atlas.Location?) -> String {
    switch location {
    case .boundary: "boundary"
    case .parts(_, let parts): "parts: " + parts.joined(separator: ", ")
    case .cell: "thiessen cell"
    case .point: "point"
    case nil: "nothing"
    }
  }

  /// The place that a row is about.
  private static func place(_ row: Row, _ answer: Answer) -> String? {
    if case .text(let place) = answer.cell("place", of: row) { place } else { nil }
  }

  private static func text(_ location: Atlas.Location?) -> String {
    switch location {
    case nil: "null"
    case .point(let point)?: "{\"type\": \"Point\", \"coordinates\": \(text(point))}"
    case let place?:
      switch place.area?.polygons ?? [] {
      case let polygons where polygons.count == 1:
        "{\"type\": \"Polygon\", \"coordinates\": \(text(polygons[0]))}"
      case let polygons:
        "{\"type\": \"MultiPolygon\", \"coordinates\": [\(polygons.map(text).joined(separator: ","))]}"
      }
    }
  }

  private static func text(_ polygon: Area.Polygon) -> String {
    "[" + polygon.rings.map { "[" + ($0 + $0.prefix(1)).map(text).joined(separator: ",") + "]" }.joined(separator: ",")
      + "]"
  }

  private static func text(_ point: Point) -> String { "[\(number(point.x)),\(number(point.y))]" }

  /// At most seven decimals: a centimetre.
  private static func number(_ degrees: Double) -> String {
    let rounded = (degrees * 1e7).rounded()
    let (whole, rest) = Int(abs(rounded)).quotientAndRemainder(dividingBy: 10_000_000)
    var digits = String(10_000_000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return (rounded < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : ".\(digits)")
  }
}
