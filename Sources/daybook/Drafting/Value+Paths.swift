import Leaf
import Vocabulary

extension Value {
  /// What stands at the end of a path of keys.
  func at(_ keys: some Collection<String>) -> Value? {
    guard let key = keys.first else { return self }
    return self[key]?.at(Array(keys.dropFirst()))
  }

  /// Puts a value at the end of a path, making the objects on the way; `nil` takes it out, with objects that are empty then.
  mutating func put(_ new: Value?, at keys: some Collection<String>) {
    guard let key = keys.first else {
      if let new { self = new }
      return
    }
    let rest = Array(keys.dropFirst())
    guard !rest.isEmpty else {
      self[key] = new
      return
    }
    var inner = self[key] ?? .object([])
    if case .object = inner {} else { inner = .object([]) }
    inner.put(new, at: rest)
    self[key] = new == nil && inner == .object([]) && key != "payload" ? nil : inner
  }

  /// This value with what another says: objects member by member, all else as the other has it.
  func overlaid(with other: Value) -> Value {
    guard case .object = self, case .object(let members) = other else { return other }
    var result = self
    for member in members {
      result[member.key] = result[member.key].map { $0.overlaid(with: member.value) } ?? member.value
    }
    return result
  }

  /// For people: objects and arrays that fit on a line stay on it.
  var pretty: String { text.pretty }

  private var text: JSONText {
    switch self {
    case .null: .null
    case .boolean(let truth): .boolean(truth)
    case .integer(let number): .integer(number)
    case .string(let text): .string(text)
    case .array(let items): .array(items.map(\.text))
    case .object(let members): .object(members.map { ($0.key, $0.value.text) })
    }
  }
}
