internal import Leaf

/// One check of one document: walks it along the program and collects what is wrong.
///
/// A good document costs no allocation: findings are made only when there is something to find.
struct Walk {
  let program: Program
  /// Whether the document carries an imported row, whose figures need not be in order.
  private(set) var isImported = false
  /// What is wrong, warnings among it.
  var findings: [Finding] = []
  /// Whether something in the draft must be resolved before it can be stored.
  private(set) var needsResolving = false
  /// Where ids are looked up, when they are.
  let directory: (any Directory)?
  var path = PathStack()
  /// The relations of the references met, and those met twice; one bit per word of the list.
  private(set) var relations: UInt32 = 0
  private(set) var repeated: UInt32 = 0

  init(_ program: Program, directory: (any Directory)? = nil) {
    self.program = program
    self.directory = directory
  }

  /// Checks the document from its root.
  mutating func run(_ root: Element) {
    guard root.kind == .object else { return refuse(root, .wrongType, .object(Envelope.shape)) }
    isImported = root.child("original") != nil
    guard let index = kindIndex(root) else { return object(root, program.envelope) }
    object(root, program.roots[index])
    checkTargets(index)
  }

  /// The place of the kind in `Kind.allCases`; `nil` when it is missing or unknown.
  private func kindIndex(_ root: Element) -> Int? {
    guard let kind = root.child("kind") else { return nil }
    return kind.withText { text in word(program.rules[Int(program.kindRule)], text) } ?? nil
  }

  /// Checks a value against a rule.
  mutating func value(_ element: Element, _ index: Int32) {
    let rule = program.rules[Int(index)]
    switch rule.operation {
    case .object:
      guard element.kind == .object else { return refuse(element, .wrongType, index) }
      object(element, rule.first)
    case .list: list(element, rule, index)
    case .number:
      guard let number = element.integer else { return refuse(element, .wrongType, index) }
      if number < rule.least || number > rule.most { refuse(element, .outOfRange, index) }
    case .boolean: if element.kind != .boolean { refuse(element, .wrongType, index) }
    case .any: break
    case .anyObject: if element.kind != .object { refuse(element, .wrongType, index) }
    case .textOrObject where element.kind == .object: object(element, rule.first)
    case .text, .verbatim, .form, .closed, .open, .name, .textOrObject: text(element, rule, index)
    }
  }

  private mutating func list(_ element: Element, _ rule: Program.Rule, _ index: Int32) {
    guard element.kind == .array else { return refuse(element, .wrongType, index) }
    var count = 0
    for item in element.elements {
      path.enter(item: count)
      value(item, rule.first)
      path.leave()
      count += 1
    }
    if count < Int(rule.count) { refuse(element, .tooFew, index) }
  }

  /// What a text turned out to be.
  private enum Verdict {
    case good, malformed, notInList, unlisted, needsResolving
    case relation(Int)
  }

  private mutating func text(_ element: Element, _ rule: Program.Rule, _ index: Int32) {
    guard let verdict = element.withText({ text in verdict(text, rule, index) }) else {
      return refuse(element, .wrongType, index)
    }
    switch verdict {
    case .good: break
    case .malformed: refuse(element, .malformed, index)
    case .notInList: refuse(element, .notInList, index)
    case .unlisted: refuse(element, .unlisted, index)
    case .needsResolving: needsResolving = true
    case .relation(let bit):
      repeated |= relations & (1 << UInt32(bit))
      relations |= 1 << UInt32(bit)
    }
    if rule.operation == .name, program.form == .draft { lookUp(element, rule) }
    if rule.isDate, case .malformed = verdict {} else if rule.isDate { checkDate(element, rule, index) }
  }

  private func verdict(_ text: Span<UInt8>, _ rule: Program.Rule, _ index: Int32) -> Verdict {
    switch rule.operation {
    case .verbatim: return .good
    case .text: return text.isEmpty ? .malformed : .good
    case .form:
      if let form = rule.form, !form.matches(text) { return .malformed }
      return rule.form == .draftID && text[0] == 0x40 || rule.form == .eventName ? .needsResolving : .good
    case .textOrObject:
      if let form = rule.form { return form.matches(text) ? .needsResolving : .malformed }
      return text.isEmpty ? .malformed : .needsResolving
    case .name:
      if program.form == .draft { return text.isEmpty ? .malformed : .good }
      return TextForm.key.matches(text) ? .good : .malformed
    default:
      guard let found = word(rule, text) else {
        guard rule.operation == .open else { return .notInList }
        return TextForm.word.matches(text) ? .unlisted : .malformed
      }
      return index == program.relationRule ? .relation(found) : .good
    }
  }

  /// The place of a word in the list of a rule.
  private func word(_ rule: Program.Rule, _ text: Span<UInt8>) -> Int? {
    let prefix = Self.prefix(text)
    for offset in 0..<rule.count {
      let word = program.words[Int(rule.first + offset)]
      if word.prefix == prefix, Int(word.length) == text.count, rest(word.start, text) { return Int(offset) }
    }
    return nil
  }

  /// Whether what follows the first eight bytes agrees as well.
  private func rest(_ start: Int32, _ text: Span<UInt8>) -> Bool {
    var index = 8
    while index < text.count {
      if program.bytes[Int(start) + index] != text[index] { return false }
      index += 1
    }
    return true
  }

  private static func prefix(_ text: Span<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<min(8, text.count) { prefix |= UInt64(text[index]) << UInt64(56 - index * 8) }
    return prefix
  }

  /// Asks the directory whether the text is an id it knows; a name, or an unknown id, must be resolved.
  private mutating func lookUp(_ element: Element, _ rule: Program.Rule) {
    guard !needsResolving, let directory, let namespace = rule.namespace, let text = element.string else { return }
    guard rule.count == 0 || element.withText({ word(rule, $0) }) == .some(nil) else { return }
    let isID = TextForm.key.matches(text.utf8Span.span)
    if isID, namespace.isDefinedByUse || directory.knows(text, in: namespace) { return }
    needsResolving = true
  }

  /// Checks an object: every field known and good, every mandatory field there, the rules kept.
  mutating func object(_ element: Element, _ index: Int32) {
    let object = program.objects[Int(index)]
    var seen: UInt64 = 0
    var cursor = 0
    for member in element.members {
      guard let position = field(member.key, object, &cursor) else {
        refuseField(member.key, member.value, index)
        continue
      }
      seen |= 1 << UInt64(position)
      let entry = Int(object.first) + position
      path.enter(field: entry)
      value(member.value, program.entries[entry].rule)
      path.leave()
    }
    if object.mandatory & ~seen != 0 { refuseMissing(index, object.mandatory & ~seen) }
    if object.anyOf != 0, object.anyOf & seen == 0 { refuseMissing(index, anyOf: object.anyOf) }
    if !object.comparisons.isEmpty { compare(element, object.comparisons) }
  }

  /// The place of a key among the fields; the search goes on where the last one ended, as keys are mostly sorted.
  private func field(_ key: String, _ object: Program.Object, _ cursor: inout Int) -> Int? {
    let text = key.utf8Span.span
    let prefix = Self.prefix(text)
    let count = Int(object.count)
    for step in 0..<count {
      var position = cursor + step
      if position >= count { position -= count }
      let entry = program.entries[Int(object.first) + position]
      if entry.keyPrefix == prefix, Int(entry.keyLength) == text.count, rest(entry.keyStart, text) {
        cursor = position + 1
        return position
      }
    }
    return nil
  }
}
