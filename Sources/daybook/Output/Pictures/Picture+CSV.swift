import ViewStore
import Views
import Vocabulary

extension Picture {
  /// One line a row: the columns of the view, then what every row carries, then what was asked.
  ///
  /// A figure takes three columns: `killed_min`, `killed_best`, `killed_max`.
  func writeCSV(to output: inout Output) {
    let common =
      [
        "because", "against", "ignored", "roots", "grade", "disputes", "redactions", "at", "as_of", "published_by",
        "profile",
      ] + (answer.disclosure == nil ? [] : ["disclosure"]) + ["log", "size", "root"]
    let names = answer.columns.flatMap { column in
      column.type == .range ? ["min", "best", "max"].map { column.name + "_" + $0 } : [column.name]
    }
    output.write(CSV.line(["key"] + names + common))
    for row in answer.rows {
      let cells = zip(answer.columns, row.cells).flatMap { $1.fields($0) }
      output.write(CSV.line([row.key] + cells + row.common + reading.asked(origin)))
      if !output.isWanted { return }
    }
  }
}

extension Cell {
  /// The one field of a cell, or the three of a figure.
  fileprivate func fields(_ column: Column) -> [String] {
    guard column.type == .range else { return [description] }
    guard case .range(let min, let best, let max) = self else { return ["", "", ""] }
    return [min, best, max].map { $0.map(String.init) ?? "" }
  }
}

extension Row {
  fileprivate var common: [String] {
    [
      because.map(\.text).joined(separator: "; "), against.map(\.text).joined(separator: "; "),
      ignored.map { "#\($0.event) \($0.text)" }.joined(separator: "; "), String(roots), grade?.description ?? "",
      disputes.map { "#\($0)" }.joined(separator: " "), redactions.joined(separator: " "),
    ]
  }
}

extension Reading {
  fileprivate func asked(_ origin: String) -> [String] {
    [
      answer.at.description, answer.known == nil ? "" : asOf.map { "\($0)" } ?? "", answer.published?.description ?? "",
      answer.profile,
    ] + (answer.disclosure.map { [$0.rawValue] } ?? []) + [origin, String(size), Hex.text(root)]
  }
}
