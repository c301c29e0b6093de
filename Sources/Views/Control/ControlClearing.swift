import Vocabulary

/// Takeovers, losses and departures that end the weight of what was said before them (R5, R7).
struct ControlClearing {
  /// What still counts.
  private(set) var standing: [Evidence]
  /// The rules that cleared something, in the order of their days.
  private(set) var because: [Reason] = []
  /// Departures that nobody can rely on.
  private(set) var ignored: [Ignored] = []
  /// Who controlled the area until a withdrawal, with the withdrawals that ended it (R14).
  private(set) var withdrawn: [Verbatim: Set<UInt64>] = [:]

  private let profile: Profile

  /// Applies every clearing among the evidence, oldest first.
  init(_ evidence: [Evidence], profile: Profile) {
    self.profile = profile
    let changes = evidence.filter(\.act.isChange).sorted { ($0.seen, $0.event) < ($1.seen, $1.event) }
    standing = evidence.filter { !$0.act.isChange || $0.act == .gain }
    for change in changes { apply(change) }
  }

  private mutating func apply(_ change: Evidence) {
    switch change.act {
    case .gain where change.counts && change.points >= profile.thetaReset:
      takeover(change)
    case .lose where change.counts && change.points >= profile.thetaReset:
      if standing.contains(where: { $0.actor == change.actor && $0.seen < change.seen && $0.act.isControl }) {
        withdrawn = [:]
      }
      clear(change.actor, change, rule: "R5-loss-resets") { _ in true }
    case .withdrawal(let inherited):
      withdrawal(change, rule: inherited ? "R7-withdrawal-cascade" : "R7-withdrawal")
    case .departure:
      guard change.points > 0 else { return ignored.append(Ignored(change.event, "R7-no-points")) }
      clear(change.actor, change, rule: "R7-departure") { !$0.act.isControl }
    default:
      break
    }
  }

  /// R5: rivals are those who had evidence of control, or from whom the area is said to be taken.
  private mutating func takeover(_ change: Evidence) {
    withdrawn = [:]
    let earlier = standing.filter { $0.actor != change.actor && $0.seen < change.seen }
    var rivals = Set(earlier.filter(\.act.isControl).map(\.actor))
    if let loser = change.loser, loser != change.actor { rivals.insert(loser) }
    for rival in rivals.sorted() {
      clear(rival, change, rule: "R5-takeover-resets") { _ in true }
    }
  }

  /// R7, and the memory of who was controller until then, for R14.
  private mutating func withdrawal(_ change: Evidence, rule: String) {
    guard change.points > 0 else { return ignored.append(Ignored(change.event, "R7-no-points")) }
    let before = standing.filter { $0.actor == change.actor && $0.seen < change.seen && $0.act.isControl }
    var unused: [Ignored] = []
    let held = Tally.byActor(before, ignoring: &unused).first?.points ?? 0
    if held >= profile.thetaControl { withdrawn = [change.actor: [change.event]] }
    clear(change.actor, change, rule: rule) { _ in true }
  }

  private mutating func clear(
    _ actor: Verbatim, _ change: Evidence, rule: String, where matches: (Evidence) -> Bool
  ) {
    let count = standing.count
    standing.removeAll { $0.actor == actor && $0.seen < change.seen && matches($0) }
    guard standing.count < count else { return }
    because.append(Reason(rule, [change.event], actors: [actor.text]))
  }
}
