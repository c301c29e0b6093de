public import Leaf

/// Another name, with its language and script.
public struct Alias: Sendable {
  public static let shape = Shape(
    "alias", "Another name, with its language and script.",
    [
      .must("name", .text, "The name."),
      .may("language", .form(.language), "Its language."),
      .may("script", .form(.script), "Its script."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The name.
  public var name: String { fields.text("name") ?? "" }

  /// Its language.
  public var language: String? { fields.text("language") }

  /// Its script.
  public var script: String? { fields.text("script") }
}
