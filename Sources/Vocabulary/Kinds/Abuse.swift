public import Leaf

/// Violations against persons: acts with their victims and perpetrators.
public struct Abuse: KindPayload {
  public static let kind = Kind.abuse
  public static let family = Family.attacks
  public static let shape = Shape(
    "abuse", "Violations against persons: acts with their victims and perpetrators.",
    [
      .must("acts", .list(.object(AbuseAct.shape), least: 1), "Who did what to whom."),
      .may("counts", .list(.object(Count.shape), least: 1), "Figures."),
      .must("status", .code(.abuseStatus), "How far it is established; a concern is no incident."),
      .may("crsv", .boolean, "Whether it is conflict-related sexual violence."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// Who did what to whom.
  public var acts: [AbuseAct] { fields.children("acts").map(AbuseAct.init) }

  /// Figures.
  public var counts: [Count] { fields.children("counts").map(Count.init) }

  /// How far it is established; a concern is no incident.
  public var status: Status? { fields.code("status") }

  /// Whether it is conflict-related sexual violence.
  public var isCRSV: Bool { fields.flag("crsv") }

  public func summary(of event: Event) -> String {
    Telling.line(
      "Abuse", Telling.bracket(fields.text("status")), Telling.list(Telling.each(acts.map(\.act))),
      Telling.parties(event, "perpetrator", "by"), Telling.figures(counts), Telling.where(event), Telling.when(event))
  }

  /// The same without the place, the date and the words in which a source may have named either.
  func summaryWithoutPlace(of event: Event) -> String {
    let actors = event.parties.filter { $0.role == "perpetrator" }.compactMap(\.actor)
    return Telling.line(
      "Abuse", Telling.bracket(fields.text("status")), Telling.list(Telling.each(acts.map(\.act))),
      actors.isEmpty ? nil : "by \(Telling.list(actors))", Telling.figures(counts), "place and date withheld")
  }

  /// How far an abuse is established.
  public enum Status: String, ClosedCode {
    case concern
    case possible
    case reported
    case verified

    public static let list = CodeListName.abuseStatus
  }
}
