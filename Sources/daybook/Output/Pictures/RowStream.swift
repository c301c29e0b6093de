import ViewStore
import Views
import Vocabulary

/// The answer of a view for programs, row by row: what a long answer takes in memory does not grow with it.
struct RowStream {
  private let rows: RowReading
  private let origin: String

  /// - Parameter origin: the name of the log.
  init(_ rows: RowReading, origin: String) { (self.rows, self.origin) = (rows, origin) }

  private var head: [(String, JSONText)] {
    [("view", .string(rows.head.answer.view)), ("asked", rows.head.asked), ("log", rows.head.log(origin))]
  }

  /// Writes the rows in a format for programs.
  func write(_ format: Format, to output: inout Output) throws {
    let count =
      switch format {
      case .table: preconditionFailure("a table is drawn by Picture")
      case .json: try writeJSON(to: &output)
      case .jsonl: try writeLines(to: &output)
      case .csv: try writeCSV(to: &output)
      }
    if count == 0 { Silence.note(Silence.noEvidence) }
  }

  /// One document; its schema is `output_answer.json`.
  private func writeJSON(to output: inout Output) throws -> Int {
    let columns = rows.head.answer.columns
    let beginning = JSONText.object(head + [("columns", .array(columns.map(\.json)))]).pretty
    output.write(beginning.utf8.dropLast("\n}\n".utf8.count))
    output.write(",\n  \"rows\": [")
    let count = try write(to: &output) { row, number, output in
      output.write(number == 0 ? "\n" : ",\n")
      output.write(JSONText.object(row.members(columns)).prettyItem)
    }
    output.write(count == 0 ? "]\n}\n" : "\n  ]\n}\n")
    return count
  }

  /// A document for each row; its schema is `output_answer_line.json`.
  private func writeLines(to output: inout Output) throws -> Int {
    let (columns, head) = (rows.head.answer.columns, head)
    var line: [UInt8] = []
    return try write(to: &output) { row, _, output in
      line.removeAll(keepingCapacity: true)
      JSONText.object(head + row.members(columns)).writeLine(into: &line)
      line.append(UInt8(ascii: "\n"))
      output.write(line)
    }
  }

  /// One line a row, as ``CSVTable`` writes it.
  private func writeCSV(to output: inout Output) throws -> Int {
    let table = CSVTable(rows.head, origin: origin)
    output.write(table.header)
    return try write(to: &output) { row, _, output in output.write(table.line(row)) }
  }

  /// Writes each row while anybody reads; tells how many there were.
  private func write(to output: inout Output, _ each: (Row, Int, inout Output) throws -> Void) throws -> Int {
    var count = 0
    try rows.forEachRow { row in
      try each(row, count, &output)
      count += 1
      return output.isWanted
    }
    return count
  }
}
