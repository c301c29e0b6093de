import Leaf

/// One change to a tree of values, for making documents that may break a rule.
struct Mutation {
  var name: String
  var document: Value

  /// Values that are wrong in most places, right in some.
  static let replacements: [Value] = [
    .null, true, 0, -1, 3, 9_007_199_254_740_991, "", "x", "attack", "no such word!", "2023-02-30", "2023-12/2023-06",
    "2023-06", "2023-13", "..", "A", "E", "7", "@name", "#12", "-91.0", "13.5", "fr", "q q",
    "0123456789abcdef0123456789abcdef", .array([]), .object([]), .array(["x", "x"]), ["x": 1],
  ]

  /// Every document that differs from this one in one place: a member left out, added or renamed, a value replaced, an
  /// item of a list left out or doubled.
  static func all(of value: Value, _ body: (Mutation) -> Void) {
    at(value, path: "") { name, document in body(Mutation(name: name, document: document)) }
  }

  private static func at(_ value: Value, path: String, _ give: (String, Value) -> Void) {
    switch value {
    case .object(let members):
      for (index, member) in members.enumerated() {
        let here = path.isEmpty ? member.key : path + "." + member.key
        func with(_ changed: [Value.Member]) -> Value { .object(changed) }
        var without = members
        without.remove(at: index)
        give("without \(here)", with(without))
        var renamed = members
        renamed[index].key += "x"
        give("\(here) renamed", with(renamed))
        let inner = members
        at(member.value, path: here) { name, changed in
          var members = inner
          members[index].value = changed
          give(name, .object(members))
        }
      }
      give("\(path) with a surplus field", .object(members + [Value.Member("surplus", 1)]))
    case .array(let items):
      for (index, item) in items.enumerated() {
        at(item, path: "\(path).\(index)") { name, changed in
          var items = items
          items[index] = changed
          give(name, .array(items))
        }
      }
      give("\(path) doubled", .array(items + items))
      give("\(path) emptied", .array([]))
      give("\(path) reversed", .array(items.reversed()))
    default: break
    }
    for replacement in replacements where replacement != value {
      give("\(path) replaced by \(String(decoding: replacement.encode(), as: UTF8.self))", replacement)
    }
  }
}
