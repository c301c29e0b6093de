import ViewStore
import Views
import Vocabulary

/// Sums over single incidents and, beside them, what bodies have published, ready to be drawn.
struct TotalsPicture {
  let totals: TotalsReading
  let view: any View.Type
  /// The name of the log.
  let origin: String

  private var lines: [Totals.Line] { totals.totals.lines }
  private var grouping: Totals.Grouping { totals.totals.grouping }
  private var reading: Reading { totals.reading }

  /// Writes the totals in a format.
  func write(_ format: Format, to output: inout Output) {
    if format != .table, lines.isEmpty { Silence.note(Silence.noEvidence) }
    switch format {
    case .table: writeTable(to: &output)
    case .json:
      output.write(
        JSONText.object([
          ("view", .string(view.name)), ("asked", reading.asked), ("log", reading.log(origin)),
          ("by", .string(grouping.rawValue)), ("lines", .array(lines.map(\.json))),
        ]).pretty)
    case .jsonl: for line in lines { output.line(line.json.line) }
    case .csv: writeCSV(to: &output)
    }
  }

  private func writeTable(to output: inout Output) {
    let by = grouping == .all ? "" : " by \(grouping.rawValue)"
    Picture(reading: reading, view: view, origin: origin).writeHead("\(view.name), totals\(by)", to: &output)
    guard !lines.isEmpty else {
      output.line(Silence.noEvidence)
      return
    }
    var table = Table([
      .init(title: grouping == .all ? "" : grouping.rawValue.capitalizedWord), .init(title: "Of"),
      .init(title: "Incidents", alignment: .right), .init(title: "Killed"), .init(title: "Injured"),
      .init(title: "Other"), .init(title: "Basis"), .init(title: "Period"), .init(title: "Place"),
      .init(title: "Grade"), .init(title: "Root"),
    ])
    for line in lines {
      table.add([
        grouping == .all ? "" : line.group, line.title, line.form == "aggregate" ? "" : String(line.incidents),
        line.text("killed"), line.text("injured"), line.others, line.basis.joined(separator: ", "), line.period ?? "",
        line.place ?? "", line.grade ?? "", line.root ?? "",
      ])
    }
    table.write(to: &output)
    output.line()
    for line in TextWidth.wrapped(
      "Only single incidents are summed. What a body has published as a total stands beside the sum, each with its root, "
        + "and is added to nothing: it may count the same incidents.", to: output.width ?? 110)
    {
      output.line(line)
    }
  }

  private func writeCSV(to output: inout Output) {
    let figures = ["killed", "injured", "abducted"].flatMap { what in
      ["incidents", "min", "best", "max"].map { "\(what)_\($0)" }
    }
    output.write(
      CSV.line(
        ["group", "form", "incidents"] + figures
          + ["other", "basis", "body", "period", "place", "grade", "root", "events"]))
    for line in lines {
      let cells = ["killed", "injured", "abducted"].flatMap { what -> [String] in
        guard let sum = line.figures.first(where: { $0.what == what }),
          case .range(let min, let best, let max) = sum.cell
        else { return ["", "", "", ""] }
        return [String(sum.told)] + [min, best, max].map { $0.map(String.init) ?? "" }
      }
      output.write(
        CSV.line(
          [line.group, line.form, String(line.incidents)] + cells + [
            line.others, line.basis.joined(separator: "; "), line.body ?? "", line.period ?? "", line.place ?? "",
            line.grade ?? "", line.root ?? "", line.events.map { "#\($0)" }.joined(separator: " "),
          ]))
    }
  }
}

extension Totals.Line {
  /// What the line is of, for people.
  fileprivate var title: String {
    switch form {
    case "single": "sum of single incidents"
    case "pattern": "patterns, not summed"
    case "unstated": "one or many, nobody says; not summed"
    default: body ?? "aggregate"
    }
  }

  /// A figure; of a sum also how many incidents give one, when not all do.
  fileprivate func text(_ what: String) -> String {
    guard let sum = figures.first(where: { $0.what == what }) else { return "" }
    return sum.cell.description + (form != "aggregate" && sum.told < incidents ? ", from \(sum.told)" : "")
  }

  /// Every figure but those killed and injured.
  fileprivate var others: String {
    figures.filter { $0.what != "killed" && $0.what != "injured" }.map { "\($0.what) \($0.cell)" }
      .joined(separator: ", ")
  }

  /// Its schema is `output_totals_line.json`.
  fileprivate var json: JSONText {
    .object([
      ("group", .string(group)), ("form", .string(form)), ("incidents", .number(incidents)),
      (
        "figures",
        .array(
          figures.map { sum in
            .object([("what", .string(sum.what)), ("incidents", .number(sum.told)), ("figure", sum.cell.json)])
          })
      ), ("basis", .texts(basis)), ("body", .text(body)), ("period", .text(period)), ("place", .text(place)),
      ("grade", .text(grade)), ("root", .text(root)), ("events", .positions(events)),
    ])
  }
}

extension String {
  /// The word with a capital.
  fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
