/// What an import comes to.
package struct ImportSummary: Sendable {
  /// The report of the same table, when it was imported before; then nothing is to be done.
  package var known: UInt64?
  /// Rows of the file.
  package var rows = 0
  /// Rows that are new.
  package var added = 0
  /// Rows that the ledger holds as they are.
  package var kept = 0
  /// Rows that the release changed.
  package var corrected = 0
  /// Rows that the release no longer has, and that are retracted.
  package var retracted = 0
  /// Rows that the file no longer has.
  package var missing = 0
  /// Entries of reference data that are new.
  package var names = 0
  /// Rows whose key an earlier row of the file has.
  package var repeated = 0
  /// The first of them: the row and the key.
  package var repeatedKeys: [(row: Int, key: String)] = []
}
