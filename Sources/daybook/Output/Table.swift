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

  /// The columns between two cells: one when words would have to be broken for two.
  private static let gaps = [2, 1]
  /// No words are broken into less than this, even when the lines then outgrow the terminal.
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
    let (widths, gap) = layout(shown, output.width)
    let titles = zip(shown, widths).map { TextWidth.wrapped(columns[$0].title, to: $1) }
    let title = lines(titles, shown, widths, gap)
    if output.isStyled { output.write("\u{1b}[1m") }
    output.write(title.dropLast())
    output.line(output.isStyled ? "\u{1b}[0m" : "")
    for row in rows {
      let cells = zip(shown, widths).map { TextWidth.wrapped(row[$0], to: $1) }
      output.write(lines(cells, shown, widths, gap))
      if !output.isWanted { return }
    }
  }

  /// The widths of the columns and the gap between them.
  private func layout(_ shown: [Int], _ width: Int?) -> (widths: [Int], gap: Int) {
    let widest = Self.gaps[0]
    guard let width else { return (natural(shown), widest) }
    let pieces = widestPieces(shown)
    let between = max(0, shown.count - 1)
    let gap = Self.gaps.first { pieces.reduce(0, +) + $0 * between <= width } ?? widest
    let whole = shown.map { index in rows.reduce(0) { max($0, TextWidth.ofWidestWhole($1[index])) } }
    return (fitted(natural(shown), pieces: pieces, whole: whole, to: width - gap * between), gap)
  }

  private func natural(_ shown: [Int]) -> [Int] {
    shown.map { index in
      rows.reduce(TextWidth.of(columns[index].title)) { max($0, TextWidth.of($1[index])) }
    }
  }

  private func widestPieces(_ shown: [Int]) -> [Int] {
    shown.map { index in
      rows.reduce(TextWidth.ofWidestPiece(columns[index].title)) { max($0, TextWidth.ofWidestPiece($1[index])) }
    }
  }

  /// Narrows the last column first, which should be the longest, then takes from the widest, until the line fits; words
  /// are broken only when that is not enough, and digests never.
  private func fitted(_ natural: [Int], pieces: [Int], whole: [Int], to width: Int) -> [Int] {
    var widths = natural
    var excess = widths.reduce(0, +) - width
    if excess > 0, let last = widths.indices.last {
      let taken = min(excess, max(0, widths[last] - max(Self.leastLast, whole[last])))
      widths[last] -= taken
      excess -= taken
    }
    for floors in [pieces, zip(pieces, whole).map { max(min($0, Self.narrowest), $1) }] {
      while excess > 0 {
        let wide = widths.indices.filter { widths[$0] > floors[$0] }
        guard let widest = wide.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
        excess -= 1
      }
    }
    return widths
  }

  /// The lines of one row whose cells have been wrapped, each with its end.
  private func lines(_ cells: [[String]], _ shown: [Int], _ widths: [Int], _ gap: Int) -> [UInt8] {
    let height = cells.reduce(1) { max($0, $1.count) }
    var text: [UInt8] = []
    func pad(_ count: Int) { text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count)) }
    for row in 0..<height {
      for (position, cell) in cells.enumerated() {
        let piece = row < cell.count ? cell[row] : ""
        let padding = max(0, widths[position] - TextWidth.of(piece))
        let isRight = columns[shown[position]].alignment == .right
        pad((position > 0 ? gap : 0) + (isRight ? padding : 0))
        text.append(contentsOf: piece.utf8)
        if !isRight { pad(padding) }
      }
      while text.last == UInt8(ascii: " ") { text.removeLast() }
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }
}
