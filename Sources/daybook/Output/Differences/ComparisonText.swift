import ViewStore
import Views
import Vocabulary

/// What changed in a picture, for people: each row with its old and new values and the events that did it.
struct ComparisonText {
  private let columns: [Column]
  private let line: (UInt64) -> EventLine
  private let width: Int?
  /// Tells the event that corrected or retracted one in a row.
  private let ender: (UInt64) -> UInt64?

  /// - Parameters:
  ///   - columns: the columns of the view.
  ///   - line: tells an event in one line.
  ///   - width: of the terminal; `nil` never wraps.
  ///   - ender: tells the event that corrected or retracted one that a row rested on.
  init(
    _ columns: [Column], width: Int?, ender: @escaping (UInt64) -> UInt64? = { _ in nil },
    line: @escaping (UInt64) -> EventLine
  ) {
    self.columns = columns
    self.line = line
    self.width = width
    self.ender = ender
  }

  /// Writes a comparison, each line behind a margin.
  func write(_ comparison: Comparison, margin: String = "", to output: inout Output) {
    for row in comparison.added { entered(row, "+", margin, &output) }
    for row in comparison.removed { entered(row, "-", margin, &output) }
    for change in comparison.changed { changed(change, margin, &output) }
  }

  private func entered(_ row: Row, _ mark: String, _ margin: String, _ output: inout Output) {
    output.line("\(margin)\(mark) \(row.key)")
    let cells = zip(columns, row.cells).filter { !$0.1.description.isEmpty }
    let longest = cells.map { TextWidth.of($0.0.title) }.max() ?? 0
    for (column, cell) in cells {
      hang(margin + "    " + padded(column.title.lowercased(), longest), cell.description, &output)
    }
    events(mark == "+" ? "by" : "was by", row.events, margin, &output)
    if mark == "-" { events("because", Set(row.events.compactMap { ender($0) }).sorted(), margin, &output) }
  }

  private func changed(_ change: Comparison.Change, _ margin: String, _ output: inout Output) {
    output.line("\(margin)~ \(change.key)")
    let titles = change.cells.map { title($0.column) }
    let longest = titles.map(TextWidth.of).max() ?? 0
    for (title, cell) in zip(titles, change.cells) {
      hang(margin + "    " + padded(title, longest), "\(shown(cell.was)) → \(shown(cell.now))", &output)
    }
    events("entered", change.entered, margin, &output)
    events("left", change.left, margin, &output)
    let enders = Set(change.left.compactMap { ender($0) }).sorted()
    events("because", enders, margin, &output)
  }

  private func events(_ title: String, _ events: [UInt64], _ margin: String, _ output: inout Output) {
    for (number, event) in events.enumerated() {
      let line = line(event)
      hang(
        margin + "    " + padded(number == 0 ? title : "", 7) + "#\(event)  ", "\(line.kind): \(line.summary)", &output)
    }
  }

  private func title(_ column: String) -> String {
    (columns.first { $0.name == column }?.title ?? column).lowercased()
  }

  private func shown(_ cell: Cell) -> String {
    let text = cell.description
    return text.isEmpty ? "nothing" : text
  }

  private func padded(_ text: String, _ length: Int) -> String {
    text + String(repeating: " ", count: max(0, length - TextWidth.of(text)) + 2)
  }

  private func hang(_ mark: String, _ text: String, _ output: inout Output) {
    let used = TextWidth.of(mark)
    let room = width.map { max(24, $0 - used) } ?? .max
    for (number, line) in TextWidth.wrapped(TextWidth.safe(text), to: room).enumerated() {
      output.line((number == 0 ? mark : String(repeating: " ", count: used)) + line)
    }
  }
}
