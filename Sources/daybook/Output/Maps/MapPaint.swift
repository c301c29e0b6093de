/// What the areas of a map are filled with: form tells the status, colour the actor, paleness the age.
///
/// Forms differ without any colour, so that a map can be read in grey.
struct MapPaint {
  /// How the actors of a status are shown.
  enum Form: Hashable {
    /// Held.
    case plain
    /// Contested: broad stripes of all who contest it.
    case stripes
    /// Claimed: thin lines.
    case lines
    /// Influence: dots.
    case dots
    /// The last controller left and nobody came.
    case crosses
    /// Unknown.
    case nothing
  }

  private struct Pattern: Hashable {
    var form: Form
    var colours: [RGB]
  }

  let colours: ActorColours
  private let ids: String
  private var patterns: [Pattern] = []

  static let unknown = RGB(0xECECEC)
  static let paleness = 62

  /// - Parameter ids: what the ids of the patterns begin with, so that several drawings can stand in one page.
  init(_ colours: ActorColours, ids: String) {
    self.colours = colours
    self.ids = ids
  }

  /// The value of `fill` for a holding.
  mutating func fill(_ holding: Holding) -> SVG.Value {
    fill(MapPaint.form(holding.status), holding.actors.map { colours[$0] }, isStale: holding.isStale)
  }

  /// The value of `fill` for colours in a form.
  mutating func fill(_ form: Form, _ colours: [RGB], isStale: Bool = false) -> SVG.Value {
    let colours = isStale ? colours.map { $0.whitened(MapPaint.paleness) } : colours
    guard form != .nothing else { return .text(MapPaint.unknown.text) }
    if form == .plain || form == .stripes && colours.count < 2, let only = colours.first { return .text(only.text) }
    let pattern = Pattern(form: form, colours: colours)
    let number = patterns.firstIndex(of: pattern) ?? patterns.count
    if number == patterns.count { patterns.append(pattern) }
    return .text("url(#\(ids)-\(number))")
  }

  static func form(_ status: String) -> Form {
    switch status {
    case "controlled": .plain
    case "contested": .stripes
    case "claimed": .lines
    case "influence": .dots
    case "none": .crosses
    default: .nothing
    }
  }

  /// Writes the patterns that were asked for.
  func write(to svg: inout SVG) {
    guard !patterns.isEmpty else { return }
    svg.element("defs") { svg in
      for (number, pattern) in patterns.enumerated() { MapPaint.write(pattern, "\(ids)-\(number)", &svg) }
    }
  }

  private static func write(_ pattern: Pattern, _ id: String, _ svg: inout SVG) {
    let count = max(1, pattern.colours.count)
    switch pattern.form {
    case .stripes:
      tile(id, 6 * Double(count), 6, turned: true, RGB(0xFFFFFF), &svg) { svg in
        for (index, colour) in pattern.colours.enumerated() {
          svg.add("rect", ["x": .number(6 * Double(index)), "width": 6, "height": 6, "fill": .text(colour.text)])
        }
      }
    case .lines:
      tile(id, 5 * Double(count), 5, turned: true, RGB(0xFFFFFF), &svg) { svg in
        for (index, colour) in pattern.colours.enumerated() {
          svg.add("rect", ["x": .number(5 * Double(index)), "width": 2, "height": 5, "fill": .text(colour.text)])
        }
      }
    case .dots:
      tile(id, 7 * Double(count), 7, turned: true, RGB(0xFFFFFF), &svg) { svg in
        for (index, colour) in pattern.colours.enumerated() {
          svg.add("circle", ["cx": .number(7 * Double(index) + 3.5), "cy": 3.5, "r": 2, "fill": .text(colour.text)])
        }
      }
    case .crosses:
      tile(id, 8, 8, turned: false, RGB(0xFFFFFF), &svg) { svg in
        svg.add("path", ["d": "M2 2l4 4m0-4l-4 4", "stroke": "#9A9A9A", "stroke-width": 1])
      }
    case .plain, .nothing: break
    }
  }

  private static func tile(
    _ id: String, _ width: Double, _ height: Double, turned: Bool, _ ground: RGB, _ svg: inout SVG,
    _ content: (inout SVG) -> Void
  ) {
    svg.element(
      "pattern",
      [
        "id": .text(id), "width": .number(width), "height": .number(height), "patternUnits": "userSpaceOnUse",
        "patternTransform": .text(turned ? "rotate(45)" : "rotate(0)"),
      ]
    ) { svg in
      svg.add("rect", ["width": .number(width), "height": .number(height), "fill": .text(ground.text)])
      content(&svg)
    }
  }
}
