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
  /// Who controlled the area until a withdrawal, with the withdrawals that ended it (R14).
  private(set) var withdrawn: [Int32: Set<UInt64>] = [:]

  private let profile: Profile
  private let gathered: ControlEvidence
  /// What is said about each actor, by number.
  private var about: [Pieces]
  private var clearings: [Clearing] = []

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
    about = [Pieces](repeating: Pieces(), count: gathered.actors.count)
    for piece in evidence where !piece.act.isChange || piece.act == .gain { about[Int(piece.actor)].add(piece) }
    for actor in about.indices { about[actor].sort() }
    let changes = evidence.filter(\.act.isChange).sorted(by: Evidence.isOlder)
    for change in changes { apply(change) }
    let left = about.flatMap(\.standing).sorted {
      $0.event != $1.event ? $0.event < $1.event : $0.actor < $1.actor
    }
    var behind = Set(clearings.map(\.event))
    for piece in left where !behind.isEmpty { behind.remove(piece.event) }
    let traced = gathered.trace(behind.isEmpty ? left : left + changes.filter { behind.contains($0.event) })
    standing = Array(traced[..<left.count])
    weighed = traced
  }

  private mutating func apply(_ change: Evidence) {
    switch change.act {
    case .gain where change.counts && change.points >= profile.thetaReset:
      takeover(change)
    case .lose where change.counts && change.points >= profile.thetaReset:
      if about[Int(change.actor)].control.reaches(before: change.seen) { withdrawn = [:] }
      clear(change.actor, change, .loss)
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
  private mutating func takeover(_ change: Evidence) {
    withdrawn = [:]
    for rival in Int32(0)..<Int32(about.count) where rival != change.actor {
      guard rival == change.loser || about[Int(rival)].control.reaches(before: change.seen) else { continue }
      clear(rival, change, .takeover)
    }
  }

  /// R7, and the memory of who was controller until then, for R14.
  private mutating func withdrawal(_ change: Evidence, _ rule: ClearingRule) {
    guard change.points > 0 else { return ignored.append(Ignored(change.event, "R7-no-points")) }
    var unused: [Ignored] = []
    let before = about[Int(change.actor)].control.pieces(before: change.seen)
    let held = Tally.byActor(gathered.trace(before), ignoring: &unused).first?.points ?? 0
    if held >= profile.thetaControl { withdrawn = [change.actor: [change.event]] }
    clear(change.actor, change, rule)
  }

  private mutating func clear(_ actor: Int32, _ change: Evidence, isWhole: Bool = true, _ rule: ClearingRule) {
    var hasCleared = about[Int(actor)].other.clear(before: change.seen)
    if isWhole, about[Int(actor)].control.clear(before: change.seen) { hasCleared = true }
    guard hasCleared else { return }
    clearings.removeAll { $0.actor == actor && (isWhole || !$0.isWhole) }
    clearings.append(Clearing(actor: actor, isWhole: isWhole, rule: rule, event: change.event))
  }
}

/// What is said about one actor in one area, that of control apart from all other.
private struct Pieces {
  var control = Aging()
  var other = Aging()

  mutating func add(_ piece: Evidence) {
    if piece.act.isControl { control.add(piece) } else { other.add(piece) }
  }

  mutating func sort() {
    control.sort()
    other.sort()
  }

  var standing: [Evidence] { Array(control.standing) + other.standing }
}

/// Evidence by age, cleared from its oldest end.
private struct Aging {
  private var pieces: [Evidence] = []
  private var cleared = 0

  /// What was not cleared.
  var standing: ArraySlice<Evidence> { pieces[cleared...] }

  mutating func add(_ piece: Evidence) { pieces.append(piece) }

  mutating func sort() { pieces.sort(by: Evidence.isOlder) }

  /// Whether anything that stands is older than a day.
  func reaches(before day: Day) -> Bool { standing.first.map { $0.seen < day } ?? false }

  /// What stands and is older than a day.
  func pieces(before day: Day) -> [Evidence] { Array(standing.prefix { $0.seen < day }) }

  /// Clears what is older than a day; whether there was anything.
  mutating func clear(before day: Day) -> Bool {
    let before = cleared
    while cleared < pieces.count, pieces[cleared].seen < day { cleared += 1 }
    return cleared > before
  }
}
