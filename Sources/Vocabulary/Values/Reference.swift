public import Leaf

/// A typed edge to an earlier event.
public struct Reference: Sendable {
  static let shape = Shape(
    "reference", "A typed edge to an earlier event.", rules: [.eventOrPosition],
    [
      .must("rel", .code(.relation), "How this event stands to the earlier one."),
      .sealed("leaf", .form(.sha256), "The hash of the earlier event's leaf."),
      .sealed("seq", .integer(0...9_007_199_254_740_991), "Its position, from 0."),
      .draft("event", .form(.eventName), "The earlier event by @name, #position, id or leaf hash."),
      .may("derivation", .code(.derivation), "Stated, or inferred by the recorder."),
      .may("likelihood", .code(.likelihood), "How likely an inferred edge is (ICD 203)."),
      .may("note", .text, "A remark."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// How this event stands to the earlier one.
  public var relation: Relation? { fields.code("rel") }

  /// The earlier event; `nil` in a draft that names it otherwise.
  public var target: EventRef? { EventRef(fields) }

  /// Stated, or inferred by the recorder.
  public var derivation: Derivation? { fields.code("derivation") }

  /// How likely an inferred edge is.
  public var likelihood: Likelihood? { fields.code("likelihood") }

  /// A remark.
  public var note: String? { fields.text("note") }
}
