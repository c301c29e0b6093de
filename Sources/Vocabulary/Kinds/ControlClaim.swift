public import Leaf

/// Somebody says who controls a place, or that control changed.
public struct ControlClaim: KindPayload {
  public static let kind = Kind.claimControl
  public static let family = Family.claims
  public static let shape = Shape(
    "claim.control", "Somebody says who controls a place, or that control changed.",
    [
      .must("content", .code(.controlContent), "What is claimed."),
      .must("actor", .name(.actor), "The actor it is about."),
      .may("from", .name(.actor), "From whom it was gained."),
      .may("extent", .code(.extent), "How much of the place; without it the extent of the place, else the whole."),
      .may("magnitude", .object(Magnitude.shape), "How much the extent changed."),
      .may("direction", .code(.direction), "Increase or decrease."),
      .may("pace", .code(.pace), "How fast."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// What is claimed.
  public var content: Content? { fields.code("content") }

  /// The actor it is about.
  public var actor: String { fields.text("actor") ?? "" }

  /// From whom it was gained.
  public var from: String? { fields.text("from") }

  /// How much of the place; without it the extent of the place, else the whole.
  public var extent: Extent? { fields.code("extent") }

  /// How much the extent changed.
  public var magnitude: Magnitude? { fields.child("magnitude").map(Magnitude.init) }

  /// Increase or decrease.
  public var direction: Direction? { fields.code("direction") }

  /// How fast.
  public var pace: String? { fields.text("pace") }

  public func summary(of event: Event) -> String {
    Telling.line(
      "Control", "\(actor) \(fields.text("content") ?? "")", Telling.where(event), from.map { "from \($0)" },
      magnitude?.ratio.map { "ratio \($0)" }, fields.text("direction"), Telling.when(event))
  }

  /// What is claimed about control.
  public enum Content: String, ClosedCode {
    case hold
    case gain
    case lose
    case deny
    case contest
    case extentChange = "extent-change"

    public static let list = CodeListName.controlContent
  }

  /// The direction of a change.
  public enum Direction: String, ClosedCode {
    case increase
    case decrease

    public static let list = CodeListName.direction
  }
}
