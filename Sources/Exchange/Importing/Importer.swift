internal import Vocabulary

/// Reads the rows of one format: which row it is, and what it says in the words of the vocabulary.
///
/// An importer is pure: it looks at cells and writes a draft. What a draft says beside the cells is only what the
/// codebook of the format says they mean; traps are told where they are avoided.
///
/// To add a format, write one in a folder of its own and give it a line in ``ImportFormat``.
package protocol Importer: AnyObject {
  /// The source that publishes the data set, as a draft; `nil` when the ledger must have it.
  var source: SourceDraft { get }
  /// Whether a record is no row, for example a row of HXL tags.
  func isAside(_ record: borrowing TableRecord) -> Bool
  /// The key of the row: the same in every release. Rows with one key tell of one event, as a monadic export does for each
  /// actor; the further ones are accounts of the same event.
  func key(of record: borrowing TableRecord, into key: inout [UInt8])
  /// Whether a column stays in the file only, since no event could hold it.
  func leavesOut(_ column: String) -> Bool
  /// Writes the members of the draft, between its brackets; everything but id and original, and `said` only
  /// where it is not the report of the import that says it.
  func write(_ record: borrowing TableRecord, to pen: inout DraftPen, _ problems: inout Problems)
}

extension Importer {
  package func leavesOut(_ column: String) -> Bool { false }
}

/// A source that an import makes when the ledger has none.
package struct SourceDraft: Equatable, Sendable {
  package var key: String
  package var name: String
  package var url: String?

  package init(key: String, name: String, url: String? = nil) {
    self.key = key
    self.name = name
    self.url = url
  }
}

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
    _ record: borrowing TableRecord, _ column: Int, _ reason: String, allowed: String = "", among words: [String] = []
  ) {
    let value = record.text(column)
    add(
      RowProblem(
        row: record.number, column: header[column], value: value, reason: reason, allowed: allowed,
        nearest: Nearest.word(to: value, among: words)))
  }
}
