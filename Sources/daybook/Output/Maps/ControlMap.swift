import Geometry
import Ledger
import ViewStore
import Views
import Vocabulary

/// The answer of the control view as a map in SVG, with its legend, both clocks, profile, size and root of the log.
///
/// Areas are filled by status and actor, what is coarser than a drawn part of it is a band along its border, towns are
/// discs. What the map has no place for is written below it. The same question at the same checkpoint gives the same
/// bytes.
struct ControlMap {
  let reading: Reading
  let origin: String
  let atlas: Atlas
  /// The names of actors on the day asked about.
  let names: [Verbatim: String]
  let holdings: [(row: Row, holding: Holding)]
  /// The places that were asked about; `nil` for all.
  let inside: [String]?

  /// The map of an answer of the control view, of those places that were asked about.
  init(_ reading: Reading, inside: [String]? = nil, of ledger: Ledger, _ views: ViewStore) throws {
    let snapshot = try views.snapshot(at: Moment(known: reading.size, published: reading.answer.published))
    let references = References(snapshot)
    let answer = reading.answer
    self.reading = reading
    self.inside = inside
    origin = ledger.origin
    atlas = try Atlas(ledger, references, on: answer.at, for: answer.rows.map(\.key))
    holdings = answer.rows.map { ($0, Holding($0, answer.columns)) }
    let actors = Set(holdings.flatMap(\.holding.actors).map(Verbatim.init))
    names = Dictionary(
      actors.map { ($0, references.actorName($0.text, on: answer.at)) }, uniquingKeysWith: { first, _ in first })
    if let failure = snapshot.failure { throw failure }
  }

  /// The drawing.
  ///
  /// - Parameter ids: what its ids begin with; every drawing in one page of HTML needs its own.
  func svg(ids: String = "control") -> SVG {
    let paper = MapPaper(answer: reading.answer)
    let layers = MapLayers(atlas, holdings, inside: inside)
    let shapes = MapShapes(
      layers.areas, points: layers.points.map(\.point), width: MapPaper.mapWidth, tallest: MapPaper.tallestMap)
    var paint = MapPaint(ActorColours(names.keys), ids: ids)
    let legend = MapLegend(names: names, paint: &paint)
    let notes = MapNotes(atlas, layers.unplaced).lines
    let head = MapPaper.headHeight
    let mapHeight = shapes?.height ?? 60
    let foot = head + max(mapHeight + 18, legend.height) + 16
    let height = foot + Double(notes.count) * MapPaper.lineHeight + 10
    var svg = SVG(
      width: MapPaper.width, height: height, title: "Control on \(reading.answer.at)",
      description: (reading.clocks + ["\(origin), root \(Hex.text(reading.root))"]).joined(separator: ", "))
    var fills: [Verbatim: SVG.Value] = [:]
    for (row, holding) in holdings { fills[Verbatim(row.key)] = paint.fill(holding) }
    paint.write(to: &svg)
    svg.add("rect", ["width": .number(MapPaper.width), "height": .number(height), "fill": "#FFFFFF"])
    paper.writeHead(reading, origin, to: &svg)
    svg.element("g", ["transform": .text("translate(\(SVG.number(MapPaper.margin)) \(SVG.number(head)))")]) { svg in
      if let shapes {
        MapSheet(shapes, layers, fills, paint.colours, ids: ids, columns: reading.answer.columns).write(to: &svg)
      } else {
        let text =
          holdings.isEmpty
          ? Silence.noEvidence
          : "Nothing to draw: no place of the answer has a boundary or coordinates."
        svg.text(text, "text", ["y": 20])
      }
    }
    let left = MapPaper.margin + MapPaper.mapWidth + 20
    svg.element("g", ["transform": .text("translate(\(SVG.number(left)) \(SVG.number(head)))")]) {
      legend.write(to: &$0)
    }
    for (number, line) in notes.enumerated() {
      let y = foot + Double(number) * MapPaper.lineHeight + 8
      svg.text(line, "text", ["x": .number(MapPaper.margin), "y": .number(y), "font-size": 10, "fill": "#444444"])
    }
    return svg
  }
}
