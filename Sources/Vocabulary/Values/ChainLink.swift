public import Leaf

/// One link between the report at hand and the origin.
public struct ChainLink: Sendable {
  public static let shape = Shape(
    "chain_link", "One link between the report at hand and the origin.", rules: [.anyOf(["source", "anonymous"])],
    [
      .may("source", .name(.source), "The source by its id."),
      .may("name", .text, "The name of the source as written."),
      .must("role", .code(.chainRole), "What it does with the information."),
      .may("report", .event, "The report in which it does so."),
      .may("anonymous", .text, "The class of an unnamed source, for example government sources."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The source by its id.
  public var source: String? { fields.text("source") }

  /// The name of the source as written.
  public var name: String? { fields.text("name") }

  /// What it does with the information.
  public var role: Role? { fields.code("role") }

  /// The class of an unnamed source, for example government sources.
  public var anonymous: String? { fields.text("anonymous") }

  /// What a link does with the information.
  public enum Role: String, ClosedCode {
    case asserts
    case reports
    case cites
    case believes

    public static let list = CodeListName.chainRole
  }

  /// The report in which it does so.
  public var report: EventRef? { fields.child("report").flatMap(EventRef.init) }
}
