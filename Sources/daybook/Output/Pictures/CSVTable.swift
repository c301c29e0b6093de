import ViewStore
import Views
import Vocabulary

/// The rows of a view as comma-separated values: the columns of the view, then what every row carries, then what was asked.
///
/// A figure takes three columns: `killed_min`, `killed_best`, `killed_max`. No row is kept, so that a table of any length
/// can be written line by line.
struct CSVTable {
  private let columns: [Column]
  private let disclosure: DisclosureLevel?
  /// What every line ends with.
  private let asked: [String]

  /// - Parameter head: tells the question, the columns and the state of the log; its rows are not looked at.
  init(_ head: Reading, origin: String) {
    columns = head.answer.columns
    disclosure = head.answer.disclosure
    asked = head.asked(origin)
  }

  /// The first line.
  var header: String {
    let names = columns.flatMap { column in
      column.type == .range ? ["min", "best", "max"].map { column.name + "_" + $0 } : [column.name]
    }
    let common =
      [
        "because", "against", "ignored", "roots", "grade", "disputes", "redactions", "at", "as_of", "published_by",
        "profile",
      ] + (disclosure == nil ? [] : ["disclosure"]) + ["log", "size", "root"]
    return CSV.line(["key"] + names + common)
  }

  /// The line of a row.
  func line(_ row: Row) -> String {
    let cells = zip(columns, row.cells).flatMap { $1.fields($0) }
    return CSV.line([row.key] + cells + row.common + asked)
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
