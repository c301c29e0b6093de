public import Leaf

/// An attack, a pattern of attacks, or a sum over attacks.
public struct Attack: KindPayload {
  public static let kind = Kind.attack
  public static let family = Family.attacks
  public static let shape = Shape(
    "attack", "An attack, a pattern of attacks, or a sum over attacks.",
    [
      .must("mode", .code(.mode), "How it was carried out."),
      .must("form", .code(.attackForm), "A single incident, a pattern or an aggregate."),
      .may("target", .code(.target), "Who or what was attacked."),
      .may("weapons", .list(.code(.weapon), least: 1), "The weapons used."),
      .may("counts", .list(.object(Count.shape), least: 1), "Figures."),
      .may("frequency", .code(.frequency), "How often, for a pattern."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// How it was carried out.
  public var mode: String { fields.text("mode") ?? "" }

  /// Whether it is deliberate violence against civilians: UCDP's third type, of which the first-named side is the perpetrator.
  public var isOneSided: Bool { mode.utf8.elementsEqual("one-sided".utf8) }

  /// A single incident, a pattern or an aggregate.
  public var form: Form? { fields.code("form") }

  /// Who or what was attacked.
  public var target: String? { fields.text("target") }

  /// The weapons used.
  public var weapons: [String] { fields.texts("weapons") }

  /// Figures.
  public var counts: [Count] { fields.children("counts").map(Count.init) }

  /// How often, for a pattern.
  public var frequency: String? { fields.text("frequency") }

  public func summary(of event: Event) -> String {
    Telling.line(
      Telling.capital(mode), form == .single ? nil : Telling.bracket(fields.text("form")), target.map { "on \($0)" },
      Telling.parties(event, "perpetrator", "by"), Telling.figures(counts), Telling.where(event), Telling.when(event))
  }

  /// What one entry stands for.
  public enum Form: String, ClosedCode {
    case single
    case pattern
    case aggregate

    public static let list = CodeListName.attackForm
  }
}
