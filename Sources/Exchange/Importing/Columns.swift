internal import Vocabulary

/// Finds columns by their names; lower and upper case are the same.
struct Columns {
  private let header: [String]
  private(set) var problems: [RowProblem] = []

  init(_ header: [String]) { self.header = header }

  /// The column with one of these names; `nil` when there is none.
  func find(_ names: String...) -> Int? { place(names) }

  /// The column with one of these names; when there is none, that is a problem.
  mutating func need(_ names: String...) -> Int {
    if let found = place(names) { return found }
    problems.append(
      RowProblem(
        row: 1, column: names[0], reason: "this column is missing",
        allowed: names.count > 1 ? "also named " + names.dropFirst().joined(separator: ", ") : "",
        nearest: Nearest.word(to: names[0], among: header)))
    return 0
  }

  /// Ends the search.
  func check() throws(ColumnProblems) {
    if !problems.isEmpty { throw ColumnProblems(problems: problems) }
  }

  private func place(_ names: [String]) -> Int? {
    for name in names {
      if let found = header.firstIndex(where: { $0.lowercased() == name }) { return found }
    }
    return nil
  }
}
