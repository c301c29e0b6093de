/// Rows and columns for a person: aligned by what a terminal really shows, wrapped to its width.
struct Table {
  /// On which side of its column a cell stands.
  enum Alignment {
    case left
    case right
  }

  /// One column.
  struct Column {
    var title: String
    var alignment: Alignment = .left
  }

  let columns: [Column]
  private(set) var rows: [[String]] = []

  private static let gap = "  "
  /// No column becomes narrower than this, even when the lines then outgrow the terminal.
  private static let narrowest = 8
  /// How far the last column is narrowed before others are.
  private static let leastLast = 24

  init(_ columns: [Column]) { self.columns = columns }

  init(_ titles: String...) { columns = titles.map { Column(title: $0) } }

  /// Adds a row of as many cells as there are columns.
  mutating func add(_ cells: [String]) {
    precondition(cells.count == columns.count, "a row has a cell for each column")
    rows.append(cells.map(TextWidth.safe))
  }

  /// Writes the table; a column that is empty in every row is left out.
  func write(to output: inout Output) {
    let shown = columns.indices.filter { index in rows.isEmpty || rows.contains { !$0[index].isEmpty } }
    let widths = fitted(natural(shown), to: output.width)
    let title = line(shown.map { [columns[$0].title] }, shown, widths).joined(separator: "\n")
    output.line(output.isStyled ? "\u{1b}[1m\(title)\u{1b}[0m" : title)
    for row in rows {
      let cells = zip(shown, widths).map { TextWidth.wrapped(row[$0], to: $1) }
      for line in line(cells, shown, widths) { output.line(line) }
      if !output.isWanted { return }
    }
  }

  private func natural(_ shown: [Int]) -> [Int] {
    shown.map { index in
      rows.reduce(TextWidth.of(columns[index].title)) { max($0, TextWidth.of($1[index])) }
    }
  }

  /// Narrows the last column first, which should be the longest, then takes from the widest, until the line fits.
  private func fitted(_ natural: [Int], to width: Int?) -> [Int] {
    guard let width else { return natural }
    var widths = natural
    var excess = widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1) - width
    if excess > 0, let last = widths.indices.last {
      let taken = min(excess, max(0, widths[last] - Self.leastLast))
      widths[last] -= taken
      excess -= taken
    }
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// The lines of one row whose cells have been wrapped.
  private func line(_ cells: [[String]], _ shown: [Int], _ widths: [Int]) -> [String] {
    let height = cells.reduce(1) { max($0, $1.count) }
    return (0..<height).map { row in
      var text = ""
      for (position, cell) in cells.enumerated() {
        let piece = row < cell.count ? cell[row] : ""
        let padding = String(repeating: " ", count: max(0, widths[position] - TextWidth.of(piece)))
        if position > 0 { text += Self.gap }
        text += columns[shown[position]].alignment == .right ? padding + piece : piece + padding
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
