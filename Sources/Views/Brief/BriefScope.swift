public import Vocabulary

/// What a brief is about and what it may use: a region, a period, the facts at a known time, the profile.
public final class BriefScope {
  public let region: Brief.Region?
  public let from: Day
  public let to: Day
  public let profile: Profile
  /// The report whose statements are gone through one by one.
  let report: UInt64?
  /// How many sentences a section may have besides its pictures; more are counted, not told.
  let limit: Int
  let facts: References
  /// The statements of the period about the region, by kind.
  private(set) lazy var statements = Statements(self)

  /// The events read in each report, ascending.
  private(set) lazy var readIn = Dictionary(
    grouping: facts.standing.subjects(Provenance.name, prefix: "#").compactMap(Subject.position).sorted(),
    by: { report(of: $0) ?? .max })

  public init(
    region: Brief.Region?, from: Day, to: Day, report: UInt64? = nil, limit: Int = 200, profile: Profile,
    facts: References
  ) {
    self.region = region
    self.from = from
    self.to = to
    self.report = report
    self.limit = limit
    self.profile = profile
    self.facts = facts
  }

  /// Whether something that may have been so between two days may have been so within the period.
  func isInPeriod(_ first: Day?, _ last: Day?) -> Bool {
    (first.map { $0 <= to } ?? true) && (last.map { $0 >= from } ?? true)
  }

  /// Whether what is said of a place concerns the region: it lies in it, or it is an area around it.
  ///
  /// What names no place concerns every region.
  func concerns(_ place: String?, on day: Day?) -> Bool {
    guard let region else { return true }
    guard let place else { return true }
    let day = day ?? to
    return facts.place(place, liesIn: region.id, on: day) || facts.place(region.id, liesIn: place, on: day)
  }

  /// Whether what an event says of the world concerns the period and the region.
  func concerns(_ fact: StandingFact) -> Bool {
    isInPeriod(fact.fact.from, fact.fact.to) && concerns(fact.leaf.place?.id, on: fact.fact.to)
  }

  /// Whether a place is the region or lies in it.
  func isInside(_ place: String) -> Bool { region.map { facts.place(place, liesIn: $0.id, on: to) } ?? true }

  /// What the view says on the last day of the period, or on another.
  func answer(_ view: any View.Type, at day: Day? = nil) -> Answer {
    view.answer(at: day ?? to, facts: facts, profile: profile)
  }

  /// What is said in a section when there is more than it may hold.
  func rest(_ count: Int, _ what: String) -> [Brief.Sentence] {
    count > limit
      ? [
        Brief.Sentence(
          "\(count - limit) more \(what) are recorded and not told here; ask for them with a higher --limit.", [])
      ]
      : []
  }
}
