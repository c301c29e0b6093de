import Vocabulary

/// Who holds, exploits or taxes the place of a contest, and what is said of contests in the areas around.
struct Surroundings {
  private var held: [String] = []
  private var levied: Set<Verbatim> = []
  private var exploited: Set<Verbatim> = []
  private var around: [String] = []
  private(set) var because: [Reason] = []
  private(set) var ignored: [Ignored] = []

  /// The cells from `area_held_by` to `around`.
  var cells: [Cell] {
    [
      .list(held), .list(levied.sorted().map(\.text)), .list(exploited.sorted().map(\.text)), .list(around),
    ]
  }

  init(of place: String, day: Day, profile: Profile, _ references: References) {
    hold(place, day, profile, references)
    use(place, day, profile, references)
    for area in references.ancestors(of: place, on: day) { look(at: area, day, references) }
  }

  /// Who holds or claims the place, as the view `control` tells it.
  private mutating func hold(_ place: String, _ day: Day, _ profile: Profile, _ references: References) {
    for row in Control.assess(place, at: day, facts: references, profile: profile) {
      guard case .text(let status) = row.cells[2], case .list(let holders) = row.cells[10],
        ["controlled", "contested", "claimed"].contains(status), !holders.isEmpty
      else { continue }
      held = holders.map { "\($0) (\(status))" }
      let rules = ["R8", "R9", "R10", "R12", "L1", "L2"]
      let reasons = row.because.filter { reason in rules.contains { reason.rule.hasPrefix($0 + "-") } }
      let events = Set(reasons.flatMap { $0.events + $0.rivals }).sorted()
      because.append(Reason("T4-holds-the-area", events, actors: holders))
    }
  }

  /// Who is named in a contest over a levy there, and who exploits the place.
  private mutating func use(_ place: String, _ day: Day, _ profile: Profile, _ references: References) {
    var levies: Set<UInt64> = []
    for fact in references.facts(Routes.name, .id(place)) where fact.hasBegun(by: day) {
      guard case .claimContest(let claim) = fact.payload, claim.stake == "levy" else { continue }
      levies.insert(fact.event)
      levied.formUnion(claim.contestants.filter { $0 != "unknown" }.map(Verbatim.init))
    }
    if !levied.isEmpty { because.append(Reason("T4-levies", levies.sorted(), actors: levied.sorted().map(\.text))) }
    var uses: Set<UInt64> = []
    for fact in references.facts(Presence.name, .id(place)) where fact.hasBegun(by: day) {
      guard case .claimPresence(let claim) = fact.payload, claim.content == .exploit,
        references.grade(of: fact).points > 0,
        fact.leaf.place.flatMap({ $0.id ?? $0.name }).map(Verbatim.init) == Verbatim(place)
      else { continue }
      uses.insert(fact.event)
      exploited.insert(Verbatim(claim.actor))
    }
    if !exploited.isEmpty {
      because.append(Reason("T4-exploits", uses.sorted(), actors: exploited.sorted().map(\.text)))
    }
  }

  /// What is said of an area around: `ML: route (criminal-networks)`.
  private mutating func look(at area: String, _ day: Day, _ references: References) {
    for fact in references.facts(Routes.name, .id(area)) where fact.hasBegun(by: day) {
      guard case .claimContest(let claim) = fact.payload else { continue }
      around.append("\(area): \(claim.stake) (\(claim.contestants.joined(separator: ", ")))")
      ignored.append(Ignored(fact.event, "T6-said-of-the-area-around"))
    }
  }
}

extension StandingFact {
  /// Whether it does not begin after the day; an undated one may always be true.
  fileprivate func hasBegun(by day: Day) -> Bool { (fact.from ?? fact.to).map { $0 <= day } ?? true }
}
