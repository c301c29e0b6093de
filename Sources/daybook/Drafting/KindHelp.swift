import Vocabulary

/// The help of `daybook append KIND`: its fields as flags, with what is allowed.
enum KindHelp {
  ///
  /// - Parameter width: the columns to fill; no line is broken inside a word.
  static func text(_ kind: Kind, width: Int) -> String {
    var lines = [kind.doc, "", "Usage: daybook append \(kind.rawValue) --FIELD VALUE …   (* must be there)", ""]
    lines += ["Fields of the kind \(kind.rawValue):"] + fields(Envelope.shape(for: kind), "payload", width)
    lines += ["", "When, where, who, and how good:"]
    lines += envelope(kind, width)
    lines += [
      "", "Who says so:",
    ]
    lines += fields(Envelope.shape(for: kind), "said", width)
    lines += [
      "", "How it stands to earlier events (--RELATION EVENT, an event being #12, @name, an id or a leaf hash):",
      "    "
        + wrapped(Relation.allCases.map { "--\($0.rawValue)" }.joined(separator: " "), width - 4)
        .joined(separator: "\n    "),
      "", "Anything else:",
      line(false, "set PATH=VALUE", "Any field by its path, as --set payload.x=2 or --set place.precision=3.", width),
      line(
        false, "protect FIELD", "Hide a field; of the place the region stays, of the period the month.", width),
      line(false, "protect NAME=VALUE", "Hide a value: the log only commits to it.", width),
      line(false, "protect-subject KEY", "Whom the hidden values concern; they can be destroyed together.", width),
      line(false, "tlp WORD", "How it may be shared [\(Allowed.words(.code(.tlp), in: .draft) ?? "")]", width),
      "",
      "Options: --edit, --dry-run, --template, --expect COUNT, --format json, --ledger DIR; see daybook append --help",
      "A list is filled by giving its flag again. An object is written as JSON or as key=value,key=value.",
      "", "Example:", "  " + example(kind),
    ]
    return lines.joined(separator: "\n")
  }

  private static func fields(_ shape: Shape, _ key: String, _ width: Int) -> [String] {
    guard let field = shape.fields.first(where: { $0.key == key }), case .object(let inner) = field.type else {
      return []
    }
    return inner.fields.filter { $0.presence != .leafOnly && $0.key != "written" }.map { line($0, width) }
  }

  private static func envelope(_ kind: Kind, _ width: Int) -> [String] {
    Envelope.shape(for: kind).fields.filter {
      ["occurred", "place", "parties", "grade", "note", "id"].contains($0.key)
    }
    .map { line($0, width) }
  }

  private static func line(_ field: Field, _ width: Int) -> String {
    let words = allowed(field.type).map { " [\($0)]" } ?? ""
    return line(field.isMandatoryInDraft, flag(field), field.doc + words, width)
  }

  /// The flag of a field without its dashes; of a list its singular.
  static func flag(_ field: Field) -> String {
    let name = field.key.replacing("_", with: "-")
    guard case .list = field.type, name.hasSuffix("s") else { return name }
    return name == "parties" ? "party" : name == "aliases" ? "alias" : String(name.dropLast())
  }

  private static func line(_ isMandatory: Bool, _ name: String, _ doc: String, _ width: Int) -> String {
    let start = "\(isMandatory ? "*" : " ") --\(name)"
    let lines = wrapped(doc, max(30, width - 26))
    let padding = String(repeating: " ", count: max(1, 26 - start.count))
    return ([start + padding + lines[0]] + lines.dropFirst().map { String(repeating: " ", count: 26) + $0 })
      .joined(separator: "\n")
  }

  private static func wrapped(_ text: String, _ width: Int) -> [String] { TextWidth.wrapped(text, to: width) }

  /// What may stand in a field, as it is typed; `nil` for any text.
  static func allowed(_ type: FieldType) -> String? {
    switch type {
    case .text, .verbatim, .any, .open: nil
    case .object(let shape): FlagValue.form(of: shape)
    case .shorthand(_, .period): "a date as 2023-06, an interval as 2022-03/2022-06"
    case .shorthand(_, .place): "the id, name or alias of a place"
    case .list(let item, _): allowed(item)
    default: Allowed.words(type, in: .draft)
    }
  }

  private static func example(_ kind: Kind) -> String {
    let world = "--occurred 2023-06 --place ansongo-town --report '@mali/r-poe' --strength fact --grade B2"
    switch kind {
    case .attack:
      return "daybook append attack --mode ambush --form single --count killed=3-5 --party perpetrator=isgs \(world)"
    case .source: return "daybook append source --key ap --class outlet --name 'Associated Press'"
    case .report: return "daybook append report --source ap --title 'A headline' --published 2023-08-25 --id @ap-1"
    case .correct: return "daybook append correct --corrects '#12' --change payload.pace=fast --reason 'misread'"
    case .retract: return "daybook append retract --retracts '#12' --reason 'another place of the same name'"
    case .link: return "daybook append link --subject '#12' --object '#15' --relation same --reason 'one incident'"
    case _ where kind.isAboutTheWorld: return "daybook append \(kind.rawValue) … \(world)"
    default: return "daybook append --template \(kind.rawValue)"
    }
  }
}
