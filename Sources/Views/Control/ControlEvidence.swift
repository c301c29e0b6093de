import Vocabulary

/// Everything said about an area and what it lies in, weighed for the day asked about (R0 to R3).
struct ControlEvidence {
  /// What counts so far, in the order of its events.
  private(set) var evidence: [Evidence] = []
  /// Everybody whom the evidence speaks of, by key, in the order of these; evidence names them by their place here.
  private(set) var actors: [Verbatim] = []
  /// Changes that may have come about, between the bounds of their periods.
  private(set) var possible: [Reason] = []
  /// What does not count.
  private(set) var ignored: [Ignored] = []

  private let area: String
  private let day: Day
  private let references: References
  private let profile: Profile
  /// The numbers that the references give to the actors.
  private var actorNumbers: [Int32] = []

  init(area: String, day: Day, references: References, profile: Profile) {
    self.area = area
    self.day = day
    self.references = references
    self.profile = profile
    gather()
    for ancestor in references.ancestorsEver(of: area) { gather(around: ancestor) }
    rankActors()
  }

  /// Numbers the actors of the area in the order of their keys, so that whoever compares numbers compares keys.
  private mutating func rankActors() {
    var ranks: [Int32] = []
    for piece in evidence {
      while ranks.count <= Int(piece.actor) { ranks.append(-1) }
      ranks[Int(piece.actor)] = 0
    }
    actorNumbers = references.ordered(actors: ranks.indices.filter { ranks[$0] == 0 }.map { Int32($0) })
    actors = actorNumbers.map { references.actors[$0] }
    for (rank, number) in actorNumbers.enumerated() { ranks[Int(number)] = Int32(rank) }
    for index in evidence.indices {
      let loser = Int(evidence[index].loser)
      evidence[index].actor = ranks[Int(evidence[index].actor)]
      evidence[index].loser = ranks.indices.contains(loser) ? ranks[loser] : Evidence.none
    }
  }

  /// The keys of some actors.
  func keys(_ actors: some Sequence<Int32>) -> [String] { actors.map { self.actors[Int($0)].text } }

  /// Whether a change counts: those who say so in the end gain nothing by it (R12).
  func counts(_ change: Evidence) -> Bool { weighed(change).counts }

  /// Looks up who says so in the end, and what they gain by it; for evidence that still counts, since most of a long war was
  /// cleared by what came later.
  ///
  /// Roots that may be one another are made one; see ``References/independent(_:)``.
  func trace(_ pieces: [Evidence]) -> [Evidence] {
    var traced = pieces.map(weighed)
    let origins =
      profile.roots
      ? references.independent(traced.map(\.origin))
      : traced.map { references.origins.number(.event($0.event)) }
    for index in traced.indices { traced[index].origin = origins[index] }
    return traced
  }

  /// A piece with its origin, and whether that has an interest in what it says.
  ///
  /// A loss is good news for the others: it is an admission against interest when the loser's own source says so, and
  /// interested when a source of anybody else in the area does (R12).
  private func weighed(_ piece: Evidence) -> Evidence {
    var piece = piece
    piece.origin = references.origin(ofSaid: piece.said)
    func gains(_ actor: Int) -> Bool {
      references.isInterested(piece.origin, in: actorNumbers[actor], on: day)
    }
    let own = Int(piece.actor)
    piece.interested =
      piece.act == .lose
      ? !gains(own) && actorNumbers.indices.contains { $0 != own && gains($0) }
      : gains(own)
    return piece
  }

  /// The days on which fights and presence count; what began and ended in other months need not be read.
  private var window: ClosedRange<Day> {
    day.advanced(by: -max(profile.contestWindow, profile.presenceWindow, 0))...day
  }

  /// Reads the facts about the area itself.
  private mutating func gather() {
    let facts = references.numbered(Control.name, .id(area), months: references.tellsIgnored ? nil : window)
    evidence.reserveCapacity(facts.count)
    for fact in facts {
      guard let said = references.controlStatement(fact), counts(said, in: area) else { continue }
      add(fact, said, dating(of: fact, said), said.act)
    }
    guard references.tellsIgnored else { return }
    for ended in references.ended(Control.name, .id(area)) {
      let was = references.number(ended.was)
      guard let said = references.controlStatement(was), counts(said, in: area) else { continue }
      tell(was, by: ended.by, said)
    }
  }

