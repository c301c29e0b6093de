public import Leaf

/// Somebody or something that says things: a person, an outlet, an armed actor, a sensor.
public struct Source: KindPayload {
  public static let kind = Kind.source
  public static let family = Family.reports
  public static let shape = Shape(
    "source", "Somebody or something that says things: a person, an outlet, an armed actor, a sensor.",
    [
      .must("key", .form(.key), "The id by which others name the source."),
      .must("class", .code(.sourceClass), "What the source is."),
      .must("name", .text, "Its name; for a source in danger a pseudonym."),
      .may("aliases", .list(.text, least: 1), "Other names."),
      .may("affiliation", .name(.actor), "The actor it belongs to."),
      .may("interest", .list(.name(.actor), least: 1), "The actors in whose success it has an interest."),
      .may("protected", .boolean, "Whether it would be in danger if named."),
      .may("url", .form(.url), "Where it is found."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The id by which others name the source.
  public var key: String { fields.text("key") ?? "" }

  /// What the source is.
  public var sourceClass: Class? { fields.code("class") }

  /// Its name; for a source in danger a pseudonym.
  public var name: String { fields.text("name") ?? "" }

  /// Other names.
  public var aliases: [String] { fields.texts("aliases") }

  /// The actor it belongs to.
  public var affiliation: String? { fields.text("affiliation") }

  /// The actors in whose success it has an interest.
  public var interest: [String] { fields.texts("interest") }

  /// Whether it would be in danger if named.
  public var isProtected: Bool { fields.flag("protected") }

  /// Where it is found.
  public var url: String? { fields.text("url") }

  public func summary(of event: Event) -> String {
    Telling.line("Source", name, Telling.bracket(fields.text("class"), key))
  }

  /// What a source is.
  public enum Class: String, ClosedCode {
    case person
    case organisation
    case outlet
    case official
    case armedActor = "armed-actor"
    case sensor
    case dataSet = "data-set"

    public static let list = CodeListName.sourceClass
  }
}
