public import Leaf

/// Somebody says that several contest a route, a market, a mine or a levy.
public struct ContestClaim: KindPayload {
  public static let kind = Kind.claimContest
  public static let family = Family.claims
  public static let shape = Shape(
    "claim.contest", "Somebody says that several contest a route, a market, a mine or a levy.",
    [
      .must("stake", .code(.stake), "What is contested."),
      .must(
        "contestants", .list(.nameOrCode(.actor, .personClass), least: 1), "Who contests: actors, or classes in words."),
      .may("commodity", .list(.code(.commodity), least: 1), "What is traded."),
      .may("direction", .code(.contestDirection), "The direction of the traffic."),
      .may("endpoints", .list(.text, least: 1), "Where the route begins and ends."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// What is contested.
  public var stake: String { fields.text("stake") ?? "" }

  /// Who contests: actors, or classes in words.
  public var contestants: [String] { fields.texts("contestants") }

  /// What is traded.
  public var commodities: [String] { fields.texts("commodity") }

  /// The direction of the traffic.
  public var direction: String? { fields.text("direction") }

  /// Where the route begins and ends.
  public var endpoints: [String] { fields.texts("endpoints") }

  public func summary(of event: Event) -> String {
    Telling.line(
      "Contest", stake, "between \(Telling.list(contestants))", Telling.list(commodities), Telling.where(event),
      Telling.when(event))
  }
}
