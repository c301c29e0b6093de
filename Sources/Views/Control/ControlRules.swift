import Vocabulary

/// What rules R8 to R15 make of the evidence that still counts.
struct ControlRules {
  /// `controlled`, `contested`, `claimed`, `influence`, `none` or `unknown`.
  private(set) var status = "unknown"
  /// Who holds the area.
  private(set) var controller: Int32?
  /// How much of it.
  private(set) var extent: Extent?
  /// `high`, `moderate` or `low`.
  private(set) var confidence: String?
  /// `current` or `stale`.
  private(set) var freshness: String?
  /// Who else has enough evidence to contest it.
  private(set) var rivals: [Int32] = []
  /// Who is said to hold it, on weak or interested evidence only.
  private(set) var claimants: [Int32] = []
  /// Who is present without holding it.
  private(set) var influence: [Int32] = []
  /// The controller and the rivals, else the claimants, else those present.
  var holders: [Int32] {
    let holders = [controller].compactMap(\.self) + rivals
    return !holders.isEmpty ? holders : !claimants.isEmpty ? claimants : influence
  }
  /// The first and the last day of the evidence about the controller or the claimants.
  private(set) var since: Day?
  private(set) var until: Day?
  private(set) var because: [Reason] = []
  private(set) var against: [Reason] = []
  private(set) var ignored: [Ignored] = []

  private let gathered: ControlEvidence
  private let day: Day
  private let profile: Profile

  /// Decides from the evidence that still counts, and from the controllers who left.
  init(_ cleared: ControlClearing, of gathered: ControlEvidence, day: Day, profile: Profile) {
    self.gathered = gathered
    self.day = day
    self.profile = profile
    let standing = cleared.standing
    let tallies = Tally.byActor(standing.filter(\.act.isControl), ignoring: &ignored)
    let isContested = standing.contains { $0.act == .contest }
    let contests =
      isContested
      ? Tally.byActor(standing.filter { $0.act.isControl || $0.act == .contest }, ignoring: &ignored) : tallies
    let fights = inWindow(standing.filter(\.act.isFight), profile.contestWindow, "R6-fight-outside-window")
    let present = inWindow(standing.filter(\.act.isPresence), profile.presenceWindow, "R6-presence-outside-window")
    if let leader = leader(among: tallies) {
      controlled(leader, contests, fights)
    } else if !contests.isEmpty {
      claimed(contests, openly: Set(standing.filter { $0.act == .contest }.map(\.actor)))
    }
    influence = Set(present.map(\.actor)).subtracting([controller].compactMap(\.self)).sorted()
    if status == "unknown" { withoutControl(present, cleared) }
    oppose(standing.filter { $0.act == .deny }, contests)
  }

  /// R6: keeps what lies within so many days of the day asked about.
  private mutating func inWindow(_ evidence: [Evidence], _ days: Int, _ rule: String) -> [Evidence] {
    for old in evidence where old.seen.distance(to: day) > days { ignored.append(Ignored(old.event, rule)) }
    return evidence.filter { $0.seen.distance(to: day) <= days }
  }

  /// Who holds the area, by the algorithm of the profile; tallies come with the leader first.
  private func leader(among tallies: [Tally]) -> Tally? {
    switch profile.algorithm {
    case .points:
      return tallies.first { $0.points >= profile.thetaControl }
    case .lastReport:
      let newest = tallies.flatMap(\.evidence).max { ($0.seen, $0.event) < ($1.seen, $1.event) }
      return newest.map { Tally(actor: $0.actor, evidence: [$0]) }
    case .majority:
      let most = tallies.map(\.evidence.count).max() ?? 0
      let leaders = tallies.filter { $0.evidence.count == most }
      return leaders.count == 1 ? leaders[0] : nil
    }
  }

  /// R8, R9, R10 and R11 for a leader; the other algorithms know no contest and take every root as it is.
  private mutating func controlled(_ leader: Tally, _ contests: [Tally], _ fights: [Evidence]) {
    status = "controlled"
    controller = leader.actor
    let isByPoints = profile.algorithm == .points
    let evidence = isByPoints ? leader.counted : leader.evidence
    let events = evidence.map(\.event).sorted()
    let points = isByPoints ? leader.points : leader.claimedPoints
    if isByPoints { contested(leader, contests, fights) }
    switch profile.algorithm {
    case .points: because.append(Reason("R10-control-evidence", events, points: points))
    case .lastReport: because.append(Reason("L1-last-report", events, points: points))
    case .majority: because.append(Reason("L2-majority-of-roots", events, points: evidence.count))
    }
    confidence = points >= 6 && evidence.count >= 2 ? "high" : points >= 4 ? "moderate" : "low"
    date(evidence)
    if freshness == "stale" { confidence = "low" }
    extent = evidence.max { ($0.seen, $1.event) < ($1.seen, $0.event) }?.extent
  }

