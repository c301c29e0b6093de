public import Leaf

/// How many remain.
public struct Remaining: Sendable {
  public static let shape = Shape(
    "remaining", "How many remain.", rules: [.orderedFigures, .anyOf(["min", "best", "max"])],
    [
      .may("min", .integer(0...9_007_199_254_740_991), "At least."),
      .may("best", .integer(0...9_007_199_254_740_991), "Most likely."),
      .may("max", .integer(0...9_007_199_254_740_991), "At most."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// At least.
  public var min: Int64? { fields.number("min") }

  /// Most likely.
  public var best: Int64? { fields.number("best") }

  /// At most.
  public var max: Int64? { fields.number("max") }
}
