import Vocabulary

/// Takeovers, losses and departures that end the weight of what was said before them (R5, R7).
///
/// They are applied oldest first, and each clears what is older than itself. So the evidence about an actor is cleared
/// from its oldest end, and every piece is looked at once, however often an area changes hands.
struct ControlClearing {
  /// What still counts.
  private(set) var standing: [Evidence] = []
  /// The same, and the changes that cleared something.
  private(set) var weighed: [Evidence] = []
  /// The rules that cleared something, in the order of their days; of an actor only the last, which would have cleared all
  /// that those before it did.
  var because: [Reason] {
    clearings.map { Reason($0.rule.rawValue, [$0.event], actors: gathered.keys([$0.actor])) }
  }
  /// Departures that nobody can rely on.
  private(set) var ignored: [Ignored] = []
  /// Who controlled the area until the last withdrawal of a controller, and that withdrawal (R14).
  ///
  /// Few areas are asked for it: most have a controller, or somebody present.
  var withdrawn: (actor: Int32, event: UInt64)? {
    let last = leaving.last { change, before in
      var unused: [Ignored] = []
      let held = Tally.byActor(gathered.trace(about.pieces(before)), ignoring: &unused).first?.points ?? 0
      return held >= profile.thetaControl
    }
    return last.map { ($0.change.actor, $0.change.event) }
  }

  private let profile: Profile
  private let gathered: ControlEvidence
  private var about: EvidenceByActor
  private var clearings: [Clearing] = []
  /// Withdrawals since the last takeover, with the evidence of control that they ended.
  private var leaving: [(change: Evidence, before: Range<Int>)] = []

  /// A rule that cleared something about an actor: all of it, or what showed the actor there without holding the area.
  private struct Clearing {
    let actor: Int32
    let isWhole: Bool
    let rule: ClearingRule
    let event: UInt64
  }

  private enum ClearingRule: String {
    case takeover = "R5-takeover-resets"
    case loss = "R5-loss-resets"
    case withdrawal = "R7-withdrawal"
    case cascade = "R7-withdrawal-cascade"
    case departure = "R7-departure"
  }

  /// Applies every clearing among the evidence, oldest first.
  init(_ gathered: ControlEvidence, profile: Profile) {
    self.profile = profile
    self.gathered = gathered
    let evidence = gathered.evidence
    about = EvidenceByActor(evidence, actors: gathered.actors.count)
    let changes = evidence.filter(\.act.isChange).sorted { $0.age < $1.age }
    for change in changes { apply(change) }
    let left = about.standing
    var behind = Set(clearings.map(\.event))
    for piece in left where !behind.isEmpty { behind.remove(piece.event) }
    let traced = gathered.trace(behind.isEmpty ? left : left + changes.filter { behind.contains($0.event) })
    standing = Array(traced[..<left.count])
    weighed = traced
  }

  private mutating func apply(_ change: Evidence) {
    switch change.act {
    case .gain where change.points >= profile.thetaReset: takeover(change)
    case .lose where change.points >= profile.thetaReset: loss(change)
    case .withdrawal(let inherited):
      withdrawal(change, inherited ? .cascade : .withdrawal)
    case .departure:
      guard change.points > 0 else { return ignored.append(Ignored(change.event, "R7-no-points")) }
      clear(change.actor, change, isWhole: false, .departure)
    default:
      break
    }
  }

  /// R5: rivals are those who had evidence of control, or from whom the area is said to be taken.
  ///
  /// Most takeovers of a long war are said again and again. Who says so in the end is looked up only where it matters.
  private mutating func takeover(_ change: Evidence) {
    let rivals = (0..<Int32(gathered.actors.count)).filter { rival in
      rival != change.actor && (rival == change.loser || about.hasControl(rival, before: change.seen))
    }
    guard !rivals.isEmpty || !leaving.isEmpty, gathered.counts(change) else { return }
    leaving = []
    for rival in rivals { clear(rival, change, .takeover) }
  }

  private mutating func loss(_ change: Evidence) {
    guard about.hasAny(change.actor, before: change.seen), gathered.counts(change) else { return }
    if about.hasControl(change.actor, before: change.seen) { leaving = [] }
    clear(change.actor, change, .loss)
  }

  /// R7, and the memory of who was controller until then, for R14.
  private mutating func withdrawal(_ change: Evidence, _ rule: ClearingRule) {
    guard change.points > 0 else { return ignored.append(Ignored(change.event, "R7-no-points")) }
    let before = about.control(change.actor, before: change.seen)
    leaving.append((change, before))
    clear(change.actor, change, rule)
  }

  private mutating func clear(_ actor: Int32, _ change: Evidence, isWhole: Bool = true, _ rule: ClearingRule) {
    guard about.clear(actor, before: change.seen, withControl: isWhole) else { return }
    clearings.removeAll { $0.actor == actor && (isWhole || !$0.isWhole) }
    clearings.append(Clearing(actor: actor, isWhole: isWhole, rule: rule, event: change.event))
  }
}
