public import Leaf

/// How the entry may be shared, and what in it is protected.
public struct Handling: Sendable {
  public static let shape = Shape(
    "handling", "How the entry may be shared, and what in it is protected.",
    [
      .may("tlp", .code(.tlp), "The Traffic Light Protocol word."),
      .may("notes", .text, "Remarks on sharing."),
      .may("protected", .list(.text, least: 1), "Which fields are protected."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The Traffic Light Protocol word.
  public var tlp: TLP? { fields.code("tlp") }

  /// Remarks on sharing.
  public var notes: String? { fields.text("notes") }

  /// Which fields are protected.
  public var protectedFields: [String] { fields.texts("protected") }
}
