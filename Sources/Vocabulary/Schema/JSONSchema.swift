/// Writes the shapes as JSON Schema (draft 2020-12).
///
/// The schema of the envelope holds every shared object under `$defs`; the schema of a kind refers to them by URN. Each
/// comes in two forms: the leaf as it is stored, and the draft as a person or program writes it.
public struct JSONSchema: Sendable {
  /// Leaf or draft.
  public let form: DocumentForm

  public init(_ form: DocumentForm) { self.form = form }

  /// The URN of a schema, for example `urn:daybook:schema:attack:1`.
  public static func urn(_ name: String, _ form: DocumentForm) -> String {
    "urn:daybook:schema:\(name)\(form == .draft ? ":draft" : ""):1"
  }

  /// The name of the file that holds a schema, for example `schema_claim_control_draft.json`.
  public static func file(_ name: String, _ form: DocumentForm) -> String {
    let flat = String(name.map { $0 == "." ? "_" : $0 })
    return "schema_\(flat)\(form == .draft ? "_draft" : "").json"
  }

  /// The schema of the envelope, with all shared objects.
  public var envelope: JSONText {
    var definitions = Self.shared.map { ($0.name, object($0)) }
    definitions += TextForm.allCases.map { form in
      (
        "form_\(form)",
        JSONText.object([
          ("type", .string("string")), ("pattern", .string(form.pattern)), ("description", .string(form.allowed)),
        ])
      )
    }
    definitions += CodeListName.allCases.filter { $0 != .wherePrec && $0 != .credibility }.map { name in
      ("codes_\(name.rawValue)", codes(name))
    }
    guard case .object(let body) = object(Envelope.shape) else {
      preconditionFailure("an object has an object's schema")
    }
    return document("envelope", body + [("$defs", .object(definitions))])
  }

  /// The schema of an event of a kind: the envelope, and what the kind demands beyond it.
  public func kind(_ kind: Kind) -> JSONText {
    let shape = Envelope.shape(for: kind)
    let general = Set(Envelope.shape.fields.filter { $0.isMandatory(in: form) }.map(\.key))
    let required = shape.fields.filter { $0.isMandatory(in: form) && !general.contains($0.key) }
    var body: [(String, JSONText)] = [
      ("description", .string(kind.doc)),
      ("$ref", .string(Self.urn("envelope", form))),
      (
        "properties",
        .object([
          ("kind", .object([("const", .string(kind.rawValue))])), ("payload", object(Envelope.payload(kind))),
          ("refs", .object([("allOf", .array(targets(of: kind)))])),
        ])
      ),
    ]
    if !required.isEmpty { body.append(("required", .array(required.map { .string($0.key) }))) }
    return document(kind.rawValue, body)
  }

  /// The objects that several kinds share.
  private static let shared: [Shape] = [
    Period.shape, Place.shape, Count.shape, Party.shape, Attribution.shape, ChainLink.shape, Locator.shape, Grade.shape,
    Handling.shape, Original.shape, Reference.shape, EventRef.shape,
  ]

  /// The names of the objects that several kinds share.
  static let sharedShapes = Set(shared.map(\.name))

  private func document(_ name: String, _ body: [(String, JSONText)]) -> JSONText {
    .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("$id", .string(Self.urn(name, form))),
        ("title", .string("\(name)\(form == .draft ? " (draft)" : "")")),
      ] + body)
  }

  func object(_ shape: Shape) -> JSONText {
    let fields = shape.fields.filter { $0.stands(in: form) }
    let required = fields.filter { $0.isMandatory(in: form) }.map { JSONText.string($0.key) }
    var members: [(String, JSONText)] = [
      ("type", .string("object")), ("description", .string(shape.doc)),
      (
        "properties",
        .object(fields.map { ($0.key, described(schema($0.type, unique: shape.isSorted($0.key)), $0.doc)) })
      ),
    ]
    if !required.isEmpty { members.append(("required", .array(required))) }
    members.append(("additionalProperties", .boolean(false)))
    // Several conditions cannot stand in one object, since each is an `if`.
    let conditions = shape.rules.filter { if case .when = $0 { true } else { false } }.map(constraint)
    if conditions.count > 1 { members.append(("allOf", .array(conditions.map(JSONText.object)))) }
    for rule in shape.rules {
      if case .when = rule, conditions.count > 1 { continue }
      members += constraint(rule)
    }
    return .object(members)
  }

  /// What a rule between fields is in JSON Schema; nothing for the rules listed in ``inexpressible``.
  private func constraint(_ rule: ShapeRule) -> [(String, JSONText)] {
    switch rule {
    case .anyOf(let keys): return [("anyOf", .array(keys.map { Self.required([$0]) }))]
    case .eventOrPosition where form == .draft:
      let named = Self.required(["event"], without: ["leaf", "seq"])
      return [("oneOf", .array([named, Self.required(["leaf", "seq"], without: ["event"])]))]
    case .when(let key, let word, let within, let shape):
      let condition = JSONText.object([
        ("properties", .object([(key.description, .object([("const", .string(word))]))])),
        ("required", .array([.string(key.description)])),
      ])
      return [("if", condition), ("then", .object([("properties", .object([(within.description, object(shape))]))]))]
    case .eventOrPosition, .orderedFigures, .sameLength, .reportAfterBeginning, .sorted: return []
    }
  }

  private static func required(_ keys: [String], without: [String] = []) -> JSONText {
    var members: [(String, JSONText)] = [("required", .array(keys.map(JSONText.string)))]
    if !without.isEmpty { members.append(("not", .object([("anyOf", .array(without.map { required([$0]) }))]))) }
    return .object(members)
  }

  /// The references of an event: as many as its kind wants, and none that belong to another kind.
  private func targets(of kind: Kind) -> [JSONText] {
    var rules = kind.type.targets.map { rule in
      var members: [(String, JSONText)] = [
        ("contains", Self.relation(.object([("const", .string(rule.relation.rawValue))]))),
        ("minContains", .integer(1)),
      ]
      if rule.isSingle { members.append(("maxContains", .integer(1))) }
      return JSONText.object(members)
    }
    let others = Relation.allCases.filter { Envelope.owners[$0] != nil && Envelope.owners[$0] != kind }
    let foreign = Self.relation(.object([("enum", .array(others.map { .string($0.rawValue) }))]))
    rules.append(.object([("not", .object([("contains", foreign)]))]))
    return rules
  }

  private static func relation(_ schema: JSONText) -> JSONText {
    .object([("properties", .object([("rel", schema)])), ("required", .array([.string("rel")]))])
  }

  private func described(_ schema: JSONText, _ doc: String) -> JSONText {
    guard case .object(let members) = schema else { return schema }
    return .object(members.filter { $0.0 != "description" } + [("description", .string(doc))])
  }
}
