public import Leaf

/// Somebody with a part in what happened.
public struct Party: Sendable {
  public static let shape = Shape(
    "party", "Somebody with a part in what happened.",
    [
      .may("actor", .name(.actor), "The actor by its id."),
      .may("name", .text, "The name as written."),
      .must("role", .code(.role), "The part it had."),
      .may("certainty", .code(.certainty), "How sure its identity is."),
      .may("degree", .code(.degree), "The degree of involvement."),
      .may("note", .text, "A remark."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The actor by its id.
  public var actor: String? { fields.text("actor") }

  /// The name as written.
  public var name: String? { fields.text("name") }

  /// The part it had.
  public var role: String { fields.text("role") ?? "" }

  /// How sure its identity is.
  public var certainty: Certainty? { fields.code("certainty") }

  /// The degree of involvement.
  public var degree: String? { fields.text("degree") }

  /// A remark.
  public var note: String? { fields.text("note") }
}
