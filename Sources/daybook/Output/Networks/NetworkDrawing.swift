/// A network as a drawing: boxes for actors, lines for relations, a legend, and what the drawing was made from.
struct NetworkDrawing {
  private let network: Network
  private let title: String
  private let notes: [String]
  private let labels: [[String]]
  private let layout: NetworkLayout

  private static let margin = 24.0
  private static let nameSize = 13.0
  private static let smallSize = 10.5
  private static let column = 330.0

  /// - Parameters:
  ///   - notes: the clocks, the profile, the checkpoint.
  init(_ network: Network, title: String, notes: [String]) {
    (self.network, self.title, self.notes) = (network, title, notes)
    labels = network.nodes.map { Array(SVG.lines(of: $0.name, size: Self.nameSize, within: 170).prefix(4)) }
    let sizes = zip(network.nodes, labels).map { node, lines in
      let names = lines.map { SVG.width(of: $0, size: Self.nameSize) }
      let widest = (names + [SVG.width(of: Self.small(node), size: Self.smallSize)]).max() ?? 0
      return (width: widest + 18, height: Double(lines.count) * 16 + 14 + 10)
    }
    layout = NetworkLayout(sizes: sizes, links: network.edges.map { ($0.from, $0.to) }, room: 1100)
  }

  private static func small(_ node: Network.Node) -> String {
    node.type.isEmpty ? node.key : "\(node.key) · \(node.type)"
  }

  /// The drawing.
  func svg() -> SVG {
    let width = max(layout.width, 2 * Self.column + 60) + 2 * Self.margin
    let head = 58.0
    let captions = footnotes(within: width - 2 * Self.margin)
    let height = head + layout.height + 40 + legendHeight + Double(captions.count) * 15 + Self.margin
    var svg = SVG(width: width, height: height, title: title, description: notes.joined(separator: " · "))
    svg.add("rect", ["width": .number(width), "height": .number(height), "fill": "#ffffff"])
    svg.text(
      title, "text",
      ["x": .number(Self.margin), "y": 34, "font-size": 18, "font-weight": "bold", "fill": "#111111"])
    let shift = "translate(\(SVG.number((width - layout.width) / 2)) \(SVG.number(head)))"
    svg.element("g", ["transform": .text(shift)]) { svg in
      for line in NetworkLine.all(network.edges, layout.boxes) { line.draw(&svg) }
      for index in network.nodes.indices { drawNode(index, &svg) }
    }
    let top = head + layout.height + 40
    drawLegend(top, &svg)
    for (number, line) in captions.enumerated() {
      let y = top + legendHeight + Double(number) * 15
      svg.text(
        line, "text",
        ["x": .number(Self.margin), "y": .number(y), "font-size": .number(Self.smallSize), "fill": "#444444"])
    }
    return svg
  }

  private func drawNode(_ index: Int, _ svg: inout SVG) {
    let (box, node) = (layout.boxes[index], network.nodes[index])
    let top = box.y - box.height / 2
    svg.add(
      "rect",
      [
        "x": .number(box.x - box.width / 2), "y": .number(top), "width": .number(box.width),
        "height": .number(box.height), "rx": 5, "fill": .text(NetworkStyle.fill(node.type)), "stroke": "#444444",
      ])
    for (number, line) in labels[index].enumerated() {
      svg.text(
        line, "text",
        [
          "x": .number(box.x), "y": .number(top + 18 + Double(number) * 16), "text-anchor": "middle",
          "font-size": .number(Self.nameSize), "fill": "#111111",
        ])
    }
    svg.text(
      Self.small(node), "text",
      [
        "x": .number(box.x), "y": .number(top + 18 + Double(labels[index].count) * 16), "text-anchor": "middle",
        "font-size": .number(Self.smallSize), "fill": "#444444",
      ])
  }

  /// What stands under the legend: who is not drawn, then what the drawing was made from.
  private func footnotes(within width: Double) -> [String] {
    let alone =
      network.alone.isEmpty ? [] : ["Without a relation on that day: " + network.alone.joined(separator: ", ")]
    return (alone + notes).flatMap { SVG.lines(of: $0, size: Self.smallSize, within: width) }
  }

  private var legendHeight: Double { Double((NetworkStyle.allCases.count + 3) / 2) * 20 + 34 }

  private func drawLegend(_ top: Double, _ svg: inout SVG) {
    let samples =
      NetworkStyle.allCases.map { (NetworkLine(sample: $0), $0.words) } + [
        (NetworkLine(sample: .belongs, isEstablished: false), "dashed: claimed, on weak or interested evidence"),
        (NetworkLine(sample: .belongs, isCurrent: false), "pale: not sure to hold on that day"),
      ]
    let rows = (samples.count + 1) / 2
    for (number, (line, words)) in samples.enumerated() {
      let x = Self.margin + Double(number / rows) * (Self.column + 30)
      let y = top + Double(number % rows) * 20
      svg.element("g", ["transform": .text("translate(\(SVG.number(x)) \(SVG.number(y)))")]) { svg in
        line.draw(&svg)
        svg.text(words, "text", ["x": 62, "y": 4, "fill": "#222222"])
      }
    }
  }
}
