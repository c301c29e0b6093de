import Geometry
import Views

/// The map itself: land, borders, fills, towns, names and a scale.
struct MapSheet {
  private let shapes: MapShapes
  private let layers: MapLayers
  private let fills: [Verbatim: SVG.Value]
  /// The colours of discs too small for a pattern: a ring for a claim, a dot for influence.
  private let discs: [Verbatim: SVG.Value]
  private let ids: String
  private let columns: [Column]

  /// - Parameters:
  ///   - fills: by the keys of the rows.
  ///   - ids: what ids begin with.
  ///   - columns: of the answer, for what an area says when it is pointed at.
  init(
    _ shapes: MapShapes, _ layers: MapLayers, _ fills: [Verbatim: SVG.Value], _ colours: ActorColours, ids: String,
    columns: [Column]
  ) {
    (self.shapes, self.layers, self.fills, self.ids, self.columns) = (shapes, layers, fills, ids, columns)
    var discs: [Verbatim: SVG.Value] = [:]
    for (entry, _) in layers.points where ["claimed", "influence"].contains(entry.holding.status) {
      guard entry.holding.actors.count == 1, let actor = entry.holding.actors.first else { continue }
      let colour = entry.holding.isStale ? colours[actor].whitened(MapPaint.paleness) : colours[actor]
      discs[Verbatim(entry.row.key)] = .text(colour.text)
    }
    self.discs = discs
  }

  /// Writes the map with names and a scale.
  func write(to svg: inout SVG) {
    writeAreas(to: &svg)
    var labels = MapLabels(width: shapes.width, height: shapes.height)
    writePoints(&labels, radius: 5, to: &svg)
    writeNames(&labels, to: &svg)
    writeScale(to: &svg)
  }

  /// Writes the map without names, for a small picture.
  func writeSmall(to svg: inout SVG) {
    writeAreas(to: &svg)
    for (entry, point) in layers.points { disc(entry, shapes.place(point), radius: 3, to: &svg) }
  }

  private func writeAreas(to svg: inout SVG) {
    svg.add(
      "rect",
      [
        "width": .number(shapes.width), "height": .number(shapes.height), "fill": "#F7FAFC", "stroke": "#B8C0C8",
        "stroke-width": 1,
      ])
    let border: SVG.Attributes = ["stroke": "#FFFFFF", "stroke-width": 0.8, "stroke-linejoin": "round"]
    svg.element("g", border) { svg in
      let silent = shapes.path(layers.silent + layers.nameless)
      if !silent.isEmpty { svg.add("path", ["d": .text(silent), "fill": .text(MapPaint.unknown.text)]) }
      for entry in layers.filled { area(entry, to: &svg) }
    }
    for (number, entry) in layers.bands.enumerated() where entry.holding.status != "unknown" {
      band(entry, number, to: &svg)
    }
  }

  private func area(_ entry: MapLayers.Entry, to svg: inout SVG) {
    let path = shapes.path(entry.row.key)
    guard !path.isEmpty else { return }
    let isKnown = entry.holding.status != "unknown"
    svg.element(
      "path",
      [
        "d": .text(path), "fill": fill(entry), "fill-rule": "evenodd", "stroke": .text(isKnown ? "#444444" : "#FFFFFF"),
      ]
    ) { $0.text(told(entry), "title") }
  }

  /// A band along the inside of a border.
  private func band(_ entry: MapLayers.Entry, _ number: Int, to svg: inout SVG) {
    let path = shapes.path(entry.row.key)
    guard !path.isEmpty else { return }
    let id = "\(ids)-band-\(number)"
    svg.element("clipPath", ["id": .text(id)]) { $0.add("path", ["d": .text(path), "clip-rule": "evenodd"]) }
    svg.element(
      "path",
      [
        "d": .text(path), "fill": "none", "stroke": fill(entry), "stroke-width": 14,
        "clip-path": .text("url(#\(id))"),
      ]
    ) { $0.text(told(entry), "title") }
    svg.add("path", ["d": .text(path), "fill": "none", "stroke": "#444444", "stroke-width": 1])
  }

  private func writePoints(_ labels: inout MapLabels, radius: Double, to svg: inout SVG) {
    let placed = layers.points.map { ($0.entry, shapes.place($0.point)) }
    for (_, place) in placed {
      labels.keep(left: place.x - radius, top: place.y - radius, width: 2 * radius, height: 2 * radius)
    }
    // What is known of is drawn last, over what is not.
    let order = placed.filter { $0.0.holding.status == "unknown" } + placed.filter { $0.0.holding.status != "unknown" }
    for (entry, place) in order { disc(entry, place, radius: radius, to: &svg) }
    for (entry, place) in order.reversed() {
      let isKnown = entry.holding.status != "unknown"
      let size = isKnown ? 11.0 : 9.5
      let name = name(entry)
      guard let start = labels.place(name, size: size, beside: place, distance: radius + 3) else { continue }
      label(name, start, size, isKnown ? "#111111" : "#666666", anchor: "start", to: &svg)
    }
  }

