import Vocabulary

/// The place in a draft that a flag fills, with what may stand there.
struct FlagPath {
  /// The keys from the root of the draft.
  var keys: [String]
  /// What may stand at the end.
  var type: FieldType
  /// For a list: the value is one more item.
  var isItem: Bool { if case .list = type { true } else { false } }

  /// Which place of a draft of a kind a flag means; `nil` when none.
  ///
  /// A flag is the path of a field with dots (`--said.quote`), or its last part where that is plain: a field of the
  /// payload first, then of the envelope, then of `said`, `handling`. A list may be named by its singular.
  static func find(_ flag: String, in kind: Kind) -> FlagPath? {
    let keys = flag.split(separator: ".", omittingEmptySubsequences: false).map { String($0).replacing("-", with: "_") }
    let root = Envelope.shape(for: kind)
    if keys.count > 1, let path = descend(keys[...], root, []) { return path }
    for prefix in [["payload"], [], ["said"], ["handling"]] {
      if let path = descend((prefix + keys)[...], root, []) { return path }
    }
    return nil
  }

  private static func descend(_ keys: ArraySlice<String>, _ shape: Shape, _ done: [String]) -> FlagPath? {
    guard let key = keys.first, let field = field(key, shape) else { return nil }
    let path = done + [field.key]
    let rest = keys.dropFirst()
    if rest.isEmpty { return FlagPath(keys: path, type: field.type) }
    switch field.type {
    case .object(let inner), .shorthand(let inner, _): return descend(rest, inner, path)
    case .open: return FlagPath(keys: path + rest, type: .any)
    default: return nil
    }
  }

  /// The field of a shape by its key; of a list also by its singular.
  private static func field(_ key: String, _ shape: Shape) -> Field? {
    let fields = shape.fields.filter { $0.presence != .leafOnly }
    if let exact = fields.first(where: { $0.key == key }) { return exact }
    return fields.first { field in
      guard case .list = field.type else { return false }
      return field.key == key + "s" || field.key == key + "es" || (field.key == "parties" && key == "party")
    }
  }
}

extension FlagPath {
  /// All flags of a kind, for the nearest right one.
  static func flags(of kind: Kind) -> [String] {
    var flags = Envelope.shape(for: kind).fields.filter { $0.presence != .leafOnly }.flatMap { field -> [String] in
      switch (field.key, field.type) {
      case ("payload", .object(let shape)): shape.fields.map(\.key)
      case ("kind", _), ("original", _), ("v", _): []
      case ("parties", _): ["party"]
      case ("said", .object(let shape)), ("handling", .object(let shape)): shape.fields.map(\.key)
      default: [field.key]
      }
    }
    flags += Relation.allCases.map(\.rawValue) + ["set", "protect"]
    return flags.map { $0.replacing("_", with: "-") }
  }
}
