import Ledger
import ViewStore
import Vocabulary

/// Completes answers: words of the lists, names of the ledger, earlier events.
struct Completer {
  private let directory: FactDirectory
  private let ledger: Ledger

  /// How many names are looked at for one Tab.
  private static let mostNames = 500

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    directory = try Following.views(of: ledger).directory()
  }

  /// Completes the value of a field.
  ///
  /// - Parameter relation: how the event stands to the one that is named, where one is.
  func complete(_ text: String, as type: FieldType, isTarget: Bool = false) throws -> Completion {
    switch type {
    case .event: try EventChoices(ledger, isTarget ? nil : [.report]).complete(text)
    case .list(let item, _): try complete(text, as: item, isTarget: isTarget)
    case .object(let shape): try complete(text, partOf: shape)
    default: Completion.of(text, among: choices(text, type))
    }
  }

  /// What an answer stands for, in words; `nil` where it says so itself.
  func meaning(_ text: String, as type: FieldType) -> String? {
    switch type {
    case .name(let namespace), .nameOrCode(let namespace, _):
      let id = try? directory.resolve(text, in: namespace)
      let entry = id.flatMap { directory.entries(named: $0, folded: Folding.fold($0), in: namespace).last }
      return entry.map { "= " + $0.description }
    case .shorthand(_, .place): return meaning(text, as: .name(.place))
    default: return nil
    }
  }

  private func choices(_ text: String, _ type: FieldType) -> [Completion.Choice] {
    switch type {
    case .code(let list), .codeNumber(let list): Self.words(list)
    case .name(let namespace): names(text, namespace)
    case .nameOrCode(let namespace, let list): names(text, namespace) + Self.words(list)
    case .shorthand(_, .place): names(text, .place)
    case .boolean: [.init("true"), .init("false")]
    default: []
    }
  }

  private static func words(_ list: CodeListName) -> [Completion.Choice] {
    list.list.codes.map { code in
      let says = !Folding.fold(code.label).elementsEqual(Folding.fold(code.code))
      return .init(code.code, label: says ? "\(code.code)  \(code.label)" : code.code)
    }
  }

  private func names(_ text: String, _ namespace: Namespace) -> [Completion.Choice] {
    let folded = Folding.fold(text)
    return directory.entries(beginning: folded, in: namespace, limit: Self.mostNames).map { entry in
      // An alias that was typed is shown, so that a person sees why the entry was found.
      let first = entry.names.first.map { [entry.id, $0] } ?? [entry.id]
      let isPlain = first.contains { Folding.fold($0).starts(with: folded) }
      let alias = isPlain ? nil : entry.names.first { Folding.fold($0).starts(with: folded) }
      return .init(entry.id, names: entry.names, label: entry.description + (alias.map { " = \($0)" } ?? ""))
    }
  }

  /// `perpetrator=isgs,certainty=named`: the last part of it.
  private func complete(_ text: String, partOf shape: Shape) throws -> Completion {
    let start = text.lastIndex(of: ",").map { text.index(after: $0) } ?? text.startIndex
    let (done, part) = (text[..<start], text[start...])
    let short = Short.of(shape)
    guard let equals = part.firstIndex(of: "=") else {
      var choices: [Completion.Choice] = []
      if done.isEmpty, let word = short?.word, let field = shape.fields.first(where: { $0.key == word }),
        case .code(let list) = field.type
      {
        choices += list.list.words.map { .init($0 + "=") }
      }
      choices += shape.fields.map { .init($0.key.replacing("_", with: "-") + "=") }
      var completion = Completion.of(String(part), among: choices)
      completion.text = done + completion.text
      return completion
    }
    let key = part[..<equals].replacing("-", with: "_")
    let field = shape.fields.first { $0.key == key } ?? shape.fields.first { $0.key == short?.rest }
    guard let field else { return Completion(text) }
    var completion = try complete(String(part[part.index(after: equals)...]), as: field.type)
    completion.text = done + part[...equals] + completion.text
    return completion
  }
}
