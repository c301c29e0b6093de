import Ledger
import ViewStore
import Views
import Vocabulary

/// The difference between two pictures of one view, ready to be drawn.
struct DifferencePicture {
  let difference: Difference
  let view: any View.Type
  let ledger: Ledger
  /// What is not the same on both sides.
  var moved = Moved.clock

  /// What two pictures can differ in.
  enum Moved {
    /// The time they are asked for.
    case clock
    /// Only the profile they are assessed with.
    case profile
  }

  /// Writes the difference in a format.
  func write(_ format: Format, to output: inout Output) {
    if format != .table, difference.comparison.isEmpty { Silence.note(nothing) }
    switch format {
    case .table: writeText(to: &output)
    case .json: output.write(json.pretty)
    case .jsonl: for line in lines { output.line(line.line) }
    case .csv: writeCSV(to: &output)
    }
  }

  /// What is said when neither side has anything that the other has not.
  private var nothing: String {
    difference.from.answer.isSilent && difference.to.answer.isSilent
      ? Silence.noEvidence : "Nothing: both say the same, on the same events."
  }

  private func writeText(to output: inout Output) {
    let isProfile = moved == .profile
    output.line(isProfile ? "What the choice of profile alone changes in \(view.name)" : "What changed in \(view.name)")
    let words = isProfile ? ("with", "and ") : ("from", "to  ")
    for (word, reading) in [(words.0, difference.from), (words.1, difference.to)] {
      for (number, line) in Picture.joined(reading.clocks, to: output.width.map { $0 - 6 }).enumerated() {
        output.line((number == 0 ? word : "    ") + "  " + line)
      }
    }
    output.line("root  \(Hex.text(difference.to.root))")
    output.line()
    guard !difference.comparison.isEmpty else {
      output.line(nothing)
      return
    }
    let line = line
    ComparisonText(view.columns, width: output.width, ender: { difference.enders[$0] }) { line($0) }
      .write(difference.comparison, to: &output)
    let comparison = difference.comparison
    output.line()
    if isProfile { writeTally(to: &output) }
    output.line(
      "\(comparison.added.count) entered, \(comparison.removed.count) left, \(comparison.changed.count) changed.")
  }

  /// How many rows have each value of the first column by which they are told apart, with either profile.
  private func writeTally(to output: inout Output) {
    guard let column = view.columns.first(where: { $0.name == "status" }) else { return }
    func count(_ reading: Reading) -> [Verbatim: Int] {
      reading.answer.rows.reduce(into: [:]) {
        $0[Verbatim(reading.answer.cell(column.name, of: $1).description), default: 0] += 1
      }
    }
    let (before, after) = (count(difference.from), count(difference.to))
    var table = Table([
      .init(title: column.title), .init(title: difference.from.answer.profile, alignment: .right),
      .init(title: difference.to.answer.profile, alignment: .right),
    ])
    for word in Set(before.keys).union(after.keys).sorted() {
      table.add([word.text, String(before[word] ?? 0), String(after[word] ?? 0)])
    }
    table.write(to: &output)
    output.line()
  }

  /// An event in one line, as exactly as the level allows.
  private func line(_ event: UInt64) -> EventLine {
    EventLine(
      event, in: ledger, shown: difference.disclosure, isGuarded: difference.guarded.contains(event))
  }

  /// Its schema is `output_diff.json`.
  private var json: JSONText {
    .object(
      [
        ("view", .string(view.name)), ("from", side(difference.from)), ("to", side(difference.to)),
        ("columns", .array(view.columns.map(\.json))),
      ] + difference.comparison.members(view.columns) + [
        ("events", .array(difference.comparison.events.map { line($0).json }))
      ])
  }

  private func side(_ reading: Reading) -> JSONText {
    .object([("asked", reading.asked), ("log", reading.log(ledger.origin))])
  }

  private var lines: [JSONText] {
    let comparison = difference.comparison
    func row(_ word: String, _ row: Row) -> JSONText {
      .object([("change", .string(word)), ("view", .string(view.name))] + row.members(view.columns))
    }
    return comparison.added.map { row("added", $0) } + comparison.removed.map { row("removed", $0) }
      + comparison.changed.map { change in
        guard case .object(let members) = change.json else { return change.json }
        return .object([("change", .string("changed")), ("view", .string(view.name))] + members)
      }
  }

  /// One line for each differing value.
  private func writeCSV(to output: inout Output) {
    output.write(CSV.line(["change", "key", "column", "was", "now", "entered", "left"]))
    func list(_ events: [UInt64]) -> String { events.map { "#\($0)" }.joined(separator: " ") }
    for (word, rows) in [("added", difference.comparison.added), ("removed", difference.comparison.removed)] {
      for row in rows {
        for (column, cell) in zip(view.columns, row.cells) where !cell.description.isEmpty {
          let values = word == "added" ? ["", cell.description] : [cell.description, ""]
          let events = word == "added" ? [list(row.events), ""] : ["", list(row.events)]
          output.write(CSV.line([word, row.key, column.name] + values + events))
        }
      }
    }
    for change in difference.comparison.changed {
      let ends = [list(change.entered), list(change.left)]
      for cell in change.cells {
        output.write(
          CSV.line(["changed", change.key, cell.column, cell.was.description, cell.now.description] + ends))
      }
      if change.cells.isEmpty { output.write(CSV.line(["changed", change.key, "", "", ""] + ends)) }
    }
  }
}
