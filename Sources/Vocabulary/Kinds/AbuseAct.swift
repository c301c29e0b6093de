public import Leaf

/// One act: who did what to whom.
public struct AbuseAct: Sendable {
  public static let shape = Shape(
    "abuse_act", "One act: who did what to whom.",
    [
      .must("act", .code(.abuseAct), "What was done."),
      .may("victims", .code(.personClass), "The class of the victims."),
      .may("perpetrator", .name(.actor), "Who did it."),
      .may("certainty", .code(.certainty), "How sure the perpetrator is."),
      .may("degree", .code(.degree), "The degree of involvement."),
      .may("right", .code(.right), "The right violated."),
      .may("form", .code(.crsvForm), "The form of conflict-related sexual violence."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// What was done.
  public var act: String { fields.text("act") ?? "" }

  /// The class of the victims.
  public var victims: String? { fields.text("victims") }

  /// Who did it.
  public var perpetrator: String? { fields.text("perpetrator") }

  /// How sure the perpetrator is.
  public var certainty: Certainty? { fields.code("certainty") }

  /// The degree of involvement.
  public var degree: String? { fields.text("degree") }

  /// The right violated.
  public var right: String? { fields.text("right") }

  /// The form of conflict-related sexual violence.
  public var form: String? { fields.text("form") }
}
