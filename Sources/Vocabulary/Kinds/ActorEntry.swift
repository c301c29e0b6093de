public import Leaf

/// An actor: a state, an armed group, a force, a network, a coalition.
public struct ActorEntry: KindPayload {
  public static let kind = Kind.actor
  public static let family = Family.reference
  public static let shape = Shape(
    "actor", "An actor: a state, an armed group, a force, a network, a coalition.",
    [
      .must("key", .form(.key), "The id by which others name the actor."),
      .must("name", .text, "Its name."),
      .must("type", .code(.actorType), "What it is."),
      .may("aliases", .list(.object(Alias.shape), least: 1), "Other names."),
      .may("parent", .name(.actor), "The actor it is part of."),
      .may("from", .form(.date), "Since when it exists."),
      .may("to", .form(.date), "Until when it existed."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The id by which others name the actor.
  public var key: String { fields.text("key") ?? "" }

  /// Its name.
  public var name: String { fields.text("name") ?? "" }

  /// What it is.
  public var type: String { fields.text("type") ?? "" }

  /// Other names.
  public var aliases: [Alias] { fields.children("aliases").map(Alias.init) }

  /// The actor it is part of.
  public var parent: String? { fields.text("parent") }

  /// Since when it exists.
  public var from: UncertainDate? { fields.date("from") }

  /// Until when it existed.
  public var to: UncertainDate? { fields.date("to") }

  public func summary(of event: Event) -> String {
    Telling.line("Actor", name, Telling.bracket(type, key), parent.map { "part of \($0)" })
  }
}
