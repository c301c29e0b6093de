extension Program {
  /// Compiles a shape and what lies inside it; shared shapes are compiled once.
  mutating func compile(_ shape: Shape, _ known: inout [String: Int32], isRoot: Bool = false) -> Int32 {
    if !isRoot, let index = known[shape.name] { return index }
    let index = Int32(objects.count)
    if !isRoot { known[shape.name] = index }
    objects.append(Object(first: 0, count: 0, mandatory: 0))
    shapes.append(shape)
    let standing = shape.fields.filter { $0.stands(in: form) }.sorted {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }
    precondition(standing.count <= 64, "a shape has at most 64 fields")
    // Inner shapes first, so that the entries of this one stay together.
    let rules = standing.map { compile($0.type, &known) }
    objects[Int(index)].first = Int32(entries.count)
    objects[Int(index)].count = Int32(standing.count)
    for (position, field) in standing.enumerated() {
      let key = Array(field.key.utf8)
      let isMandatory = field.isMandatory(in: form)
      if isMandatory { objects[Int(index)].mandatory |= 1 << UInt64(position) }
      entries.append(
        Entry(
          keyPrefix: Self.prefix(key), keyLength: Int32(key.count), keyStart: Int32(bytes.count), rule: rules[position],
          isMandatory: isMandatory))
      fields.append(field)
      bytes += key
    }
    for rule in shape.rules { add(rule, to: Int(index)) }
    return index
  }

  private mutating func add(_ rule: ShapeRule, to index: Int) {
    switch rule {
    case .anyOf(let keys):
      for key in keys {
        let range = Int(objects[index].first)..<Int(objects[index].first + objects[index].count)
        guard let position = range.first(where: { fields[$0].key == key }) else { continue }
        objects[index].anyOf |= 1 << UInt64(position - range.lowerBound)
      }
    case .eventOrPosition: objects[index].comparisons.insert(form == .draft ? .eventOrPosition : [])
    case .orderedFigures: objects[index].comparisons.insert(.orderedFigures)
    case .sameLength: objects[index].comparisons.insert(.sameLength)
    case .reportAfterBeginning: objects[index].comparisons.insert(.reportAfterBeginning)
    case .sorted: objects[index].comparisons.insert(.sorted)
    }
  }

  private mutating func compile(_ type: FieldType, _ known: inout [String: Int32]) -> Int32 {
    let rule = rule(for: type, &known)
    rules.append(rule)
    types.append(type)
    return Int32(rules.count - 1)
  }

  private mutating func rule(for type: FieldType, _ known: inout [String: Int32]) -> Rule {
    switch type {
    case .text: return Rule(operation: .text)
    case .verbatim: return Rule(operation: .verbatim)
    case .form(let form): return rule(for: form)
    case .code(let name): return rule(for: name.list.words, isClosed: name.list.isClosed)
    case .constant(let word): return rule(for: [word], isClosed: true)
    case .codeNumber(let name):
      let numbers = name.list.codes.compactMap { Int64($0.code) }
      return Rule(operation: .number, least: numbers.min() ?? 0, most: numbers.max() ?? 0)
    case .integer(let range): return Rule(operation: .number, least: range.lowerBound, most: range.upperBound)
    case .boolean: return Rule(operation: .boolean)
    case .name(let namespace): return Rule(operation: .name, form: .key, namespace: namespace)
    case .nameOrCode(let namespace, let list):
      var rule = rule(for: list.list.words, isClosed: false)
      rule.operation = .name
      rule.form = .key
      rule.namespace = namespace
      return rule
    case .object(let shape): return Rule(operation: .object, first: compile(shape, &known))
    case .list(let item, let least):
      return Rule(operation: .list, first: compile(item, &known), count: Int32(least))
    case .shorthand(let shape, let shorthand):
      return reference(to: shape, &known, text: shorthand == .period ? .edtf : nil)
    case .event: return reference(to: EventRef.shape, &known, text: .eventName)
    case .ownID: return rule(for: form == .draft ? .draftID : .eventID)
    case .any: return Rule(operation: .any)
    case .open: return Rule(operation: .anyObject)
    }
  }

  /// An object that a draft may write as one text.
  private mutating func reference(
    to shape: Shape, _ known: inout [String: Int32], text: TextForm?
  ) -> Rule {
    let index = compile(shape, &known)
    guard form == .draft else { return Rule(operation: .object, first: index) }
    return Rule(operation: .textOrObject, form: text, first: index, isDate: text == .edtf)
  }

  private func rule(for form: TextForm) -> Rule {
    let isDate = form == .day || form == .date || form == .edtf || form == .second
    return Rule(operation: .form, form: form, isDate: isDate)
  }

  private mutating func rule(for list: [String], isClosed: Bool) -> Rule {
    let first = Int32(words.count)
    for word in list {
      words.append(
        Word(prefix: Self.prefix(word.utf8), start: Int32(bytes.count), length: Int32(word.utf8.count)))
      bytes += word.utf8
    }
    return Rule(operation: isClosed ? .closed : .open, form: .word, first: first, count: Int32(list.count))
  }
}
