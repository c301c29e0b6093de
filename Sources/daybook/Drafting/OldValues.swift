import Leaf
import Ledger
import TransparencyLog
import ViewStore
import Vocabulary

/// Fills in what stands in the fields that a correction changes, so that a person need not look it up.
struct OldValues {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// Adds `old` to each change that has a field and no `old`, from the target as it stands.
  func fill(_ draft: inout FlagDraft) throws {
    guard case .array(let changes)? = draft.value["payload"]?["changes"], case .array(let refs)? = draft.value["refs"],
      case .string(let written)? = refs.first(where: { $0["rel"] == .string(Relation.corrects.rawValue) })?["event"],
      let position = try EventSearch(ledger).position(of: written)
    else { return }
    let recorded = Event(try Document(try ledger.leaf(at: position), as: .trusted))
    let snapshot = try Following.views(of: ledger).snapshot()
    let target = try snapshot.version(of: position, as: recorded, in: ledger).document.root.value
    var filled = draft.value["payload"] ?? .object([])
    filled["changes"] = .array(
      changes.map { change in
        var change = change
        guard change["old"] == nil, case .string(let field)? = change["field"] else { return change }
        change["old"] = Self.look(target, field.split(separator: ".")[...])
        return change
      })
    draft.replace(filled, at: "payload")
  }

  private static func look(_ value: Value, _ keys: ArraySlice<Substring>) -> Value? {
    guard let key = keys.first else { return value }
    if case .array(let items) = value {
      guard let index = Int(key), items.indices.contains(index) else { return nil }
      return look(items[index], keys.dropFirst())
    }
    return value[String(key)].flatMap { look($0, keys.dropFirst()) }
  }
}
