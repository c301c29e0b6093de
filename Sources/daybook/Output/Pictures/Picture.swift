import ViewStore
import Views
import Vocabulary

/// The answer of a view with the log it stands on, ready to be drawn; it draws and never computes.
struct Picture {
  /// What was asked and what the view says.
  let reading: Reading
  /// The view.
  let view: any View.Type
  /// The name of the log.
  let origin: String
  /// Whether a table tells every reason in full.
  var tellsReasons = false

  var answer: Answer { reading.answer }

  /// Writes the picture in a format.
  func write(_ format: Format, to output: inout Output) {
    if format != .table, answer.rows.isEmpty { Silence.note(Silence.noEvidence) }
    switch format {
    case .table: writeTable(to: &output)
    case .json: output.write(json.pretty)
    case .jsonl: for row in answer.rows { output.line(line(row).line) }
    case .csv: writeCSV(to: &output)
    }
  }
}