  private func disc(_ entry: MapLayers.Entry, _ place: Point, radius: Double, to svg: inout SVG) {
    let isKnown = entry.holding.status != "unknown"
    let mark = discs[Verbatim(entry.row.key)]
    svg.element("g") { svg in
      svg.text(told(entry), "title")
      svg.add(
        "circle",
        [
          "cx": .number(place.x), "cy": .number(place.y), "r": .number(isKnown ? radius : radius * 0.55),
          "fill": isKnown && mark == nil ? fill(entry) : "#FFFFFF", "stroke": .text(isKnown ? "#222222" : "#777777"),
          "stroke-width": .number(isKnown ? 1.2 : 0.9),
        ])
      guard let mark, isKnown else { return }
      let isRing = entry.holding.status == "claimed"
      svg.add(
        "circle",
        [
          "cx": .number(place.x), "cy": .number(place.y), "r": .number(radius * (isRing ? 0.64 : 0.45)),
          "fill": isRing ? "none" : mark, "stroke": isRing ? mark : "none", "stroke-width": .number(radius * 0.42),
        ])
    }
  }

  private func writeNames(_ labels: inout MapLabels, to svg: inout SVG) {
    for entry in layers.filled + layers.bands.filter({ $0.holding.status != "unknown" }) {
      let isKnown = entry.holding.status != "unknown"
      let name = name(entry)
      for size in isKnown ? [12.0, 10.5, 9] : [9.5] {
        guard let middle = labels.place(name, size: size, within: shapes.rings(entry.row.key)) else { continue }
        label(name, middle, size, isKnown ? "#111111" : "#666666", anchor: "middle", to: &svg)
        break
      }
    }
    for id in layers.silent {
      let name = layers.names[Verbatim(id)] ?? id
      guard let middle = labels.place(name, size: 9.5, within: shapes.rings(id)) else { continue }
      label(name, middle, 9.5, "#888888", anchor: "middle", to: &svg)
    }
  }

  /// A name with a pale edge, so that it can be read on any fill.
  private func label(
    _ text: String, _ place: Point, _ size: Double, _ colour: String, anchor: String, to svg: inout SVG
  ) {
    for isEdge in [true, false] {
      svg.text(
        text, "text",
        [
          "x": .number(place.x), "y": .number(place.y), "font-size": .number(size), "text-anchor": .text(anchor),
          "fill": .text(isEdge ? "none" : colour), "stroke": .text(isEdge ? "#FFFFFF" : "none"),
          "stroke-width": .number(isEdge ? 3 : 0), "stroke-linejoin": "round", "stroke-opacity": 0.85,
          "pointer-events": "none",
        ])
    }
  }

  private func writeScale(to svg: inout SVG) {
    let longest = shapes.kilometresPerPixel * 150
    var (length, factor) = (1.0, 1.0)
    while factor * 10 <= longest { factor *= 10 }
    for step in [1.0, 2, 5] where step * factor <= longest { length = step * factor }
    let (width, x, y) = (length / shapes.kilometresPerPixel, 1.0, shapes.height + 14)
    svg.add(
      "path",
      [
        "d": .text("M\(SVG.number(x)) \(SVG.number(y - 5))v5h\(SVG.number(width))v-5"), "fill": "none",
        "stroke": "#333333", "stroke-width": 1.5,
      ])
    let text = length < 1 ? "\(Int(length * 1000)) m" : "\(Int(length)) km"
    svg.text(text, "text", ["x": .number(x + width + 6), "y": .number(y), "font-size": 10, "fill": "#333333"])
  }

  private func fill(_ entry: MapLayers.Entry) -> SVG.Value {
    fills[Verbatim(entry.row.key)] ?? .text(MapPaint.unknown.text)
  }

  /// The name on the map; what is said only of a part of a place says so.
  private func name(_ entry: MapLayers.Entry) -> String {
    let name = layers.names[Verbatim(entry.row.key)] ?? entry.row.key
    return entry.holding.part.map { "\(name) (\($0))" } ?? name
  }

  /// Everything a row says, for whoever points at it.
  private func told(_ entry: MapLayers.Entry) -> String {
    let row = entry.row
    let name = layers.names[Verbatim(row.key)] ?? row.key
    var lines = ["\(name) (\(row.key)): \(entry.holding.text)"]
    for (column, cell) in zip(columns, row.cells)
    where !["place", "name", "status", "extent", "holders"].contains(column.name) && !cell.description.isEmpty {
      lines.append("\(column.title.lowercased()): \(cell)")
    }
    if row.roots > 0 { lines.append("independent roots: \(row.roots)") }
    if let grade = row.grade { lines.append("grade: \(grade)") }
    lines += row.because.map { "because \($0.text)" } + row.against.map { "against \($0.text)" }
    if !row.ignored.isEmpty { lines.append("ignored: \(row.ignored.count)") }
    if !row.disputes.isEmpty { lines.append("disputed by " + row.disputes.map { "#\($0)" }.joined(separator: " ")) }
    return lines.joined(separator: "\n")
  }
}
