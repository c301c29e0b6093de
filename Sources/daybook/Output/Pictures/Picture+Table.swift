import Views

extension Picture {
  /// The head, the rows in the columns that the view shows, and what a reader must be told besides.
  func writeTable(to output: inout Output) {
    writeHead(to: &output)
    guard !answer.rows.isEmpty else {
      output.line(Silence.noEvidence)
      return
    }
    let width = output.width
    let (columns, spared) = fitting(width)
    var table = Table(columns.map { Table.Column(title: $0.title, alignment: $0.alignment) })
    for place in answer.rows.indices { table.add(columns.map { $0.cells[place] }) }
    table.write(to: &output)
    if tellsReasons { writeReasons(to: &output) }
    if !spared.isEmpty {
      output.line()
      output.line("Left out to fit \(width ?? 0) columns: \(spared.joined(separator: ", ")).")
    }
  }

  /// Every row with its reasons in full, for `--reasons`.
  private func writeReasons(to output: inout Output) {
    for row in answer.rows {
      output.line()
      output.line(row.key)
      for reason in row.because { output.line("  because  \(reason.text)") }
      for reason in row.against { output.line("  against  \(reason.text)") }
      for ignored in row.ignored { output.line("  ignored  #\(ignored.event)  \(ignored.text)") }
      if !output.isWanted { return }
    }
  }

  /// The columns that a width has room for, and the titles of those that had to go.
  private func fitting(_ width: Int?) -> (columns: [Drawn], spared: [String]) {
    var columns = view.shown.compactMap(drawn).filter { column in column.cells.contains { !$0.isEmpty } }
    guard let width else { return (columns, []) }
    var spared: [String] = []
    for name in view.spared where needed(columns) > width {
      guard let place = columns.firstIndex(where: { $0.name == name }) else { continue }
      spared.append(columns.remove(at: place).title.lowercased())
      if name == "place", let place = columns.firstIndex(where: { $0.name == "name" }) {
        columns[place].cells = distinctNames
      }
    }
    return (columns, spared)
  }

  /// The names of the rows' places, with their ids where several places have one name.
  private var distinctNames: [String] {
    var places: [Cell: Set<Cell>] = [:]
    for row in answer.rows { places[answer.cell("name", of: row), default: []].insert(answer.cell("place", of: row)) }
    return answer.rows.map { row in
      let (name, place) = (answer.cell("name", of: row), answer.cell("place", of: row))
      let isShared = name != .none && places[name, default: []].count > 1
      return TextWidth.safe(isShared ? "\(name) (\(place))" : name.description)
    }
  }

  /// How wide a table of these columns is; the last one may wrap.
  private func needed(_ columns: [Drawn]) -> Int {
    let widths = columns.enumerated().map { index, column in
      let natural = column.cells.reduce(TextWidth.of(column.title)) { max($0, TextWidth.of($1)) }
      return min(natural, index + 1 == columns.count ? 24 : 40)
    }
    return widths.reduce(0, +) + 2 * max(0, columns.count - 1)
  }

  /// One column of the table, with a cell for each row.
  private struct Drawn {
    var name: String
    var title: String
    var alignment = Table.Alignment.left
    var cells: [String]
  }

  private func drawn(_ name: String) -> Drawn? {
    func drawn(_ title: String, alignment: Table.Alignment = .left, _ text: (Row) -> String) -> Drawn {
      Drawn(name: name, title: title, alignment: alignment, cells: answer.rows.map(text))
    }
    return switch name {
    case "roots": drawn("Roots", alignment: .right) { $0.roots == 0 ? "" : "\($0.roots)" }
    case "grade": drawn("Grade") { $0.grade?.description ?? "" }
    case "disputes": drawn("Disputed") { $0.disputes.map { "#\($0)" }.joined(separator: " ") }
    case "redactions":
      drawn("Redacted", alignment: .right) { $0.redactions.isEmpty ? "" : "\($0.redactions.count)" }
    case "because": drawn("Because") { $0.because.map(\.short).joined(separator: "; ") }
    default: column(name)
    }
  }

  private func column(_ name: String) -> Drawn? {
    guard let place = answer.columns.firstIndex(where: { $0.name == name }) else { return nil }
    let column = answer.columns[place]
    let isFigure = column.type == .number || column.type == .range
    return Drawn(
      name: name, title: column.title, alignment: isFigure ? .right : .left,
      cells: answer.rows.map { TextWidth.safe($0.cells[place].description) })
  }
}
