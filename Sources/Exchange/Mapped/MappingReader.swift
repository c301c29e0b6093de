internal import Leaf
internal import Vocabulary

/// Reads the document of a mapping and collects all that is wrong with it.
struct MappingReader {
  private let root: Value
  private(set) var problems: [RowProblem] = []

  init(_ root: Value) { self.root = root }

  /// The mapping; `nil` when something is wrong.
  mutating func mapping() -> ColumnMapping? {
    let key = text(root["key"], "key")
    let kind = text(root["kind"], "kind")
    if !kind.isEmpty, Kind(rawValue: kind) == nil {
      refuse("kind", kind, "there is no such kind", among: Kind.allCases.map(\.rawValue))
    }
    if !key.isEmpty, !TrustingDirectory().knows(key, in: .source) {
      refuse("key", key, "not an id", allowed: TextForm.key.allowed)
    }
    let source = SourceDraft(
      key: text(root["source"]?["key"], "source.key"), name: text(root["source"]?["name"], "source.name"))
    let rowKey = texts(root["row_key"])
    if rowKey.isEmpty { refuse("row_key", "", "this member is missing", allowed: "a list of columns") }
    var fields: [ColumnMapping.Field] = []
    guard case .array(let items)? = root["fields"], !items.isEmpty else {
      refuse("fields", "", "this member is missing", allowed: "a list of at least one field")
      return nil
    }
    for (index, item) in items.enumerated() { if let field = field(item, index) { fields.append(field) } }
    guard problems.isEmpty else { return nil }
    return ColumnMapping(key: key, kind: kind, source: source, rowKey: rowKey, fields: fields, document: root)
  }

  private mutating func field(_ item: Value, _ index: Int) -> ColumnMapping.Field? {
    let path = text(item["field"], "fields.\(index).field")
    guard Forms.isPath(path) else {
      refuse("fields.\(index).field", path, "not a field", allowed: TextForm.path.allowed)
      return nil
    }
    var field = ColumnMapping.Field(path: path.split(separator: ".").map(String.init))
    field.value = item["value"]
    if case .string(let column)? = item["column"] { field.column = column }
    if (field.value == nil) == (field.column == nil) {
      refuse("fields.\(index)", path, "a field has either a column or a value", allowed: "one of: column, value")
    }
    if case .string(let word)? = item["as"] {
      if let type = ColumnMapping.Reading(rawValue: word) {
        field.type = type
      } else {
        let words = ColumnMapping.Reading.allCases.map(\.rawValue)
        refuse(
          "fields.\(index).as", word, "no way to read a cell", allowed: words.joined(separator: ", "), among: words)
      }
    }
    if case .array(let words)? = item["words"] {
      for word in words {
        guard case .string(let cell)? = word["cell"], case .string(let meant)? = word["word"] else {
          refuse(
            "fields.\(index).words", "", "not a pair of cell and word", allowed: #"{"cell": "IED", "word": "ied"}"#)
          continue
        }
        field.words.append((cell, meant))
      }
    }
    field.missing = texts(item["missing"])
    return field
  }

  private mutating func text(_ value: Value?, _ place: String) -> String {
    if case .string(let text)? = value, !text.isEmpty { return text }
    refuse(place, "", "this member is missing", allowed: "text")
    return ""
  }

  private func texts(_ value: Value?) -> [String] {
    guard case .array(let items)? = value else { return [] }
    return items.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  private mutating func refuse(
    _ place: String, _ value: String, _ reason: String, allowed: String = "", among words: [String] = []
  ) {
    problems.append(
      RowProblem(
        row: 1, column: place, value: value, reason: reason, allowed: allowed,
        nearest: Nearest.word(to: value, among: words)))
  }
}
