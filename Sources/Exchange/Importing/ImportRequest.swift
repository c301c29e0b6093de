/// What a person says about an import, besides the file.
package struct ImportRequest: Sendable {
  package var format: ImportFormat
  /// The data set that the file is a release of; `nil` for the only one of its format.
  package var dataSet: String?
  /// How the columns are read, for a table without a format of its own.
  package var mapping: ColumnMapping?
  /// The name of the release.
  package var release: String?
  /// When it was published, as EDTF: from then on the public could know.
  package var published: String?
  /// The title; without it, the name of the file.
  package var title: String?
  /// Where it was found.
  package var url: String?
  /// The file is only a part of the release: what it lacks is not retracted.
  package var isPartial = false
  /// The file is the whole release, even though it lacks most of what the ledger holds.
  package var isComplete = false

  package init(_ format: ImportFormat) { self.format = format }

  /// A reader of the rows.
  func importer(header: [String], names: NameBook) throws(ColumnProblems) -> any Importer {
    try format.importer(header: header, names: names, mapping: mapping)
  }
}
