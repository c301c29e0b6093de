import Views

/// What the colours and forms of a map mean.
struct MapLegend {
  private struct Line {
    var fill: SVG.Value?
    var text: [String]
    var isTitle = false
    var above = 0.0
  }

  private var lines: [Line] = []

  static let width = 228.0
  private static let lineHeight = 15.0
  private static let gap = 6.0

  /// - Parameters:
  ///   - names: of the actors on the map.
  ///   - paint: what the map is painted with; gets the patterns of the legend.
  init(names: [Verbatim: String], paint: inout MapPaint) {
    let actors = names.keys.sorted()
    if !actors.isEmpty { title("Actors") }
    for actor in actors {
      add(paint.fill(.plain, [paint.colours[actor.text]]), "\(names[actor] ?? actor.text) (\(actor.text))")
    }
    title("Status", after: 8)
    let (one, other) = (RGB(0x555555), RGB(0xBDBDBD))
    add(paint.fill(.plain, [one]), "controlled")
    add(paint.fill(.stripes, [one, other]), "contested, by those of the colours")
    add(paint.fill(.lines, [one]), "claimed: weak or interested evidence only")
    add(paint.fill(.dots, [one]), "influence: present without control")
    add(paint.fill(.crosses, []), "none: the last controller left, nobody came")
    add(paint.fill(.nothing, []), "unknown: no evidence")
    add(paint.fill(.plain, [one], isStale: true), "pale: the evidence is stale")
    add(nil, "Towns: a full disc is held, a ring claimed, a dot influence.")
    add(nil, "(part), (rural) …: said of that much of the place")
    add(nil, "A band along a border is said of the larger place, not of what lies in it.")
  }

  private mutating func title(_ text: String, after gap: Double = 0) {
    lines.append(Line(fill: nil, text: [text], isTitle: true, above: gap))
  }

  private mutating func add(_ fill: SVG.Value?, _ text: String) {
    let room = MapLegend.width - (fill == nil ? 0 : 30)
    lines.append(Line(fill: fill, text: SVG.lines(of: text, size: 11, within: room)))
  }

  /// How tall it is, in pixels.
  var height: Double {
    lines.reduce(0) { $0 + $1.above + Double($1.text.count) * MapLegend.lineHeight + MapLegend.gap }
  }

  func write(to svg: inout SVG) {
    var y = 0.0
    for line in lines {
      y += line.above
      if let fill = line.fill {
        svg.add(
          "rect",
          [
            "x": 0, "y": .number(y), "width": 22, "height": 14, "fill": fill, "stroke": "#444444", "stroke-width": 0.7,
          ])
      }
      for text in line.text {
        svg.text(
          text, "text",
          [
            "x": .number(line.fill == nil ? 0 : 30), "y": .number(y + 11), "font-size": .number(line.isTitle ? 12 : 11),
            "font-weight": .text(line.isTitle ? "bold" : "normal"), "fill": "#222222",
          ])
        y += MapLegend.lineHeight
      }
      y += MapLegend.gap
    }
  }
}
