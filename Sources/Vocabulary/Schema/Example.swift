/// Examples made from the shapes: templates for people, and the corpus by which validators are compared.
public struct Example: Sendable {
  /// Leaf or draft.
  public let form: DocumentForm
  /// Every field, or only those that must be there.
  public let isFull: Bool

  public init(_ form: DocumentForm, full: Bool) {
    self.form = form
    isFull = full
  }

  /// An event of the kind that every rule accepts.
  public func event(_ kind: Kind) -> JSONText {
    guard case .object(var members) = object(Envelope.shape(for: kind)) else { return .object([]) }
    let targets = kind.type.targets
    if !targets.isEmpty, let index = members.firstIndex(where: { $0.0 == "refs" }) {
      members[index].1 = .array(targets.map { reference($0.relation.rawValue) })
    }
    return .object(members)
  }

  func object(_ shape: Shape) -> JSONText {
    let needed = shape.rules.compactMap { rule -> String? in
      if case .anyOf(let keys) = rule { return keys.first }
      return nil
    }
    let fields = shape.fields.filter { field in
      guard field.stands(in: form) else { return false }
      if shape.name == Reference.shape.name, form == .draft, field.key == "leaf" || field.key == "seq" { return false }
      if field.key == "protect" { return isFull }
      return isFull || field.isMandatory(in: form) || needed.contains(field.key) || field.presence == .draftOnly
    }
    return .object(
      fields.map { ($0.key, Self.figure($0.key, shape) ?? settings($0.key, shape) ?? value($0.type, $0.doc)) })
  }

  private func reference(_ relation: String) -> JSONText {
    guard case .object(let members) = object(Reference.shape) else { return .object([]) }
    return .object(members.map { $0.0 == "rel" ? ("rel", .string(relation)) : $0 })
  }

  private static func figure(_ key: String, _ shape: Shape) -> JSONText? {
    guard shape.rules.contains(where: { if case .orderedFigures = $0 { true } else { false } }) else { return nil }
    switch key {
    case "min": return .integer(2)
    case "best": return .integer(3)
    case "max": return .integer(9)
    default: return nil
    }
  }

  /// The object that has a shape because of the word that the example has beside it.
  private func settings(_ key: String, _ shape: Shape) -> JSONText? {
    for case .when(let other, let word, let within, let inner) in shape.rules where within.description == key {
      guard let field = shape.fields.first(where: { $0.key == other.description }), case .code(let list) = field.type,
        list.list.words[0].utf8.elementsEqual(word.utf8)
      else { continue }
      return object(inner)
    }
    return nil
  }

  private func value(_ type: FieldType, _ doc: String) -> JSONText {
    switch type {
    case .text, .verbatim: .string(doc)
    case .form(let form): .string(form.example)
    case .code(let list): .string(list.list.words[0])
    case .codeNumber(let list): .integer(Int64(list.list.words[0]) ?? 0)
    case .integer(let range): .integer(range.lowerBound)
    case .boolean: .boolean(true)
    case .name(let namespace), .nameOrCode(let namespace, _): .string(Self.id(namespace))
    case .object(let shape): object(shape)
    case .list(let item, let least):
      .array(Array(repeating: value(item, doc), count: max(1, least)))
    case .shorthand(let shape, _): object(shape)
    case .event: form == .draft ? .string(TextForm.eventName.example) : object(EventRef.shape)
    case .ownID: .string(form == .draft ? TextForm.draftID.example : TextForm.eventID.example)
    case .constant(let word): .string(word)
    case .any: .integer(1)
    case .open: .object([])
    }
  }

  private static func id(_ namespace: Namespace) -> String {
    switch namespace {
    case .actor: "isgs"
    case .place: "ML0701"
    case .source: "un-panel"
    case .agreement: "algiers-2015"
    }
  }
}
