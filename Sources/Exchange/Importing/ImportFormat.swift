/// The formats whose rows become events. One line for each importer.
package enum ImportFormat: String, CaseIterable, Sendable {
  case ucdpGED = "ucdp-ged"
  case acled
  case controlHistory = "control-history"
  /// Gazetteers: GeoNames, boundaries with P-codes.
  case places
  /// Drafts of events, one a line.
  case jsonl
  /// CloudEvents, one a line.
  case cloudevents
  /// Any table, by a mapping.
  case csv

  /// A reader of its rows.
  package func importer(
    header: [String], names: NameBook, mapping: ColumnMapping?
  ) throws(ColumnProblems) -> any Importer {
    switch self {
    case .ucdpGED: return try GEDImporter(header: header, names: names)
    case .acled: return try ACLEDImporter(header: header, names: names)
    case .controlHistory: return try ControlHistoryImporter(header: header, names: names)
    case .places: return try PlacesImporter(header: header, names: names)
    case .jsonl, .cloudevents: return LinesImporter(isWrapped: self == .cloudevents)
    case .csv:
      guard let mapping else {
        throw ColumnProblems(problems: [
          RowProblem(
            row: 1, reason: "a table without a format of its own needs a mapping",
            allowed: "--mapping FILE; --draft-mapping proposes one")
        ])
      }
      return try MappedImporter(mapping, header: header, names: names)
    }
  }

  /// Whether a record is a line, without columns.
  package var isOfLines: Bool { self == .jsonl || self == .cloudevents }
}
