internal import Vocabulary

/// Columns that a format needs and a header has not.
package struct ColumnProblems: Error {
  package var problems: [RowProblem]
}

/// What is wrong with rows; at most so many are kept, all are counted.
package struct Problems {
  package static let limit = 200
  package private(set) var kept: [RowProblem] = []
  package private(set) var count = 0
  /// The names of the columns.
  let header: [String]

  init(header: [String]) { self.header = header }

  /// Remembers a problem of a row.
  package mutating func add(_ problem: RowProblem) {
    count += 1
    if kept.count < Problems.limit { kept.append(problem) }
  }

  /// Remembers a problem of a cell.
  package mutating func add(
    _ record: TableRecord, _ column: Int, _ reason: String, allowed: String = "", among words: [String] = []
  ) {
    let value = record.text(column)
    add(
      RowProblem(
        row: record.number, column: header[column], value: value, reason: reason, allowed: allowed,
        nearest: Nearest.word(to: value, among: words)))
  }
}
