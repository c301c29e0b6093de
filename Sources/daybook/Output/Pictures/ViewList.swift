import Views
import Vocabulary

/// The views there are, one line each.
struct ViewList {
  func write(_ format: Format, to output: inout Output) {
    switch format {
    case .table:
      var table = Table("View", "Answers")
      for view in Views.all { table.add([view.name, view.summary]) }
      table.write(to: &output)
    case .json: output.write(JSONText.object([("views", .array(Views.all.map(json)))]).pretty)
    case .jsonl: for view in Views.all { output.line(json(view).line) }
    case .csv:
      output.write(CSV.line(["name", "summary", "version"]))
      for view in Views.all { output.write(CSV.line([view.name, view.summary, String(view.version)])) }
    }
  }

  /// Its schema is `output_view_line.json`.
  private func json(_ view: any View.Type) -> JSONText {
    .object([
      ("name", .string(view.name)), ("summary", .string(view.summary)), ("version", .number(view.version)),
      ("columns", .array(view.columns.map(\.json))),
      (
        "rules",
        .array(view.rules.map { .object([("rule", .string($0.id)), ("sentence", .string($0.sentence))]) })
      ),
    ])
  }
}
