import Leaf
import Vocabulary

/// One field of a draft as a question: where its answers go, and what is allowed in them.
struct FieldQuestion: Equatable {
  /// The name of the field, as its flag is written.
  let label: String
  /// Where the field stands in a draft.
  let path: [String]
  /// How the event stands to the one that is named, when the question is for an earlier event.
  let relation: Relation?
  let isMandatory: Bool
  /// Whether there may be several answers.
  let isList: Bool
  /// Whether it is asked of itself; others are answered by whoever names them.
  let isAsked: Bool
  /// What it means.
  let doc: String
  /// What may stand there; of a list all of it.
  let type: FieldType

  static func == (left: FieldQuestion, right: FieldQuestion) -> Bool {
    left.path == right.path && left.relation == right.relation
  }

  /// Puts one more answer into a draft.
  ///
  /// - Throws: what cannot be read, before any rule is asked.
  func answer(_ text: String, in draft: inout Value) throws(FlagValue.Refusal) {
    if let relation {
      let edge = Value.object([.init("rel", .string(relation.rawValue)), .init("event", .string(text))])
      return draft.put(.array(items(draft) + [edge]), at: path)
    }
    let value = try FlagValue.read(text, as: type)
    guard case .array(let new) = value, isList else { return draft.put(value, at: path) }
    draft.put(.array(items(draft) + new), at: path)
  }

  /// Takes the answers out of a draft.
  func clear(_ draft: inout Value) {
    let others = relation == nil ? [] : items(draft).filter { !isOwn($0) }
    draft.put(others.isEmpty ? nil : .array(others), at: path)
  }

  /// The answers that a draft holds, as they may be typed.
  func answers(in draft: Value) -> [String] {
    guard let value = draft.at(path) else { return [] }
    if relation != nil {
      return items(draft).filter(isOwn).compactMap { edge in
        edge["event"].map(Self.text) ?? edge["leaf"].map(Self.text)
      }
    }
    return isList ? items(draft).map(Self.text) : [Self.text(value)]
  }

  /// Whether a finding about a draft is about this question.
  func isMeant(at found: String, in draft: Value) -> Bool {
    let own = path.joined(separator: ".")
    guard relation != nil else { return found == own || found.hasPrefix(own + ".") }
    let keys = found.split(separator: ".")
    guard keys.count > 1, keys[0] == own, let index = Int(keys[1]), items(draft).indices.contains(index) else {
      return false
    }
    return isOwn(items(draft)[index])
  }

  private func items(_ draft: Value) -> [Value] {
    if case .array(let items)? = draft.at(path) { items } else { [] }
  }

  private func isOwn(_ edge: Value) -> Bool { edge["rel"] == relation.map { .string($0.rawValue) } }

  private static func text(_ value: Value) -> String {
    if case .string(let text) = value { text } else { String(decoding: value.encode(), as: UTF8.self) }
  }
}
