extension JSONSchema {
  /// The schema of what may stand in a field. `unique` items may not stand twice.
  func schema(_ type: FieldType, unique: Bool = false) -> JSONText {
    switch type {
    case .text: return .object([("type", .string("string")), ("minLength", .integer(1))])
    case .verbatim: return .object([("type", .string("string"))])
    case .form(let form): return shared("form_\(form)")
    case .code(let name): return shared("codes_\(name.rawValue)")
    case .codeNumber(let name):
      let numbers = name.list.codes.compactMap { Int64($0.code) }
      return integer(numbers.min() ?? 0, numbers.max() ?? 0)
    case .integer(let range): return integer(range.lowerBound, range.upperBound)
    case .boolean: return .object([("type", .string("boolean"))])
    case .name, .nameOrCode: return form == .draft ? schema(.text) : shared("form_key")
    case .object(let shape): return shared(shape.name, else: shape)
    case .list(let item, let least):
      var members: [(String, JSONText)] = [
        ("type", .string("array")), ("items", schema(item)), ("minItems", .integer(Int64(least))),
      ]
      if unique { members.append(("uniqueItems", .boolean(true))) }
      return .object(members)
    case .shorthand(let shape, let shorthand):
      guard form == .draft else { return shared(shape.name) }
      return .object([("anyOf", .array([shared(shape.name), schema(shorthand.text)]))])
    case .event:
      guard form == .draft else { return shared(EventRef.shape.name) }
      return .object([("anyOf", .array([shared(EventRef.shape.name), shared("form_eventName")]))])
    case .ownID: return shared(form == .draft ? "form_draftID" : "form_eventID")
    case .constant(let word): return .object([("const", .string(word))])
    case .any: return .object([])
    case .open: return .object([("type", .string("object"))])
    }
  }

  /// The words of a list: the only ones of a closed list; of an open list the words known, and any other of the form.
  func codes(_ name: CodeListName) -> JSONText {
    let list = name.list
    let words = JSONText.array(list.words.map(JSONText.string))
    let about = JSONText.string("\(list.title). \(list.origin).")
    if list.isClosed { return .object([("enum", words), ("description", about)]) }
    return .object([
      ("anyOf", .array([.object([("enum", words)]), .object([("$ref", .string("#/$defs/form_word"))])])),
      ("description", about),
    ])
  }

  private func integer(_ least: Int64, _ most: Int64) -> JSONText {
    .object([("type", .string("integer")), ("minimum", .integer(least)), ("maximum", .integer(most))])
  }

  /// A reference to a shared object, or the object itself when it belongs to one kind only.
  private func shared(_ name: String, else shape: Shape? = nil) -> JSONText {
    if let shape, !Self.sharedShapes.contains(name) { return object(shape) }
    return .object([("$ref", .string("\(Self.urn("envelope", form))#/$defs/\(name)"))])
  }
}
