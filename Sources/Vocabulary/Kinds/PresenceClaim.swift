public import Leaf

/// Somebody says that an armed group is present, moves, governs or exploits.
public struct PresenceClaim: KindPayload {
  public static let kind = Kind.claimPresence
  public static let family = Family.claims
  public static let shape = Shape(
    "claim.presence", "Somebody says that an armed group is present, moves, governs or exploits.",
    [
      .must("content", .code(.presenceContent), "What is claimed."),
      .must("actor", .name(.actor), "The actor it is about."),
      .may("from_place", .name(.place), "Where it came from."),
      .may("intensity", .code(.intensity), "How strong."),
      .may("stance", .code(.stance), "How it behaves."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// What is claimed.
  public var content: Content? { fields.code("content") }

  /// The actor it is about.
  public var actor: String { fields.text("actor") ?? "" }

  /// Where it came from.
  public var fromPlace: String? { fields.text("from_place") }

  /// How strong.
  public var intensity: String? { fields.text("intensity") }

  /// How it behaves.
  public var stance: String? { fields.text("stance") }

  public func summary(of event: Event) -> String {
    Telling.line(
      "Presence", "\(actor) \(fields.text("content") ?? "")", Telling.where(event), stance, Telling.when(event))
  }

  /// What is claimed about presence.
  public enum Content: String, ClosedCode {
    case active
    case arrive
    case move
    case base
    case govern
    case exploit
    case posture
    case depart

    public static let list = CodeListName.presenceContent
  }
}
