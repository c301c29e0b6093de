import Vocabulary

extension FieldQuestion {
  /// The questions of a kind, in the order in which a person is asked: what it is about, its own fields, when, where and
  /// who, who says so, how good it is.
  static func all(of kind: Kind) -> [FieldQuestion] {
    let envelope = Envelope.shape(for: kind)
    let isWorld = kind.isAboutTheWorld
    var questions = kind.type.targets.map { rule in
      FieldQuestion(
        label: rule.relation.rawValue, path: ["refs"], relation: rule.relation, isMandatory: true,
        isList: !rule.isSingle, isAsked: true, doc: "The earlier event that this one \(rule.relation.rawValue).",
        type: .event)
    }
    questions += inner("payload", envelope).map { of($0, ["payload"], isAsked: isPlain($0)) }
    questions += ["occurred", "place", "parties"].compactMap { field($0, envelope) }.map {
      of($0, [], isAsked: isWorld)
    }
    questions += inner("said", envelope).map { of($0, ["said"], isAsked: isWorld) }
    questions += ["grade", "note"].compactMap { field($0, envelope) }.map {
      of($0, [], isAsked: isWorld || $0.isMandatoryInDraft || $0.key == "note")
    }
    questions += ["id"].compactMap { field($0, envelope) }.map { of($0, [], isAsked: kind == .report) }
    questions += inner("handling", envelope).map { of($0, ["handling"], isAsked: false) }
    questions += inner("protect", envelope).filter { $0.key != "fields" }.map { of($0, ["protect"], isAsked: false) }
    return distinct(questions)
  }

  private static func of(_ field: Field, _ parents: [String], isAsked: Bool) -> FieldQuestion {
    var isList = false
    if case .list = field.type { isList = true }
    return FieldQuestion(
      label: KindHelp.flag(field), path: parents + [field.key], relation: nil, isMandatory: field.isMandatoryInDraft,
      isList: isList, isAsked: isAsked || field.isMandatoryInDraft, doc: field.doc, type: field.type)
  }

  /// What people fill in; tables come with imports.
  private static func isPlain(_ field: Field) -> Bool {
    switch field.type {
    case .open, .any: false
    case .object(let shape): shape.name != ImportedTable.shape.name
    default: true
    }
  }

  private static func field(_ key: String, _ shape: Shape) -> Field? { shape.fields.first { $0.key == key } }

  private static func inner(_ key: String, _ shape: Shape) -> [Field] {
    guard case .object(let inner)? = field(key, shape)?.type else { return [] }
    return inner.fields.filter { $0.presence != .leafOnly && $0.key != "written" }
  }

  /// The questions with the whole path as a label where the short one stands for an earlier question.
  private static func distinct(_ questions: [FieldQuestion]) -> [FieldQuestion] {
    var seen: Set<String> = []
    return questions.map { question in
      guard !seen.insert(question.label).inserted else { return question }
      return FieldQuestion(
        label: question.path.joined(separator: ".").replacing("_", with: "-"), path: question.path,
        relation: question.relation, isMandatory: question.isMandatory, isList: question.isList,
        isAsked: question.isAsked, doc: question.doc, type: question.type)
    }
  }

  /// What is allowed, and what the words of a list mean: the answer to `?`.
  func help(width: Int) -> [String] {
    var lines = TextWidth.wrapped(doc, to: width)
    if case .code(let list) = itemType { return lines + Self.words(list) }
    if case .codeNumber(let list) = itemType { return lines + Self.words(list) }
    if let allowed = KindHelp.allowed(type) { lines += TextWidth.wrapped("Allowed: \(allowed).", to: width) }
    switch itemType {
    case .name, .nameOrCode, .shorthand(_, .place), .event, .object:
      lines.append("Tab completes what you begin, and lists what there is.")
    default: break
    }
    if isList { lines.append("Several are given one after another; Enter alone ends them.") }
    return lines
  }

  /// What one answer is.
  var itemType: FieldType {
    if case .list(let item, _) = type { item } else { type }
  }

  private static func words(_ name: CodeListName) -> [String] {
    let list = name.list
    let width = (list.codes.map { TextWidth.of($0.code) }.max() ?? 0) + 2
    let lines = list.codes.map { code in
      let label = [code.label, code.note].filter { !$0.isEmpty }.joined(separator: "; ")
      return code.code + String(repeating: " ", count: width - TextWidth.of(code.code)) + label
    }
    return lines + (list.isClosed ? [] : ["Another word is kept and flagged."])
  }
}