  /// Reads the facts about something the area lies in or once lay in, of which only withdrawals count.
  ///
  /// A withdrawal holds for what lay inside on the day it took effect: one from Gao in 2012 cleared Ménaka too.
  private mutating func gather(around place: String) {
    for read in references.withdrawals(from: place) {
      let (fact, said) = (read.fact, read.statement)
      guard let way = below(place, fact) else { continue }
      let dating = dating(of: fact, said)
      if !profile.cascade {
        ignore(fact, dating, "R7-cascade-off")
      } else if said.fact.exceptions.contains(where: { except in way.contains { Verbatim($0) == Verbatim(except) } }) {
        ignore(fact, dating, "R7-excepted-place")
      } else {
        add(fact, said, dating, .withdrawal(inherited: true))
      }
    }
    guard references.tellsIgnored else { return }
    if references.way(from: area, upTo: place, on: day) != nil {
      for fact in references.numbered(Control.name, .id(place), months: nil) {
        guard let said = references.controlStatement(fact), said.fact.act != .withdrawal,
          counts(said, in: place)
        else { continue }
        ignore(fact, dating(of: fact, said), "R3-parent-area-claim-not-inherited")
      }
    }
    for ended in references.ended(Control.name, .id(place)) {
      let was = references.number(ended.was)
      guard let said = references.controlStatement(was), said.fact.act == .withdrawal, profile.cascade,
        below(place, was) != nil
      else { continue }
      tell(was, by: ended.by, said)
    }
  }

  /// Whether something said may count in a place: sexual violence in a region or a country only.
  private func counts(_ said: ControlStatement, in place: String) -> Bool {
    !said.isGuarded || references.isRegion(place, on: day)
  }

  /// Names what would count, were it not for a rule.
  private mutating func ignore(_ fact: NumberedFact, _ dating: EvidenceDating, _ rule: String) {
    if case .counts = dating { ignored.append(Ignored(fact.event, rule)) }
  }

  /// Names what would count or be possible, were it not taken back or corrected (R1).
  private mutating func tell(_ was: NumberedFact, by event: UInt64, _ said: ControlStatement) {
    switch dating(of: was, said) {
    case .counts, .possible: ignored.append(Ignored(was.event, "R1", cause: event))
    default: break
    }
  }

  /// The way from the area up to a place around it on the day a change took effect; `nil` when it did not lie in it.
  private func below(_ place: String, _ fact: NumberedFact) -> [String]? {
    references.way(from: area, upTo: place, on: fact.to ?? fact.from ?? day)
  }

  private func dating(of fact: NumberedFact, _ said: ControlStatement) -> EvidenceDating {
    // The day of the report matters only where the end is open.
    let report = fact.to == nil ? fact.report.flatMap { references.published(UInt64($0)) } : nil
    return EvidenceDating(
      first: fact.from, last: fact.to, isImprecise: said.isImprecise, hasEnded: said.hasEnded,
      isChange: said.act.isChange, published: fact.to == nil ? report ?? fact.publicFrom : nil, on: day)
  }

  private mutating func add(
    _ fact: NumberedFact, _ statement: ControlStatement, _ dating: EvidenceDating, _ act: Evidence.Act
  ) {
    switch dating {
    case .counts(let since, let seen):
      if let expire = profile.expire, act.isControl, seen.distance(to: day) > expire {
        ignored.append(Ignored(fact.event, "R11-expired"))
        return
      }
      if isOver(act, seen, fact.event) { return }
      let grade = references.grade(of: fact)
      if grade.points == 0, act.isFight || act.isPresence {
        ignored.append(Ignored(fact.event, "R6-no-points"))
        return
      }
      let said = references.said(fact)
      for actor in statement.actors {
        evidence.append(
          Evidence(
            event: fact.event, actor: actor, act: act, seen: seen, since: since, grade: grade, said: said,
            extent: statement.extent, loser: statement.from ?? Evidence.none))
      }
    case .possible where act.isChange:
      possible.append(Reason("R2-change-possible", [fact.event], actors: statement.fact.actors))
    case .possible: ignored.append(Ignored(fact.event, "R2-within-bounds"))
    case .ended: ignored.append(Ignored(fact.event, "R2-ended"))
    case .undated: ignored.append(Ignored(fact.event, "R2-undated"))
    case .ahead: break
    }
  }

  /// R6: whether a fight, or what shows somebody there or gone, is further back than every window it counts in.
  private mutating func isOver(_ act: Evidence.Act, _ seen: Day, _ event: UInt64) -> Bool {
    let age = seen.distance(to: day)
    let isOldFight = act.isFight && age > profile.contestWindow
    let isOldPresence = (act.isPresence || act == .departure) && age > profile.presenceWindow
    if isOldFight { ignored.append(Ignored(event, "R6-fight-outside-window")) }
    if isOldPresence { ignored.append(Ignored(event, "R6-presence-outside-window")) }
    return act.isFight && act.isPresence ? isOldFight && isOldPresence : isOldFight || isOldPresence
  }
}
