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
    gather(area, isAncestor: false)
    for ancestor in references.ancestorsEver(of: area) { gather(ancestor, isAncestor: true) }
    weighInterests()
    guard profile.roots else {
      for index in evidence.indices { evidence[index].root = .event(evidence[index].event) }
      return
    }
    let merged = references.independent(evidence.map(\.root))
    for index in evidence.indices { evidence[index].root = merged[evidence[index].root] ?? evidence[index].root }
  }

  /// Reads the facts about the area itself, or about something it lies in or once lay in.
  ///
  /// A withdrawal holds for what lay inside on the day it took effect: one from Gao in 2012 cleared Ménaka too.
  private mutating func gather(_ place: String, isAncestor: Bool) {
    let isAround = isAncestor && references.way(from: area, upTo: place, on: day) != nil
    let isRegion = references.isRegion(place, on: day)
    for fact in references.facts(Control.name, .id(place)) {
      guard let body = ControlFact(fact.fact.document), !body.isGuarded || isRegion else { continue }
      let cascades = body.act == .withdrawal
      let dating = dating(of: fact, body)
      if isAncestor, !cascades {
        if isAround, case .counts = dating {
          ignored.append(Ignored(fact.event, "R3-parent-area-claim-not-inherited"))
        }
        continue
      }
      let way = isAncestor ? below(place, fact.fact) : []
      guard let way else { continue }
      if isAncestor, !profile.cascade {
        if case .counts = dating { ignored.append(Ignored(fact.event, "R7-cascade-off")) }
        continue
      }
      if isAncestor, body.exceptions.contains(where: { except in way.contains { Verbatim($0) == Verbatim(except) } }) {
        if case .counts = dating { ignored.append(Ignored(fact.event, "R7-excepted-place")) }
        continue
      }
      add(fact, body, dating, isInherited: isAncestor)
    }
    for ended in references.ended(Control.name, .id(place)) {
      guard let body = ControlFact(ended.was.fact.document), !body.isGuarded || isRegion,
        !isAncestor || profile.cascade && body.act == .withdrawal && below(place, ended.was.fact) != nil
      else { continue }
      switch dating(of: ended.was, body) {
      case .counts, .possible: ignored.append(Ignored(ended.was.event, "R1", cause: ended.by))
      default: break
      }
    }
  }

  /// The way from the area up to a place around it on the day a change took effect; `nil` when it did not lie in it.
  private func below(_ place: String, _ fact: Fact) -> [String]? {
    references.way(from: area, upTo: place, on: fact.to ?? fact.from ?? day)
  }

  private func dating(of fact: StandingFact, _ body: ControlFact) -> EvidenceDating {
    let published = fact.report.flatMap { references.report($0)?.report.published?.last } ?? fact.publicFrom
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
      let grade = references.grade(of: fact)
      if grade.points == 0, act.isFight || act.isPresence {
        ignored.append(Ignored(fact.event, "R6-no-points"))
        return
      }
      let root = references.root(of: fact).origin
      for actor in body.actors {
        evidence.append(
          Evidence(
            event: fact.event, actor: Verbatim(actor), act: act, seen: seen, since: since, points: grade.points,
            grade: grade, root: root, interested: references.isInterested(root, in: actor, on: day),
            extent: body.extent ?? "whole", loser: body.from.map(Verbatim.init)))
      }
    case .possible where act.isChange:
      possible.append(Reason("R2-change-possible", [fact.event], actors: body.actors))
    case .possible: ignored.append(Ignored(fact.event, "R2-within-bounds"))
    case .ended: ignored.append(Ignored(fact.event, "R2-ended"))
    case .undated: ignored.append(Ignored(fact.event, "R2-undated"))
    case .ahead: break
    }
  }

  /// A loss is good news for the others: it is an admission against interest when the loser's own source says so, and
  /// interested when a source of anybody else in the area does (R12).
  private mutating func weighInterests() {
    let actors = Set(evidence.map(\.actor))
    for index in evidence.indices where evidence[index].act == .lose {
      let piece = evidence[index]
      evidence[index].interested =
        !piece.interested
        && actors.contains { $0 != piece.actor && references.isInterested(piece.root, in: $0.text, on: day) }
    }
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
