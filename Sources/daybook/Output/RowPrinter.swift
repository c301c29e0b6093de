import Leaf

/// Rows printed in any format, one by one, so that a long list needs no memory.
struct RowPrinter {
  private let format: Format
  private let columns: [Table.Column]
  private let header: [String]
  private var table: Table
  private var count = 0

  /// - Parameters:
  ///   - columns: the columns for people.
  ///   - header: the names of the values for programs.
  init(_ format: Format, columns: [Table.Column], header: [String]) {
    self.format = format
    self.columns = columns
    self.header = header
    table = Table(columns)
  }

  mutating func add(
    cells: @autoclosure () -> [String], values: @autoclosure () -> [String], json: @autoclosure () -> Value,
    _ output: inout Output
  ) {
    switch format {
    case .table: table.add(cells())
    case .csv:
      if count == 0 { output.write(CSV.line(header)) }
      output.write(CSV.line(values()))
    case .json:
      output.write(count == 0 ? "[" : ",\n ")
      output.write(json().encode())
    case .jsonl:
      output.write(json().encode())
      output.line()
    }
    count += 1
  }

  /// Writes what is left; `nothing` is said to a person when there were no rows, beside formats for programs on stderr.
  func end(_ nothing: String, _ output: inout Output) {
    if count == 0, format != .table { Silence.note(nothing) }
    switch format {
    case .table: count == 0 ? output.line(nothing) : table.write(to: &output)
    case .csv: if count == 0 { output.write(CSV.line(header)) }
    case .json: output.line(count == 0 ? "[]" : "]")
    case .jsonl: break
    }
  }
}
