/// The envelope: the top-level fields of every event.
public enum Envelope {
  /// The fields as they stand in an event of a kind.
  public static func shape(for kind: Kind) -> Shape {
    Shape(kind.rawValue, kind.doc, rules: [.sorted("_sd")], fields(kind: kind))
  }

  /// The fields with any kind and payload, for the schema of the envelope.
  static let shape = Shape("envelope", "The fields that every event has.", rules: [.sorted("_sd")], fields(kind: nil))

  private static func fields(kind: Kind?) -> [Field] {
    let needsAttribution = kind?.isAboutTheWorld ?? false
    let needsReferences = !(kind?.type.targets ?? []).isEmpty
    return [
      .sealed("v", .integer(1...1), "The version of the format."),
      .must("kind", kind.map { .constant($0.rawValue) } ?? .code(.kind), "The kind."),
      .sealed("id", .ownID, "The id of the event, the key under which a retry is recognised."),
      .assigned("at", .form(.second), "When it was recorded (UTC)."),
      .assigned("by", .form(.key), "The recorder's key id."),
      .may("occurred", .shorthand(Period.shape, .period), "When it was so: valid time."),
      .may("place", .shorthand(Place.shape, .place), "Where it was so."),
      .may("parties", .list(.object(Party.shape), least: 1), "Who had a part in it."),
      field(needsAttribution, "said", .object(Attribution.shape), "Who says so, where, and how strongly."),
      field(kind == .grade, "grade", .object(Grade.shape), "How good the source and the information are."),
      field(needsReferences, "refs", .list(.object(Reference.shape), least: 1), "Edges to earlier events."),
      .may("handling", .object(Handling.shape), "How it may be shared."),
      .may("original", .object(Original.shape), "The row of an import, verbatim."),
      .may("note", .text, "A remark."),
      .must("payload", kind.map { .object(payload($0)) } ?? .open, "The fields of the kind."),
      .draft("protect", .object(protection), "Values that the ledger hides: they are kept beside the log."),
      .may("_sd", .list(.form(.digest), least: 1), "The digests of protected values, sorted."),
    ]
  }

  /// The envelope of each kind.
  static let shapes: [Kind: Shape] = {
    var shapes: [Kind: Shape] = [:]
    for kind in Kind.allCases { shapes[kind] = shape(for: kind) }
    return shapes
  }()

  /// The fields of a kind, and the list of names as written where one of them holds an id.
  static func payload(_ kind: Kind) -> Shape {
    let shape = kind.shape
    let written = Field.may(
      "written", .list(.object(Written.shape), least: 1), "Names as written, where they were resolved to ids.")
    let holdsNames = shape.fields.contains { $0.type.holdsNames }
    return Shape("\(shape.name).payload", shape.doc, rules: shape.rules, shape.fields + (holdsNames ? [written] : []))
  }

  /// What a draft gives the ledger to hide.
  private static let protection = Shape(
    "protection", "Values that the ledger hides and can destroy, and whom they concern.",
    [
      .may(
        "subject", .form(.key),
        "Whom they concern; one key hides all that concerns one subject. Absent: each value has a key of its own."),
      .may("fields", .open, "The values by name."),
      .may(
        "hide", .list(.form(.path), least: 1),
        "Fields of this draft to be hidden; of place and occurred the region and the month stay."),
    ])

  private static func field(_ must: Bool, _ key: String, _ type: FieldType, _ doc: String) -> Field {
    must ? .must(key, type, doc) : .may(key, type, doc)
  }

  /// The kind that alone may use a relation, for relations that name a target.
  static let owners: [Relation: Kind] = {
    var owners: [Relation: Kind] = [:]
    for kind in Kind.allCases {
      for rule in kind.type.targets { owners[rule.relation] = kind }
    }
    return owners
  }()
}
