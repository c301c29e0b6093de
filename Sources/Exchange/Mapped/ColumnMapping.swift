package import Leaf

/// Says how the columns of a table become fields of events; its schema is `import_mapping.json`.
package struct ColumnMapping: Equatable, Sendable {
  /// The id of the mapping.
  package var key: String
  /// The kind of event that a row is.
  package var kind: String
  package var source: SourceDraft
  /// The columns that together are the key of a row: the same in every release.
  package var rowKey: [String]
  package var fields: [Field]
  /// The document, as a policy event keeps it.
  package var document: Value

  /// One field of the event.
  package struct Field: Equatable, Sendable {
    /// The field by its dotted path: `payload.counts.0.best`.
    package var path: [String]
    /// The column; `nil` for a field that has the same value in every row.
    package var column: String?
    /// The value of every row.
    package var value: Value?
    package var type = Reading.text
    /// What stands for a word of the vocabulary.
    package var words: [(cell: String, word: String)] = []
    /// Cells that say nothing, besides empty ones.
    package var missing: [String] = []

    package static func == (left: Self, right: Self) -> Bool {
      left.path == right.path && left.column == right.column && left.value == right.value && left.type == right.type
        && left.missing == right.missing && left.words.map(\.cell) == right.words.map(\.cell)
        && left.words.map(\.word) == right.words.map(\.word)
    }
  }

  /// How a cell is read.
  package enum Reading: String, CaseIterable, Sendable {
    /// As it stands.
    case text
    /// A whole number.
    case integer
    /// A date as EDTF: `2023-06-01`, `2023-06`.
    case date
    /// `31/12/2023`, or with hyphens or dots.
    case dayFirst = "day-first"
    /// `12/31/2023`.
    case monthFirst = "month-first"
    /// A decimal number, kept as text; a comma is read as a point.
    case decimal
    /// The name of an actor, for which an entry is made when the ledger has none.
    case actor
  }

  /// Reads a mapping.
  ///
  /// - Throws: every problem, with the field of the mapping where a table has its column.
  package init(_ bytes: [UInt8], path: String) throws(ExchangeError) {
    let root: Value
    do throws(LeafError) { root = try Document(bytes).root.value } catch {
      throw .notReadable(path: path, reason: error.message, allowed: "a mapping; see: daybook schema import_mapping")
    }
    var reader = MappingReader(root)
    guard let mapping = reader.mapping() else {
      throw .refused(file: path, reader.problems, count: reader.problems.count)
    }
    self = mapping
  }

  init(key: String, kind: String, source: SourceDraft, rowKey: [String], fields: [Field], document: Value) {
    self.key = key
    self.kind = kind
    self.source = source
    self.rowKey = rowKey
    self.fields = fields
    self.document = document
  }
}
