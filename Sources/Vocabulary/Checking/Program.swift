/// The shapes, compiled into flat tables for the hot path: no pointer is followed and nothing is allocated while a
/// good document is checked.
///
/// Compiled once per form of document, at the first check (about a millisecond).
final class Program: Sendable {
  /// What a value must be.
  enum Operation: UInt8 {
    case text, verbatim, form, closed, open, number, boolean, object, list, textOrObject, name, any, anyObject
  }

  /// A value: the operation and what it needs.
  struct Rule {
    var operation: Operation
    /// The form of a text, of the text instead of an object, or of a name.
    var form: TextForm?
    /// Shape of an object, item of a list, first word of a list.
    var first: Int32 = 0
    /// Number of words, least number of items.
    var count: Int32 = 0
    var least: Int64 = 0
    var most: Int64 = 0
    /// Whether a text of a form must also be a date of the calendar.
    var isDate = false
    var namespace: Namespace?
  }

  /// A field: its key as Leaf's tape has it, and the rule of its value.
  struct Entry {
    var keyPrefix: UInt64
    var keyLength: Int32
    var keyStart: Int32
    var rule: Int32
    var isMandatory: Bool
    var mark = Needs.Mark.none
  }

  /// An object: its fields sorted by key.
  struct Object {
    var first: Int32
    var count: Int32
    /// Where its slots begin, and their number less one, a power of two.
    var slots: Int32 = 0
    var mask: UInt32 = 0
    /// The mandatory fields, one bit each.
    var mandatory: UInt64
    /// Fields of which at least one must be there; none when there is no such rule.
    var anyOf: UInt64 = 0
    /// Rules that compare values.
    var comparisons: Comparisons = []
  }

  /// Rules between fields that need more than knowing which are there.
  struct Comparisons: OptionSet {
    let rawValue: UInt8
    static let orderedFigures = Comparisons(rawValue: 1)
    static let sameLength = Comparisons(rawValue: 2)
    static let reportAfterBeginning = Comparisons(rawValue: 4)
    static let sorted = Comparisons(rawValue: 8)
    static let eventOrPosition = Comparisons(rawValue: 16)
    static let conditional = Comparisons(rawValue: 32)
  }

  /// The shape of an open object, when a field beside it is a word.
  struct Condition {
    var object: Int32
    var key: StaticString
    var word: String
    var within: StaticString
    var shape: Int32
  }

  /// What the references of a kind must and may be; one bit per word of the list of relations.
  struct Targets {
    var required: UInt32 = 0
    var single: UInt32 = 0
    /// Relations that belong to other kinds.
    var foreign: UInt32 = 0
  }

  /// A word of a code list.
  struct Word {
    var prefix: UInt64
    var start: Int32
    var length: Int32
  }

  let form: DocumentForm
  let rules: Table<Rule>
  let entries: Table<Entry>
  let objects: Table<Object>
  /// For each object a table from a key to the place of its field, counted from 1; 0 is empty.
  let slots: Table<UInt8>
  let words: Table<Word>
  /// The bytes of keys and words.
  let bytes: Table<UInt8>
  /// What was compiled, for messages: parallel to `objects`, `entries` and `rules`.
  let shapes: [Shape]
  let fields: [Field]
  let types: [FieldType]
  let conditions: [Condition]
  /// The object and the targets of each kind, in the order of `Kind.allCases`.
  let roots: Table<Int32>
  let targets: Table<Targets>
  /// The rule of `kind` in the envelope, and of `rel` in a reference.
  let kindRule: Int32
  let relationRule: Int32
  /// The object for documents of an unknown kind.
  let envelope: Int32

  static let draft = Program(.draft)
  static let leaf = Program(.leaf)

  static func of(_ form: DocumentForm) -> Program { form == .draft ? draft : leaf }

  private init(_ form: DocumentForm) {
    self.form = form
    var compiler = Compiler(form)
    var known: [String: Int32] = [:]
    envelope = compiler.compile(Envelope.shape, &known)
    roots = Table(Kind.allCases.map { compiler.compile(Envelope.shape(for: $0), &known, isRoot: true) })
    targets = Table(Kind.allCases.map { Self.targets(of: $0) })
    kindRule = compiler.rule(of: "kind", in: envelope)
    relationRule = known[Reference.shape.name].map { compiler.rule(of: "rel", in: $0) } ?? -1
    rules = Table(compiler.rules)
    entries = Table(compiler.entries)
    objects = Table(compiler.objects)
    slots = Table(compiler.slots)
    words = Table(compiler.words)
    bytes = Table(compiler.bytes)
    shapes = compiler.shapes
    fields = compiler.fields
    types = compiler.types
    conditions = compiler.conditions
  }

  private static func targets(of kind: Kind) -> Targets {
    var targets = Targets()
    for (bit, word) in Relation.list.list.words.enumerated() {
      guard let relation = Relation(rawValue: word), let owner = Envelope.owners[relation] else { continue }
      if owner != kind { targets.foreign |= 1 << UInt32(bit) }
    }
    for rule in kind.type.targets {
      let bit = UInt32(Relation.list.list.words.firstIndex(of: rule.relation.rawValue) ?? 0)
      targets.required |= 1 << bit
      if rule.isSingle { targets.single |= 1 << bit }
    }
    return targets
  }

  /// Where to look first for a key.
  @inline(__always)
  static func slot(_ prefix: UInt64, _ length: Int, _ mask: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: ((prefix &+ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
  }

  /// The first eight bytes, big-endian and padded with zero, so that integers compare like the words.
  static func prefix(_ word: some Collection<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for (index, byte) in word.prefix(8).enumerated() { prefix |= UInt64(byte) << UInt64(56 - index * 8) }
    return prefix
  }
}
