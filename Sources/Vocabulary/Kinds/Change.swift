public import Leaf

/// One field that is corrected. Without `new` it is removed; without `old` it is added.
public struct Change: Sendable {
  public static let shape = Shape(
    "change", "One field that is corrected.", rules: [.anyOf(["old", "new"])],
    [
      .must("field", .form(.path), "The field by its dotted path."),
      .may("old", .any, "What stood there; absent when the field is added."),
      .may("new", .any, "What shall stand there; absent when the field is removed."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The field by its dotted path.
  public var field: String { fields.text("field") ?? "" }

  /// What stood there; absent when the field is added.
  public var old: Element? { fields.child("old") }

  /// What shall stand there; absent when the field is removed.
  public var new: Element? { fields.child("new") }
}
