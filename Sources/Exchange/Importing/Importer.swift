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
  func isAside(_ record: TableRecord) -> Bool
  /// The key of the row: the same in every release. Rows with one key tell of one event, as a monadic export does for each
  /// actor; the further ones are accounts of the same event.
  func key(of record: TableRecord, into key: inout [UInt8])
  /// Whether a column stays in the file only, since no event could hold it.
  func leavesOut(_ column: String) -> Bool
  /// Writes the members of the draft, between its brackets; everything but id and original, and `said` only
  /// where it is not the report of the import that says it.
  func write(_ record: TableRecord, to pen: inout DraftPen, _ problems: inout Problems)
}

extension Importer {
  package func leavesOut(_ column: String) -> Bool { false }
}
