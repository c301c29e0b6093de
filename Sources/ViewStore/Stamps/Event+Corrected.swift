internal import Leaf
internal import Vocabulary

extension Event {
  /// The event with the changes of a correction; as it is when they cannot be applied, or when it is no correction.
  func corrected(by correction: Event) -> Event {
    guard case .correct(let payload) = correction.payload else { return self }
    var value = document.root.value
    for change in payload.changes {
      Event.set(&value, change.field.split(separator: ".")[...], change.new?.value)
    }
    return (try? Event(Document(value.encode(), as: .trusted))) ?? self
  }

  private static func set(_ value: inout Value, _ path: ArraySlice<Substring>, _ new: Value?) {
    guard let first = path.first else { return }
    if case .array(var items) = value, let index = Int(first), index <= items.count {
      if path.count == 1 {
        if index == items.count { if let new { items.append(new) } }
        else if let new { items[index] = new } else { items.remove(at: index) }
      } else if index < items.count { set(&items[index], path.dropFirst(), new) }
      value = .array(items)
    } else if case .object = value {
      if path.count == 1 { value[String(first)] = new } else if var inner = value[String(first)] {
        set(&inner, path.dropFirst(), new)
        value[String(first)] = inner
      }
    }
  }
}
