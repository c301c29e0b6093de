import ViewStore
import Views

/// The page of a map: its measures, and its head with what was asked.
struct MapPaper {
  let answer: Answer

  static let width = 920.0
  static let margin = 16.0
  static let mapWidth = 640.0
  static let tallestMap = 700.0
  static let lineHeight = 14.0

  /// Where the map begins.
  static let headHeight = 88.0

  /// The title, what the view says, both clocks with the profile, and the log with its root.
  func writeHead(_ reading: Reading, _ origin: String, title: String? = nil, to svg: inout SVG) {
    let lines: [(String, Double, Double, String)] = [
      (title ?? "Who controls what on \(answer.at)", 20.0, 26.0, "#111111"),
      (reading.clocks.joined(separator: " · "), 12, 46, "#333333"),
      ("\(origin) · root \(Hex.text(reading.root))", 10, 62, "#555555"),
    ]
    for (text, size, y, colour) in lines {
      svg.text(
        text, "text",
        [
          "x": .number(MapPaper.margin), "y": .number(y), "font-size": .number(size), "fill": .text(colour),
          "font-weight": .text(size > 16 ? "bold" : "normal"),
        ])
    }
  }
}
