internal import Leaf

/// Replaces what a draft may write by what a leaf must hold: names by ids, event names by position and leaf hash, one
/// text by the object it stands for. The draft was checked before.
struct Resolver {
  private let context: SealContext
  /// The day on which names are resolved: places and groups change their names and parents.
  private let day: Day?
  private var path: [String] = []
  /// Names in the payload whose written form differs from the id.
  private var written: [(field: String, text: String)] = []
  /// What could not be resolved.
  private(set) var findings: [Finding] = []

  init(_ context: SealContext, on period: Period?) {
    self.context = context
    day = period?.latest ?? period?.earliest
  }

  /// The leaf of a draft, but for what the ledger assigns.
  mutating func resolve(_ root: Value, _ kind: Kind) -> Value {
    var value = resolve(root, .object(Envelope.shapes[kind]!))
    if value["protect"] != nil || !context.withheld.isEmpty { withhold(&value) }
    if kind == .redact { findDigests(&value) }
    if !written.isEmpty, var payload = value["payload"] {
      var list: [Value] = []
      if case .array(let given)? = payload["written"] { list = given }
      list += written.map { .object([.init("field", .string($0.field)), .init("text", .string($0.text))]) }
      payload["written"] = .array(list)
      value["payload"] = payload
    }
    return value
  }

  private mutating func resolve(_ value: Value, _ type: FieldType) -> Value {
    switch (type, value) {
    case (.object(let shape), .object(let members)): object(members, shape)
    case (.list(let item, _), .array(let items)): list(items, item)
    case (.name(let namespace), .string(let text)): .string(id(text, namespace))
    case (.nameOrCode(let namespace, let codes), .string(let text)):
      codes.list.words.contains(text) ? value : .string(id(text, namespace))
    case (.event, .string(let text)): event(text)
    case (.shorthand(_, .period), .string): .object([.init("edtf", value)])
    case (.shorthand(let shape, .place), .string): object([.init("id", value)], shape)
    case (.shorthand(let shape, _), .object(let members)): object(members, shape)
    case (.ownID, .string(let text)): .string(ownID(text))
    default: value
    }
  }

  private mutating func list(_ items: [Value], _ type: FieldType) -> Value {
    var resolved: [Value] = []
    for (index, item) in items.enumerated() {
      path.append(String(index))
      resolved.append(resolve(item, type))
      path.removeLast()
    }
    return .array(resolved)
  }

  private mutating func object(_ members: [Value.Member], _ shape: Shape) -> Value {
    var resolved: [Value.Member] = []
    var asWritten: String?
    for member in members {
      guard let field = shape.fields.first(where: { $0.key.utf8.elementsEqual(member.key.utf8) }) else { continue }
      path.append(member.key)
      if shape.name == Reference.shape.name, field.key == "event", case .string(let text) = member.value {
        if case .object(let target) = event(text) { resolved += target }
      } else {
        let value = resolve(member.value, field.type)
        if case .name = field.type, case .string(let text) = member.value, case .string(let id) = value,
          !id.utf8.elementsEqual(text.utf8)
        {
          asWritten = asWritten ?? text
        }
        resolved.append(.init(member.key, value))
      }
      path.removeLast()
    }
    if let asWritten, Self.named.contains(shape.name), !resolved.contains(where: { $0.key == "name" }) {
      resolved.append(.init("name", .string(asWritten)))
    }
    return .object(resolved)
  }

  /// Objects that keep the name as written beside the id.
  private static let named: Set<String> = [Place.shape.name, Party.shape.name, ChainLink.shape.name]

  private mutating func id(_ text: String, _ namespace: Namespace) -> String {
    if namespace.isDefinedByUse, TextForm.key.matches(text.utf8Span.span) { return text }
    do throws(ResolutionError) {
      let id = try context.directory.resolve(text, in: namespace, on: day)
      if path.first == "payload", !id.utf8.elementsEqual(text.utf8) {
        written.append((path.dropFirst().joined(separator: "."), text))
      }
      return id
    } catch {
      findings.append(error.finding(at: path.joined(separator: ".")))
      return text
    }
  }

  private mutating func event(_ text: String) -> Value {
    guard let name = EventName(text, sha256: context.sha256), let found = context.event(name) else {
      findings.append(
        Finding(
          path: path.joined(separator: "."), problem: .unknownEvent, value: text,
          allowed: "an event that is in the ledger, or earlier in the same file"))
      return .string(text)
    }
    return .object([.init("leaf", .string(found.leaf)), .init("seq", .integer(Int64(found.seq)))])
  }

  private func ownID(_ text: String) -> String {
    guard text.utf8.first == 0x40 else { return text }
    return EventID(name: String(text.dropFirst()), sha256: context.sha256).description
  }

  /// Takes out what is hidden and puts in the digests that stand for it.
  private mutating func withhold(_ value: inout Value) {
    if value["protect"] != nil, context.withheld.isEmpty {
      findings.append(
        Finding(
          path: "protect", problem: .doesNotFit, reason: "this program cannot hide values", allowed: "nothing here"))
    }
    value["protect"] = nil
    var digests = Set(context.withheld)
    if case .array(let given)? = value["_sd"] {
      for case .string(let digest) in given { digests.insert(digest) }
    }
    value["_sd"] = .array(digests.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(Value.string))
  }

  /// Finds the digests of the values that a redaction names.
  private mutating func findDigests(_ value: inout Value) {
    guard var payload = value["payload"], case .array(let fields)? = payload["fields"] else { return }
    let names = fields.compactMap { if case .string(let name) = $0 { name } else { nil } }
    var targets: [EventRef] = []
    if case .array(let refs)? = value["refs"] {
      for ref in refs where ref["rel"] == .string(Relation.redacts.rawValue) {
        guard case .integer(let seq)? = ref["seq"], case .string(let leaf)? = ref["leaf"] else { continue }
        targets.append(EventRef(seq: UInt64(seq), leaf: leaf))
      }
    }
    guard let digests = context.digests(names, targets) else {
      findings.append(
        Finding(
          path: "payload.fields", problem: .doesNotFit, value: Allowed.list(names),
          reason: "no protected value of this name", allowed: "the names of protected values of the target"))
      return
    }
    var all = digests
    if case .array(let given)? = payload["digests"] {
      all += given.compactMap { if case .string(let digest) = $0 { digest } else { nil } }.filter {
        !digests.contains($0)
      }
    }
    payload["digests"] = .array(all.map(Value.string))
    payload["fields"] = nil
    value["payload"] = payload
  }
}

extension ResolutionError {
  /// The error as a finding about a field.
  func finding(at path: String) -> Finding {
    switch self {
    case .unknown(let written, let namespace, let nearest):
      Finding(
        path: path, problem: .unknownName, value: written,
        reason: "no \(namespace.rawValue) has this id, name or alias",
        allowed: "a recorded \(namespace.rawValue)", nearest: nearest.isEmpty ? nil : nearest.joined(separator: " or "))
    case .ambiguous(let written, let namespace, let candidates):
      Finding(
        path: path, problem: .ambiguousName, value: written, reason: "several entries have this name",
        allowed: "the id of one \(namespace.rawValue): \(candidates.map(\.description).joined(separator: "; "))")
    case .notThen(let written, let namespace, let day, let candidates):
      Finding(
        path: path, problem: .nameNotThen, value: written, reason: "no \(namespace.rawValue) had this name on \(day)",
        allowed: "an id: \(candidates.map(\.description).joined(separator: "; "))")
    }
  }
}
