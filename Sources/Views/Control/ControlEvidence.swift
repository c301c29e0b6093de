import Vocabulary

/// Everything said about an area and what it lies in, weighed for the day asked about (R0 to R3).
struct ControlEvidence {
  /// What counts so far, in the order of its events.
  private(set) var evidence: [Evidence] = []
  /// Changes that may have come about, between the bounds of their periods.
  private(set) var possible: [Reason] = []
  /// What does not count.
  private(set) var ignored: [Ignored] = []

  private let area: String
  private let day: Day
  private let references: References
  private let profile: Profile

  init(area: String, day: Day, references: References, profile: Profile) {
    self.area = area
    self.day = day
    self.references = references
    self.profile = profile
    gather()
    for ancestor in references.ancestorsEver(of: area) { gather(around: ancestor) }
    let actors = Set(evidence.map(\.actor))
    evidence = evidence.map { $0.act.isChange ? weighed($0, among: actors) : $0 }
  }

  /// Looks up who says so in the end, and what they gain by it; for evidence that still counts, since most of a long war was
  /// cleared by what came later.
  ///
  /// Roots that may be one another are made one; see ``References/independent(_:)``.
  func trace(_ pieces: [Evidence]) -> [Evidence] {
    var traced = pieces.map { $0.act.isChange ? $0 : weighed($0, among: []) }
    guard profile.roots else {
      for index in traced.indices { traced[index].root = .event(traced[index].event) }
      return traced
    }
    let merged = references.independent(traced.map(\.root))
    for index in traced.indices { traced[index].root = merged[traced[index].root] ?? traced[index].root }
    return traced
  }

  /// A piece with its root, and whether it has an interest in what it says.
  ///
  /// A loss is good news for the others: it is an admission against interest when the loser's own source says so, and
  /// interested when a source of anybody else in the area does (R12).
  private func weighed(_ piece: Evidence, among actors: Set<Verbatim>) -> Evidence {
    var piece = piece
    let root = references.root(of: piece.said).origin
    let gains = references.isInterested(root, in: piece.actor.text, on: day)
    piece.root = root
    piece.interested =
      piece.act == .lose
      ? !gains && actors.contains { $0 != piece.actor && references.isInterested(root, in: $0.text, on: day) }
      : gains
    return piece
  }

  /// The days on which fights and presence count; what began and ended in other months need not be read.
  private var window: ClosedRange<Day> {
    day.advanced(by: -max(profile.contestWindow, profile.presenceWindow, 0))...day
  }

  /// Reads the facts about the area itself.
  private mutating func gather() {
    let isRegion = references.isRegion(area, on: day)
    for fact in references.facts(Control.name, .id(area), months: window) {
      guard let body = references.controlBody(fact.fact), !body.isGuarded || isRegion else { continue }
      add(fact, body, dating(of: fact, body), isInherited: false)
    }
    guard references.tellsIgnored else { return }
    for ended in references.ended(Control.name, .id(area)) {
      guard let body = references.controlBody(ended.was.fact), !body.isGuarded || isRegion else { continue }
      tell(ended, body)
    }
  }

  /// Reads the facts about something the area lies in or once lay in, of which only withdrawals count.
  ///
  /// A withdrawal holds for what lay inside on the day it took effect: one from Gao in 2012 cleared Ménaka too.
  private mutating func gather(around place: String) {
    for read in references.withdrawals(from: place) {
      let (fact, body) = (read.fact, read.body)
      guard let way = below(place, fact.fact) else { continue }
      let dating = dating(of: fact, body)
      if !profile.cascade {
        ignore(fact, dating, "R7-cascade-off")
      } else if body.exceptions.contains(where: { except in way.contains { Verbatim($0) == Verbatim(except) } }) {
        ignore(fact, dating, "R7-excepted-place")
      } else {
        add(fact, body, dating, isInherited: true)
      }
    }
    guard references.tellsIgnored else { return }
    if references.way(from: area, upTo: place, on: day) != nil {
      let isRegion = references.isRegion(place, on: day)
      for fact in references.facts(Control.name, .id(place)) {
        guard let body = references.controlBody(fact.fact), body.act != .withdrawal, !body.isGuarded || isRegion else {
          continue
        }
        ignore(fact, dating(of: fact, body), "R3-parent-area-claim-not-inherited")
      }
    }
    for ended in references.ended(Control.name, .id(place)) {
      guard let body = references.controlBody(ended.was.fact), body.act == .withdrawal, profile.cascade,
        below(place, ended.was.fact) != nil
      else { continue }
      tell(ended, body)
    }
  }

  /// Names what would count, were it not for a rule.
  private mutating func ignore(_ fact: StandingFact, _ dating: EvidenceDating, _ rule: String) {
    if case .counts = dating { ignored.append(Ignored(fact.event, rule)) }
  }

  /// Names what would count or be possible, were it not taken back or corrected (R1).
  private mutating func tell(_ ended: EndedFact, _ body: ControlFact) {
    switch dating(of: ended.was, body) {
    case .counts, .possible: ignored.append(Ignored(ended.was.event, "R1", cause: ended.by))
    default: break
    }
  }

  /// The way from the area up to a place around it on the day a change took effect; `nil` when it did not lie in it.
  private func below(_ place: String, _ fact: Fact) -> [String]? {
    references.way(from: area, upTo: place, on: fact.to ?? fact.from ?? day)
  }

  private func dating(of fact: StandingFact, _ body: ControlFact) -> EvidenceDating {
    // The day of the report matters only where the end is open.
    let published = fact.fact.to == nil ? fact.report.flatMap(references.published) ?? fact.publicFrom : nil
    return EvidenceDating(
      fact.fact, body, isChange: Evidence.Act(body.act, isInherited: false).isChange, published: published, on: day)
  }

  private mutating func add(
    _ fact: StandingFact, _ body: ControlFact, _ dating: EvidenceDating, isInherited: Bool
  ) {
    let act = Evidence.Act(body.act, isInherited: isInherited)
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
      let said = RootKey(fact)
      for actor in body.actors {
        evidence.append(
          Evidence(
            event: fact.event, actor: Verbatim(actor), act: act, seen: seen, since: since, points: grade.points,
            grade: grade, said: said, root: .event(fact.event), extent: body.extent ?? "whole",
            loser: body.from.map(Verbatim.init)))
      }
    case .possible where act.isChange:
      possible.append(Reason("R2-change-possible", [fact.event], actors: body.actors))
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

extension Evidence.Act {
  /// What a body says, and whether it is said of something the area lies in.
  init(_ act: ControlFact.Act, isInherited: Bool) {
    switch act {
    case .hold: self = .hold
    case .gain: self = .gain
    case .lose: self = .lose
    case .deny: self = .deny
    case .contest: self = .contest
    case .presence: self = .presence
    case .departure: self = .departure
    case .battle: self = .battle
    case .remote: self = .remote
    case .withdrawal: self = .withdrawal(inherited: isInherited)
    }
  }
}
