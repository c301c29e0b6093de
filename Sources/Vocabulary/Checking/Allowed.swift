/// What is allowed in a field, in words.
package enum Allowed {
  /// The words for a type; `nil` when anything is allowed.
  package static func words(_ type: FieldType, in form: DocumentForm) -> String? {
    switch type {
    case .text: "text of at least one character"
    case .verbatim: "text"
    case .form(let form): form.allowed
    case .code(let name):
      list(name.list.words) + (name.list.isClosed ? "" : ", or another word")
    case .codeNumber(let name):
      name.list.codes.map { "\($0.code) \($0.label)" }.joined(separator: ", ")
    case .integer(let range):
      range.upperBound == 9_007_199_254_740_991
        ? "a whole number from \(range.lowerBound)" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .boolean: "true or false"
    case .name(let namespace):
      form == .draft ? "the id, name or alias of \(article(namespace))" : "the id of \(article(namespace))"
    case .nameOrCode(let namespace, let name):
      "the id, name or alias of \(article(namespace)), or \(list(name.list.words))"
    case .object(let shape): "an object with \(list(shape.fields.filter { $0.stands(in: form) }.map(\.key)))"
    case .list(let item, let least):
      "a list" + (least > 0 ? " of at least \(least)" : "") + (words(item, in: form).map { ": \($0)" } ?? "")
    case .shorthand(let shape, let shorthand):
      [form == .draft ? words(shorthand.text, in: form) : nil, words(.object(shape), in: form)].compactMap(\.self)
        .joined(separator: ", or ")
    case .event:
      form == .draft ? TextForm.eventName.allowed : "an object with leaf, seq"
    case .ownID: (form == .draft ? TextForm.draftID : TextForm.eventID).allowed
    case .constant(let word): word
    case .any: nil
    case .open: "an object"
    }
  }

  /// Words separated by commas.
  static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  private static func article(_ namespace: Namespace) -> String {
    switch namespace {
    case .actor, .agreement: "an \(namespace.rawValue)"
    case .place, .source: "a \(namespace.rawValue)"
    }
  }
}
