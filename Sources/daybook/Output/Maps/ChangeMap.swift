import Geometry
import Ledger
import ViewStore
import Views
import Vocabulary

/// History as small maps in SVG, one for each picture with its date, and below it what changed since the one before.
///
/// All have the same land, colours and scale. A change is written with the events it rests on; the table and JSON lines of
/// the same command say on whose word.
struct ChangeMap {
  /// One small map.
  struct Tile {
    var day: Day
    var reading: Reading
    var holdings: [MapLayers.Entry]
    var atlas: Atlas
    var handovers: [Handover]
  }

  let asking: Asking
  let question: Question
  let sampling: Sampling
  private var tiles: [Tile] = []
  private var names: [Verbatim: String] = [:]

  /// More small maps than that nobody can look at.
  static let most = 120
  private static let columns = 4
  private static let tileWidth = 210.0
  private static let gap = 16.0
  private static let mostLines = 12

  /// Asks for every picture.
  init(_ asking: Asking, _ question: Question, _ sampling: Sampling) throws {
    (self.asking, self.question, self.sampling) = (asking, question, sampling)
    guard sampling.days.count <= ChangeMap.most else {
      throw Complaint(
        .usage,
        "--step \(sampling.step.rawValue): \(sampling.days.count) small maps; at most \(ChangeMap.most) are drawn.\n"
          + "Take a longer step: \(Step.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    var before: Reading?
    var drawn: [Tile] = []
    var called: [Verbatim: String] = [:]
    try sampling.play(question, asking) { sample in
      let map = try ControlMap(sample.reading, of: asking.ledger, asking.views)
      let handovers = try before.map { try Handover.all(from: $0, to: sample, asking) } ?? []
      called.merge(map.names) { $1 }
      drawn.append(
        Tile(day: sample.day, reading: sample.reading, holdings: map.holdings, atlas: map.atlas, handovers: handovers))
      before = sample.reading
      return true
    }
    (tiles, names) = (drawn, called)
  }

  /// The drawing.
  func svg(ids: String = "changes") -> SVG {
    var paint = MapPaint(ActorColours(names.keys), ids: ids)
    let legend = MapLegend(names: names, paint: &paint)
    let fills = tiles.map { tile in
      var fills: [Verbatim: SVG.Value] = [:]
      for (row, holding) in tile.holdings { fills[Verbatim(row.key)] = paint.fill(holding) }
      return fills
    }
    let drawings = drawings()
    let notes = tiles.last.map { MapNotes($0.atlas, [], width: ChangeMap.width - 32).lines } ?? []
    let rows = stride(from: 0, to: tiles.count, by: ChangeMap.columns).map { start in
      drawings[start..<min(start + ChangeMap.columns, tiles.count)].map(\.height).max() ?? 0
    }
    let mapsHeight = rows.reduce(0) { $0 + $1 + ChangeMap.gap }
    let foot = MapPaper.headHeight + max(mapsHeight, legend.height) + 8
    let height = foot + Double(notes.count) * MapPaper.lineHeight + 10
    var svg = SVG(
      width: ChangeMap.width, height: height, title: "Control, \(sampling.stretch)",
      description: sampling.still(question).joined(separator: ", "))
    paint.write(to: &svg)
    svg.add("rect", ["width": .number(ChangeMap.width), "height": .number(height), "fill": "#FFFFFF"])
    writeHead(to: &svg)
    var top = MapPaper.headHeight
    for (row, rowHeight) in rows.enumerated() {
      for column in 0..<ChangeMap.columns where row * ChangeMap.columns + column < tiles.count {
        let number = row * ChangeMap.columns + column
        let left = MapPaper.margin + Double(column) * (ChangeMap.tileWidth + ChangeMap.gap)
        svg.element("g", ["transform": .text("translate(\(SVG.number(left)) \(SVG.number(top)))")]) { svg in
          write(tiles[number], drawings[number], fills[number], paint.colours, ids: "\(ids)-\(number)", to: &svg)
        }
      }
      top += rowHeight + ChangeMap.gap
    }
    let left = ChangeMap.width - MapLegend.width - MapPaper.margin
    svg.element("g", ["transform": .text("translate(\(SVG.number(left)) \(SVG.number(MapPaper.headHeight)))")]) {
      legend.write(to: &$0)
    }
    for (number, line) in notes.enumerated() {
      let y = foot + Double(number) * MapPaper.lineHeight + 8
      svg.text(line, "text", ["x": .number(MapPaper.margin), "y": .number(y), "font-size": 10, "fill": "#444444"])
    }
    return svg
  }

  private static let width =
    2 * MapPaper.margin + Double(columns) * (tileWidth + gap) + 8 + MapLegend.width

  /// What a tile needs to be drawn, and how tall it is.
  private struct Drawing {
    var layers: MapLayers
    var shapes: MapShapes?
    var lines: [(text: String, isTitle: Bool)]
    var height: Double { 22 + (shapes?.height ?? 40) + 6 + Double(lines.count) * 12 }
  }

  /// Lays out every tile on the same land: that of all of them together.
  private func drawings() -> [Drawing] {
    let layers = tiles.map { MapLayers($0.atlas, $0.holdings) }
    let points = layers.flatMap { $0.points.map(\.point) }
    return zip(tiles, layers).map { tile, layer in
      let shapes = MapShapes(
        layer.areas, points: points, width: ChangeMap.tileWidth, tallest: ChangeMap.tileWidth * 1.3)
      return Drawing(layers: layer, shapes: shapes, lines: lines(tile))
    }
  }

  private func lines(_ tile: Tile) -> [(text: String, isTitle: Bool)] {
    guard tile.day != tiles[0].day else { return [("as it was to begin with", false)] }
    var lines: [(text: String, isTitle: Bool)] = []
    for handover in tile.handovers {
      let events = handover.words.map { " #\($0.event)" }.joined()
      let text = "\(handover.name): \(handover.was.text) → \(handover.now.text)\(events)"
      let wrapped = SVG.lines(of: text, size: 9, within: ChangeMap.tileWidth)
      guard lines.count + wrapped.count <= ChangeMap.mostLines else {
        let left = tile.handovers.count - lines.filter(\.isTitle).count
        return lines + [("and \(left) more", false)]
      }
      lines += wrapped.enumerated().map { ($1, $0 == 0) }
    }
    return lines.isEmpty ? [("no change of hands", false)] : lines
  }

  private func write(
    _ tile: Tile, _ drawing: Drawing, _ fills: [Verbatim: SVG.Value], _ colours: ActorColours, ids: String,
    to svg: inout SVG
  ) {
    svg.text("\(tile.day)", "text", ["x": 0, "y": 14, "font-size": 13, "font-weight": "bold", "fill": "#111111"])
    var below = 62.0
    if let shapes = drawing.shapes {
      below = 22 + shapes.height
      svg.element("g", ["transform": "translate(0 22)"]) { svg in
        MapSheet(shapes, drawing.layers, fills, colours, ids: ids, columns: tile.reading.answer.columns).writeSmall(
          to: &svg)
      }
    }
    for (number, line) in drawing.lines.enumerated() {
      let y = below + 12 + Double(number) * 12
      svg.text(
        line.text, "text",
        ["x": .number(line.isTitle ? 0 : 6), "y": .number(y), "font-size": 9, "fill": "#333333"])
    }
  }

  private func writeHead(to svg: inout SVG) {
    guard let last = tiles.last?.reading else { return }
    let lines: [(String, Double, Double)] = [
      ("Control, \(sampling.stretch)", 20.0, 26.0), (sampling.still(question).joined(separator: " · "), 12, 46),
      ("\(asking.ledger.origin) · \(Progress.grouped(last.size)) events · root \(Hex.text(last.root))", 10, 62),
    ]
    for (text, size, y) in lines {
      svg.text(
        text, "text",
        [
          "x": .number(MapPaper.margin), "y": .number(y), "font-size": .number(size), "fill": "#222222",
          "font-weight": .text(size > 16 ? "bold" : "normal"),
        ])
    }
  }
}
