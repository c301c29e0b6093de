internal import Leaf

extension Walk {
  /// What a text turned out to be.
  private enum Verdict {
    case good, malformed, needsResolving
  }

  /// Checks a text.
  mutating func text(_ place: Int, _ rule: Program.Rule, _ index: Int32) {
    guard places.isString(place) else { return refuse(place, .wrongType, index) }
    if rule.operation == .closed || rule.operation == .open { return code(place, rule, index) }
    switch places.withBytes(place, { text in verdict(text, rule) }) {
    case .good: break
    case .malformed: return refuse(place, .malformed, index)
    case .needsResolving: needs.note(place, rule)
    }
    if rule.operation == .name, program.form == .draft { lookUp(place, rule) }
    if rule.isDate { checkDate(place, rule) }
  }

  private func verdict(_ text: Span<UInt8>, _ rule: Program.Rule) -> Verdict {
    switch rule.operation {
    case .verbatim: return .good
    case .form:
      guard let form = rule.form else { return .good }
      if !form.matches(text) { return .malformed }
      return form == .draftID && text[0] == 0x40 || form == .eventName ? .needsResolving : .good
    case .textOrObject:
      if let form = rule.form { return form.matches(text) ? .needsResolving : .malformed }
      return text.isEmpty ? .malformed : .needsResolving
    case .name where program.form == .leaf: return TextForm.key.matches(text) ? .good : .malformed
    default: return text.isEmpty ? .malformed : .good
    }
  }

  /// Checks a word of a code list.
  private mutating func code(_ place: Int, _ rule: Program.Rule, _ index: Int32) {
    guard let found = word(rule, place) else {
      let isKept = rule.operation == .open && places.withBytes(place) { TextForm.word.matches($0) }
      return refuse(place, rule.operation == .closed ? .notInList : isKept ? .unlisted : .malformed, index)
    }
    guard index == program.relationRule else { return }
    let bit: UInt32 = 1 &<< UInt32(truncatingIfNeeded: found)
    repeated |= relations & bit
    relations |= bit
  }

  /// The place of the text in the list of words of a rule.
  func word(_ rule: Program.Rule, _ place: Int) -> Int? {
    let (prefix, length) = places.prefix(place)
    let words = program.words
    var index = Int(rule.first)
    let end = index &+ Int(rule.count)
    while index < end {
      let word = words[index]
      if word.prefix == prefix, Int(word.length) == length, length <= 8 || rest(word.start, place) {
        return index &- Int(rule.first)
      }
      index &+= 1
    }
    return nil
  }

  /// Asks the directory whether the text is an id it knows; a name, or an unknown id, must be resolved.
  private mutating func lookUp(_ place: Int, _ rule: Program.Rule) {
    guard !needs.haveNames, let context, let namespace = rule.namespace else { return }
    guard rule.count == 0 || word(rule, place) == nil else { return }
    let isKnown = places.withBytes(place) { id in
      namespace.isDefinedByUse ? TextForm.key.matches(id) : context.ids.contains(id, in: namespace, context)
    }
    if !isKnown { needs.haveNames = true }
  }

  /// Checks that a date stands in the calendar; its form is good already.
  private mutating func checkDate(_ place: Int, _ rule: Program.Rule) {
    let problem = places.withBytes(place) { bytes -> EDTFError? in
      func text() -> String { document.element(at: place).string ?? "" }
      do throws(EDTFError) {
        switch rule.form {
        case .second: _ = try UncertainDate(utf8: bytes.extracting(0..<10), String(text().prefix(10)))
        case .edtf: _ = try EDTF(utf8: bytes, text())
        default: _ = try UncertainDate(utf8: bytes, text())
        }
        return nil
      } catch { return error }
    }
    guard let problem else { return }
    add(.impossibleDate, at: place, reason: problem.message, allowed: rule.form?.allowed ?? "")
  }
}
