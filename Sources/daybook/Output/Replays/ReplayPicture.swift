import ViewStore
import Vocabulary

/// What a rebuild of the views came to.
struct ReplayPicture {
  let report: FollowReport
  let origin: String
  /// Where the views lie.
  let path: String

  /// Writes it in a format.
  func write(_ format: Format, to output: inout Output) {
    switch format {
    case .table:
      output.line("Replayed \(Progress.grouped(report.size)) events of \(origin) into \(path)")
      output.line("root \(Hex.text(report.root))")
      if report.skipped > 0 {
        output.line(
          "\(Progress.grouped(report.skipped)) events were skipped: they cannot be read, or are of a kind or version that "
            + "this program does not know.")
      }
    case .json: output.write(json.pretty)
    case .jsonl: output.line(json.line)
    case .csv:
      output.write(CSV.line(["log", "size", "root", "skipped"]))
      output.write(CSV.line([origin, String(report.size), Hex.text(report.root), String(report.skipped)]))
    }
  }

  /// Its schema is `output_replay.json`.
  private var json: JSONText {
    .object([
      (
        "log",
        .object([
          ("origin", .string(origin)), ("size", .position(report.size)), ("root", .hex(report.root)),
        ])
      ), ("skipped", .position(report.skipped)),
    ])
  }
}
