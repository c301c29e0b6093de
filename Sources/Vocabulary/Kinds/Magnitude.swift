public import Leaf

/// How much an extent changed.
public struct Magnitude: Sendable {
  public static let shape = Shape(
    "magnitude", "How much an extent changed.",
    [
      .may("ratio", .form(.decimal), "New over old, as a decimal text."),
      .may("qualifier", .code(.qualifier), "How the ratio is qualified."),
      .may("measure", .code(.measure), "What is measured."),
      .may("baseline", .text, "What it is compared with."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// New over old, as a decimal text.
  public var ratio: String? { fields.text("ratio") }

  /// How the ratio is qualified.
  public var qualifier: String? { fields.text("qualifier") }

  /// What is measured.
  public var measure: Measure? { fields.code("measure") }

  /// What it is compared with.
  public var baseline: String? { fields.text("baseline") }

  /// What a ratio is about.
  public enum Measure: String, ClosedCode {
    case area
    case population
    case localities

    public static let list = CodeListName.measure
  }
}
