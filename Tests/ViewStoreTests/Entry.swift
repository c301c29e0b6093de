/// One event of a made-up log: its leaf, and what the brute-force model needs to know of it.
struct Entry {
  /// The leaf without the positions' hashes, as JSON.
  var leaf: JSON
  var kind: String
  /// `said.report`.
  var report: Int?
  /// For a report, the number of the day on which it was published.
  var published: Int?
  /// Events that it retracts.
  var retracts: [Int] = []
  /// The event that it corrects, with a field and its new value; a missing value removes the field.
  var corrects: Int?
  var changes: [(field: String, new: JSON?)] = []

  /// Kinds that belong to everybody's knowledge when they name no report.
  var isReference: Bool { ["source", "actor", "place", "gazetteer", "policy"].contains(kind) }

  /// The entry with changes applied, the way a reader of the vocabulary would apply them by hand.
  func applying(_ changes: [(field: String, new: JSON?)]) -> Entry {
    var entry = self
    for (field, new) in changes {
      let keys = field.split(separator: ".").map(String.init)
      entry.leaf = Entry.setting(entry.leaf, keys[...], new)
    }
    if let said = entry.leaf["said"]?["report"]?["seq"], case .number(let report) = said { entry.report = report }
    if kind == "report" {
      entry.published = entry.leaf["payload"]?["published"].flatMap(Entry.day)
    }
    if kind == "correct", case .list(let items)? = entry.leaf["payload"]?["changes"] {
      entry.changes = items.map { item in
        guard case .text(let field)? = item["field"] else { return ("", nil) }
        return (field, item["new"])
      }
    }
    return entry
  }

  private static func setting(_ value: JSON, _ path: ArraySlice<String>, _ new: JSON?) -> JSON {
    guard let key = path.first else { return new ?? value }
    var changed = value
    if case .list(var items) = value, let index = Int(key), index < items.count {
      items[index] = setting(items[index], path.dropFirst(), new)
      return .list(items)
    }
    if path.count == 1 {
      changed[key] = new
    } else if let inner = value[key] {
      changed[key] = setting(inner, path.dropFirst(), new)
    }
    return changed
  }

  /// The number of a day from `2023-05-NN` and `2023-06-NN`, counted from 2023-05-01.
  static func day(_ value: JSON) -> Int? {
    guard case .text(let text) = value, let month = Int(text.dropFirst(5).prefix(2)), let day = Int(text.suffix(2))
    else { return nil }
    return (month - 5) * 31 + day - 1
  }

  /// The text of a numbered day, 0 to 60.
  static func text(_ day: Int) -> String {
    let (month, of) = day < 31 ? (5, day) : (6, day - 31)
    return "2023-0\(month)-" + (of + 1 < 10 ? "0" : "") + "\(of + 1)"
  }
}
