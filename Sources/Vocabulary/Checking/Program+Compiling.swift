extension Program {
  /// Builds the tables of a program from shapes.
  struct Compiler {
    let form: DocumentForm
    fileprivate(set) var rules: [Rule] = []
    fileprivate(set) var entries: [Entry] = []
    fileprivate(set) var objects: [Object] = []
    fileprivate(set) var slots: [UInt8] = []
    fileprivate(set) var words: [Word] = []
    fileprivate(set) var bytes: [UInt8] = []
    fileprivate(set) var shapes: [Shape] = []
    fileprivate(set) var fields: [Field] = []
    fileprivate(set) var types: [FieldType] = []
    fileprivate(set) var conditions: [Condition] = []

    init(_ form: DocumentForm) { self.form = form }

    /// The rule of a field of an object; -1 when it has no such field.
    func rule(of key: String, in object: Int32) -> Int32 {
      let object = objects[Int(object)]
      let range = Int(object.first)..<Int(object.first + object.count)
      return range.first { fields[$0].key == key }.map { entries[$0].rule } ?? -1
    }
  }
}

extension Program.Compiler {

  /// Compiles a shape and what lies inside it; shared shapes are compiled once.
  mutating func compile(_ shape: Shape, _ known: inout [String: Int32], isRoot: Bool = false) -> Int32 {
    if !isRoot, let index = known[shape.name] { return index }
    let index = Int32(objects.count)
    if !isRoot { known[shape.name] = index }
    objects.append(Program.Object(first: 0, count: 0, mandatory: 0))
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
        Program.Entry(
          keyPrefix: Program.prefix(key), keyLength: Int32(key.count), keyStart: Int32(bytes.count),
          rule: rules[position], isMandatory: isMandatory, mark: mark(of: field.key, in: shape, isRoot: isRoot)))
      fields.append(field)
      bytes += key
    }
    for rule in shape.rules { add(rule, to: Int(index), &known) }
    addSlots(to: Int(index))
    return index
  }

  /// What sealing must know of a field.
  private func mark(of key: String, in shape: Shape, isRoot: Bool) -> Needs.Mark {
    guard form == .draft else { return .none }
    switch key {
    case "id" where isRoot: return .ownID
    case "v" where isRoot: return .version
    case "protect" where isRoot: return .hidden
    case "fields" where shape.name == Envelope.payload(.redact).name: return .hidden
    case "seq" where shape.name == Reference.shape.name || shape.name == EventRef.shape.name: return .position
    default: return .none
    }
  }

  /// Spreads the keys of an object over twice as many slots, or more.
  private mutating func addSlots(to index: Int) {
    let object = objects[index]
    var size: UInt32 = 4
    while size < 2 * UInt32(object.count) { size *= 2 }
    objects[index].slots = Int32(slots.count)
    objects[index].mask = size - 1
    var table = [UInt8](repeating: 0, count: Int(size))
    for position in 0..<Int(object.count) {
      let entry = entries[Int(object.first) + position]
      var slot = Program.slot(entry.keyPrefix, Int(entry.keyLength), size - 1)
      while table[Int(slot)] != 0 { slot = (slot + 1) & (size - 1) }
      table[Int(slot)] = UInt8(position + 1)
    }
    slots += table
  }

  private mutating func add(_ rule: ShapeRule, to index: Int, _ known: inout [String: Int32]) {
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
    case .when(let key, let word, let within, let shape):
      objects[index].comparisons.insert(.conditional)
      conditions.append(
        Program.Condition(
          object: Int32(index), key: key, word: word, within: within, shape: compile(shape, &known)))
    }
  }

  private mutating func compile(_ type: FieldType, _ known: inout [String: Int32]) -> Int32 {
    let rule = rule(for: type, &known)
    rules.append(rule)
    types.append(type)
    return Int32(rules.count - 1)
  }

  private mutating func rule(for type: FieldType, _ known: inout [String: Int32]) -> Program.Rule {
    switch type {
    case .text: return Program.Rule(operation: .text)
    case .verbatim: return Program.Rule(operation: .verbatim)
    case .form(let form): return rule(for: form)
    case .code(let name): return rule(for: name.list.words, isClosed: name.list.isClosed)
    case .constant(let word): return rule(for: [word], isClosed: true)
    case .codeNumber(let name):
      let numbers = name.list.codes.compactMap { Int64($0.code) }
      return Program.Rule(operation: .number, least: numbers.min() ?? 0, most: numbers.max() ?? 0)
    case .integer(let range): return Program.Rule(operation: .number, least: range.lowerBound, most: range.upperBound)
    case .boolean: return Program.Rule(operation: .boolean)
    case .name(let namespace): return Program.Rule(operation: .name, form: .key, namespace: namespace)
    case .nameOrCode(let namespace, let list):
      var rule = rule(for: list.list.words, isClosed: false)
      rule.operation = .name
      rule.form = .key
      rule.namespace = namespace
      return rule
    case .object(let shape): return Program.Rule(operation: .object, first: compile(shape, &known))
    case .list(let item, let least):
      return Program.Rule(operation: .list, first: compile(item, &known), count: Int32(least))
    case .shorthand(let shape, let shorthand):
      return reference(to: shape, &known, text: shorthand == .period ? .edtf : nil)
    case .event: return reference(to: EventRef.shape, &known, text: .eventName)
    case .ownID: return rule(for: form == .draft ? .draftID : .eventID)
    case .any: return Program.Rule(operation: .any)
    case .open: return Program.Rule(operation: .anyObject)
    }
  }

  /// An object that a draft may write as one text.
  private mutating func reference(
    to shape: Shape, _ known: inout [String: Int32], text: TextForm?
  ) -> Program.Rule {
    let index = compile(shape, &known)
    guard form == .draft else { return Program.Rule(operation: .object, first: index) }
    return Program.Rule(operation: .textOrObject, form: text, first: index, isDate: text == .edtf)
  }

  private func rule(for form: TextForm) -> Program.Rule {
    let isDate = form == .day || form == .date || form == .edtf || form == .second
    return Program.Rule(operation: .form, form: form, isDate: isDate)
  }

  private mutating func rule(for list: [String], isClosed: Bool) -> Program.Rule {
    let first = Int32(words.count)
    for word in list {
      words.append(
        Program.Word(prefix: Program.prefix(word.utf8), start: Int32(bytes.count), length: Int32(word.utf8.count)))
      bytes += word.utf8
    }
    return Program.Rule(operation: isClosed ? .closed : .open, form: .word, first: first, count: Int32(list.count))
  }
}
