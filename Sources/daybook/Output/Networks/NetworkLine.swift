/// A line between two boxes, with the signs that tell which relation it is.
struct NetworkLine {
  private typealias Point = (x: Double, y: Double)

  private let style: NetworkStyle
  private let isEstablished: Bool
  private let isCurrent: Bool
  private let incidents: Int?
  private let start: Point
  private let end: Point

  /// A line for the legend, 50 long.
  init(sample style: NetworkStyle, isEstablished: Bool = true, isCurrent: Bool = true) {
    (self.style, self.isEstablished, self.isCurrent) = (style, isEstablished, isCurrent)
    (incidents, start, end) = (nil, (0, 0), (50, 0))
  }

  private init(_ edge: Network.Edge, _ start: Point, _ end: Point) {
    style = NetworkStyle(edge.relation)
    (isEstablished, isCurrent, incidents) = (edge.isEstablished, edge.isCurrent, edge.incidents)
    (self.start, self.end) = (start, end)
  }

  /// The lines of all relations; several between the same two run side by side.
  static func all(_ edges: [Network.Edge], _ boxes: [NetworkLayout.Box]) -> [NetworkLine] {
    let groups = Dictionary(grouping: edges.indices) {
      [min(edges[$0].from, edges[$0].to), max(edges[$0].from, edges[$0].to)]
    }
    return edges.indices.compactMap { index in
      let edge = edges[index]
      let group = groups[[min(edge.from, edge.to), max(edge.from, edge.to)]] ?? [index]
      let place = Double(group.firstIndex(of: index) ?? 0) - Double(group.count - 1) / 2
      let (from, to) = (boxes[edge.from], boxes[edge.to])
      let (low, high) = edge.from < edge.to ? (from, to) : (to, from)
      let (dx, dy) = (high.x - low.x, high.y - low.y)
      let length = max((dx * dx + dy * dy).squareRoot(), 1)
      // Not so far aside that a line misses a box.
      let spread = min(16, min(from.height, to.height) / Double(group.count + 1))
      let aside = (x: -dy / length * place * spread, y: dx / length * place * spread)
      let one: Point = (from.x + aside.x, from.y + aside.y)
      let other: Point = (to.x + aside.x, to.y + aside.y)
      guard let start = border(of: from, from: one, towards: other), let end = border(of: to, from: other, towards: one)
      else { return nil }
      return NetworkLine(edge, start, end)
    }
  }

  /// Where the way from a point in a box to one outside it leaves the box.
  private static func border(of box: NetworkLayout.Box, from: Point, towards: Point) -> Point? {
    let (dx, dy) = (towards.x - from.x, towards.y - from.y)
    var part = Double.infinity
    if dx != 0 { part = min(part, (box.x + (dx > 0 ? 1 : -1) * box.width / 2 - from.x) / dx) }
    if dy != 0 { part = min(part, (box.y + (dy > 0 ? 1 : -1) * box.height / 2 - from.y) / dy) }
    guard part.isFinite, part > 0, part < 1 else { return nil }
    return (from.x + dx * part, from.y + dy * part)
  }

  /// Draws the line, its arrow or sign, and the number of incidents.
  func draw(_ svg: inout SVG) {
    let colour = SVG.Value.text(style.colour)
    let width = 1.8 + min(Double(incidents ?? 0), 12) * 0.2
    svg.element("g", ["opacity": isCurrent ? 1 : 0.45]) { svg in
      svg.add(
        "line",
        [
          "x1": .number(start.x), "y1": .number(start.y), "x2": .number(end.x), "y2": .number(end.y),
          "stroke": colour, "stroke-width": .number(width), "stroke-dasharray": isEstablished ? "none" : "6 4",
        ])
      sign(colour, &svg)
      guard let incidents else { return }
      let (x, y) = point(0.5, 0)
      svg.add("circle", ["cx": .number(x), "cy": .number(y), "r": 8, "fill": "#ffffff", "stroke": colour])
      svg.text(
        "\(incidents)", "text",
        ["x": .number(x), "y": .number(y + 3.5), "text-anchor": "middle", "font-size": 10, "fill": "#111111"])
    }
  }

  private func sign(_ colour: SVG.Value, _ svg: inout SVG) {
    switch style {
    case .belongs:
      svg.add(
        "path", ["d": path([tip(9, 5), tip(0, 0), tip(9, -5)]), "fill": "none", "stroke": colour, "stroke-width": 2])
    case .succession, .attacks:
      svg.add("path", ["d": path([tip(10, 5), tip(0, 0), tip(10, -5)], closed: true), "fill": colour])
    case .allied:
      let (x, y) = point(0.5, 0)
      svg.add("circle", ["cx": .number(x), "cy": .number(y), "r": 5, "fill": colour])
    case .signatory:
      let (x, y) = point(0.5, 0)
      svg.add("rect", ["x": .number(x - 5), "y": .number(y - 5), "width": 10, "height": 10, "fill": colour])
    case .hostile:
      let (x, y) = point(0.5, 0)
      let cross = "M\(SVG.number(x - 6)) \(SVG.number(y - 6))l12 12m0 -12l-12 12"
      svg.add("path", ["d": .text(cross), "stroke": colour, "stroke-width": 3, "fill": "none"])
    }
  }

  /// A point on the line, or beside it.
  private func point(_ along: Double, _ aside: Double) -> Point {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = max((dx * dx + dy * dy).squareRoot(), 1)
    return (start.x + dx * along - dy / length * aside, start.y + dy * along + dx / length * aside)
  }

  /// A point so far before the end of the line.
  private func tip(_ before: Double, _ aside: Double) -> Point {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    return point(1 - before / max((dx * dx + dy * dy).squareRoot(), before), aside)
  }

  private func path(_ points: [Point], closed: Bool = false) -> SVG.Value {
    .text("M" + points.map { "\(SVG.number($0.x)) \(SVG.number($0.y))" }.joined(separator: "L") + (closed ? "Z" : ""))
  }
}
