internal import Leaf

/// One check of one document: walks it along the program and collects what is wrong.
///
/// A good document costs no allocation: findings are made only when there is something to find, and only then is their
/// path looked for.
struct Walk: ~Copyable {
  let program: Program
  let document: Document
  let places: Places
  /// Where ids are looked up, when they are.
  let context: SealContext?
  /// Whether the document carries an imported row, whose figures need not be in order.
  private(set) var isImported = false
  /// What is wrong, warnings among it.
  var findings: [Finding] = []
  /// What a draft leaves to be resolved before it can be stored.
  var needs = Needs()
  /// The relations of the references met, and those met twice; one bit per word of the list.
  var relations: UInt32 = 0
  var repeated: UInt32 = 0

  init(_ program: Program, _ document: Document, in context: SealContext? = nil) {
    self.program = program
    self.document = document
    places = document.places
    self.context = context
    needs.notes = context?.takeNotes() ?? []
  }

  /// The notes, which it has no longer.
  mutating func takeNotes() -> [Needs.Note] {
    var taken: [Needs.Note] = []
    swap(&taken, &needs.notes)
    return taken
  }

  /// Checks the document from its root.
  mutating func run() {
    let root = document.root
    guard root.isObject else { return refuse(root.position, .wrongType, .object(Envelope.shape)) }
    isImported = root.child("original") != nil
    guard let index = kindIndex(root) else { return object(root.position, program.envelope) }
    needs.kind = Kind.allCases[index]
    object(root.position, program.roots[index])
    checkTargets(index)
  }

  /// The place of the kind in `Kind.allCases`; `nil` when it is missing or unknown.
  private func kindIndex(_ root: Element) -> Int? {
    guard let kind = root.child("kind"), kind.isString else { return nil }
    return word(program.rules[Int(program.kindRule)], kind.position)
  }

  /// Checks a value against a rule.
  mutating func value(_ place: Int, _ index: Int32) {
    let rule = program.rules[Int(index)]
    switch rule.operation {
    case .object:
      guard places.isObject(place) else { return refuse(place, .wrongType, index) }
      object(place, rule.first)
    case .list: list(place, rule, index)
    case .number:
      guard let number = places.integer(place) else { return refuse(place, .wrongType, index) }
      if number < rule.least || number > rule.most { refuse(place, .outOfRange, index) }
    case .boolean: if !places.isBoolean(place) { refuse(place, .wrongType, index) }
    case .any: break
    case .anyObject: if !places.isObject(place) { refuse(place, .wrongType, index) }
    case .textOrObject where places.isObject(place): object(place, rule.first)
    case .text, .verbatim, .form, .closed, .open, .name, .textOrObject: text(place, rule, index)
    }
  }

  private mutating func list(_ place: Int, _ rule: Program.Rule, _ index: Int32) {
    guard places.isArray(place) else { return refuse(place, .wrongType, index) }
    let end = places.next(after: place)
    var count = 0
    var item = place &+ 1
    while item < end {
      value(item, rule.first)
      count &+= 1
      item = places.next(after: item)
    }
    if count < Int(rule.count) { refuse(place, .tooFew, index) }
  }

  /// Checks an object: every field known and good, every mandatory field there, the rules kept.
  mutating func object(_ place: Int, _ index: Int32) {
    let object = program.objects[Int(index)]
    let end = places.next(after: place)
    var seen: UInt64 = 0
    var key = place &+ 1
    while key < end {
      if let position = field(key, object) {
        seen |= 1 &<< UInt64(truncatingIfNeeded: position)
        needs.owner = place
        let entry = program.entries[Int(object.first) &+ position]
        if entry.mark != .none { needs.note(entry.mark, key &+ 1) }
        value(key &+ 1, entry.rule)
      } else {
        refuseField(key, index)
      }
      key = places.next(after: key &+ 1)
    }
    if object.mandatory & ~seen != 0 { refuseMissing(place, index, object.mandatory & ~seen) }
    if object.anyOf != 0, object.anyOf & seen == 0 { refuseMissing(place, index, anyOf: object.anyOf) }
    if !object.comparisons.isEmpty { compare(document.element(at: place), object.comparisons, index) }
  }

  /// The place of a key among the fields.
  @inline(__always)
  private func field(_ key: Int, _ object: Program.Object) -> Int? {
    let (prefix, length) = places.prefix(key)
    var slot = Program.slot(prefix, length, object.mask)
    while true {
      let found = program.slots[Int(object.slots) &+ Int(slot)]
      if found == 0 { return nil }
      let position = Int(found) &- 1
      let entry = program.entries[Int(object.first) &+ position]
      if entry.keyPrefix == prefix, Int(entry.keyLength) == length, length <= 8 || rest(entry.keyStart, key) {
        return position
      }
      slot = (slot &+ 1) & object.mask
    }
  }

  /// Whether what follows the first eight bytes of a key or text agrees with a key or word of the program.
  func rest(_ start: Int32, _ place: Int) -> Bool {
    places.withBytes(place) { text in
      let bytes = program.bytes
      var index = 8
      while index < text.count {
        if bytes[Int(start) &+ index] != text[index] { return false }
        index &+= 1
      }
      return true
    }
  }
}
