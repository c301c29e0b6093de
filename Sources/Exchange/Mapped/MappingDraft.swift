internal import Leaf
internal import Vocabulary

/// Proposes a mapping from the header and the first rows of a table; a person completes it.
package enum MappingDraft {
  /// The mapping as JSON, a member a line.
  package static func propose(_ file: TableFile) throws(ExchangeError) -> String {
    let reader = try file.reader()
    var record = TableRecord()
    guard try reader.next(&record) else {
      throw .notReadable(path: file.name, reason: "the file is empty", allowed: "a table with a header")
    }
    let header = reader.form.names ?? record.texts
    var fields: [String] = []
    var number = 0
    func add(_ field: String, _ words: [String], _ type: String? = nil) -> Bool {
      guard let column = column(header, words) else { return false }
      let kind = type.map { ", \"as\": \"\($0)\"" } ?? ""
      fields.append("    {\"field\": \"\(field)\", \"column\": \(quoted(column))\(kind)}")
      return true
    }
    func fix(_ field: String, _ value: String) {
      fields.append("    {\"field\": \"\(field)\", \"value\": \"\(value)\"}")
    }
    _ = add("occurred", ["date", "event_date", "incident date", "day", "when"], "date")
    _ = add("place.name", ["location", "place", "village", "town", "lieu", "admin2", "admin1"])
    _ = add("place.lat", ["latitude", "lat", "y"], "decimal")
    _ = add("place.lon", ["longitude", "lon", "lng", "long", "x"], "decimal")
    if add("parties.\(number).actor", ["actor", "actor1", "group", "perpetrator", "armed group", "auteur"], "actor") {
      fix("parties.\(number).role", "participant")
      number += 1
    }
    fix("payload.mode", "other")
    fix("payload.form", "single")
    number = 0
    for (what, words) in [
      ("killed", ["fatalities", "killed", "deaths", "dead", "tués", "morts"]),
      ("injured", ["injured", "wounded", "blessés"]),
      ("abducted", ["abducted", "kidnapped", "enlevés"]),
    ] where add("payload.counts.\(number).best", words, "integer") {
      fix("payload.counts.\(number).what", what)
      number += 1
    }
    _ = add("note", ["notes", "note", "description", "remarks", "comment"])
    let key = column(header, ["id", "event_id", "incident id", "ref", "reference", "uuid"]) ?? header[0]
    return """
      {
        "key": "my-mapping",
        "kind": "attack",
        "source": {"key": "my-source", "name": "Who publishes the table"},
        "row_key": [\(quoted(key))],
        "fields": [
      \(fields.map { "  " + $0 }.joined(separator: ",\n"))
        ]
      }
      """
  }

  private static func column(_ header: [String], _ words: [String]) -> String? {
    for word in words {
      if let found = header.first(where: { Folding.fold($0) == Folding.fold(word) }) { return found }
    }
    return nil
  }

  private static func quoted(_ text: String) -> String { String(decoding: Value.string(text).encode(), as: UTF8.self) }
}
