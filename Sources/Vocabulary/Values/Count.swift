public import Leaf

/// A figure. Absent is not zero.
public struct Count: Sendable {
  public static let shape = Shape(
    "count", "A figure. Absent is not zero.", rules: [.orderedFigures],
    [
      .must("what", .code(.countWhat), "What is counted."),
      .may("min", .integer(0...9_007_199_254_740_991), "At least."),
      .may("best", .integer(0...9_007_199_254_740_991), "Most likely."),
      .may("max", .integer(0...9_007_199_254_740_991), "At most."),
      .may("basis", .code(.basis), "What the figure rests on."),
      .may("word", .text, "The word of the source, for example dozens."),
      .may("class", .code(.personClass), "The class of person."),
      .may("sex", .code(.sex), "Their sex."),
      .may("age", .code(.age), "Their age."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// What is counted.
  public var what: String { fields.text("what") ?? "" }

  /// At least.
  public var min: Int64? { fields.number("min") }

  /// Most likely.
  public var best: Int64? { fields.number("best") }

  /// At most.
  public var max: Int64? { fields.number("max") }

  /// What the figure rests on.
  public var basis: Basis? { fields.code("basis") }

  /// The word of the source, for example dozens.
  public var word: String? { fields.text("word") }

  /// The class of person.
  public var personClass: String? { fields.text("class") }

  /// Their sex.
  public var sex: String? { fields.text("sex") }

  /// Their age.
  public var age: String? { fields.text("age") }
}
