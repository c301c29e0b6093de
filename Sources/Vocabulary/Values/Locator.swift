public import Leaf

/// Where in a document something is said.
public struct Locator: Sendable {
  public static let shape = Shape(
    "locator", "Where in a document something is said.",
    [
      .must("type", .code(.locator), "What the value counts or names."),
      .must("value", .text, "The page, paragraph, line, cell, URL …"),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// What the value counts or names.
  public var type: Content? { fields.code("type") }

  /// The page, paragraph, line, cell, URL …
  public var value: String { fields.text("value") ?? "" }

  /// What a locator counts or names.
  public enum Content: String, ClosedCode {
    case page
    case paragraph
    case line
    case clip
    case frame
    case cell
    case headline
    case url
    case archive

    public static let list = CodeListName.locator
  }
}