  /// R8 and R9.
  private mutating func contested(_ leader: Tally, _ contests: [Tally], _ fights: [Evidence]) {
    for rival in contests where rival.actor != leader.actor {
      guard rival.points >= profile.thetaRival, 2 * rival.points >= leader.points else { continue }
      status = "contested"
      rivals.append(rival.actor)
      because.append(
        Reason(
          "R8-rival-claim", leader.countedEvents, rivals: rival.countedEvents,
          actors: gathered.keys([leader.actor, rival.actor])))
    }
    if let fighting = fighting(fights.filter { $0.actor != leader.actor }) {
      status = "contested"
      because.append(fighting)
    }
  }

  /// R9: battle 2, remote 1 for each independent report-day, by anybody but the controller.
  private func fighting(_ fights: [Evidence]) -> Reason? {
    struct ReportDay: Hashable {
      let origin: Int32
      let day: Day
    }
    var worth: [ReportDay: Int] = [:]
    for fight in fights {
      let reported = ReportDay(origin: fight.origin, day: fight.seen)
      worth[reported] = max(worth[reported] ?? 0, fight.act == .battle ? 2 : 1)
    }
    let points = worth.values.reduce(0, +)
    guard points >= profile.contestPoints else { return nil }
    return Reason("R9-fighting-in-window", Array(Set(fights.map(\.event))).sorted(), points: points)
  }

  /// R12, and open contest when two or more claim an area that nobody is known to hold.
  private mutating func claimed(_ tallies: [Tally], openly contesting: Set<Int32>) {
    status = "claimed"
    claimants = tallies.map(\.actor)
    let strong = tallies.filter { $0.points >= profile.thetaRival }
    if let first = strong.first, strong.count > 1, strong.contains(where: { contesting.contains($0.actor) }) {
      status = "contested"
      for rival in strong.dropFirst() {
        because.append(
          Reason(
            "R8-rival-claim", first.countedEvents, rivals: rival.countedEvents,
            actors: gathered.keys([first.actor, rival.actor])))
      }
    }
    for tally in tallies {
      because.append(
        Reason(
          "R12-below-threshold-or-interested-only", tally.events, points: tally.claimedPoints,
          actors: gathered.keys([tally.actor])))
    }
    date(tallies.flatMap(\.evidence))
  }

  /// R13, R14 and R15.
  private mutating func withoutControl(_ present: [Evidence], _ cleared: ControlClearing) {
    if !present.isEmpty {
      status = "influence"
      let events = Array(Set(present.map(\.event))).sorted()
      because.append(Reason("R13-presence-without-control", events, actors: gathered.keys(influence)))
    } else if let (actor, event) = cleared.withdrawn {
      status = "none"
      because.append(Reason("R14-vacuum-after-withdrawal", [event], actors: gathered.keys([actor])))
    } else {
      because.append(Reason("R15-no-evidence"))
    }
  }

  /// The days of the evidence, and R11.
  private mutating func date(_ evidence: [Evidence]) {
    since = evidence.map(\.since).min()
    until = evidence.map(\.seen).max()
    freshness = "current"
    guard let until, until.distance(to: day) > profile.stale else { return }
    freshness = "stale"
    because.append(Reason("R11-stale", points: until.distance(to: day), since: until))
  }

  /// What stands against the row: weaker claims by others, and denials that the controller holds it.
  private mutating func oppose(_ denials: [Evidence], _ contests: [Tally]) {
    guard let controller else { return }
    for tally in contests where tally.actor != controller && !rivals.contains(tally.actor) {
      against.append(
        Reason(
          "R12-below-threshold-or-interested-only", tally.events, points: tally.claimedPoints,
          actors: gathered.keys([tally.actor])))
    }
    let denied = denials.filter { $0.actor == controller }
    guard !denied.isEmpty else { return }
    against.append(
      Reason(
        "R8-denial", Array(Set(denied.map(\.event))).sorted(), points: denied.reduce(0) { $0 + $1.points },
        actors: gathered.keys([controller])))
  }
}
