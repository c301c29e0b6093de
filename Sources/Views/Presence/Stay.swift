import Vocabulary

/// What the evidence makes of one actor in a place on a day.
struct Stay {
  private(set) var status = "posture"
  private(set) var because: [Reason] = []
  private(set) var against: [Reason] = []
  private(set) var ignored: [Ignored] = []
  private var does: [Sighting] = []
  private var did: [Sighting] = []
  private var certainty: Certainty?
  private var intensity: String?
  private var extent: String?
  private var since: Day?
  private var lastSeen: Day?
  private var leavingSince: Day?
  private var left: Day?
  private var origins: Set<Verbatim> = []
  private var goals: Set<Verbatim> = []
  private var possible: Set<Verbatim> = []
  /// What each account says, with its date as EDTF.
  private(set) var byAccount: [String] = []

  private let day: Day
  private let profile: Profile

  /// The cells from `does` to `possible`.
  var cells: [Cell] {
    [
      .list(Set(does.map { Verbatim($0.content.word) }).sorted().map(\.text)),
      .list(earlier),
      .list(Set(does.compactMap { $0.stance.map(Verbatim.init) }).sorted().map(\.text)),
      Cell(intensity), Cell(certainty?.rawValue), Cell(extent), Cell(since), Cell(lastSeen), Cell(leavingSince),
      Cell(left), .list(origins.sorted().map(\.text)), .list(goals.sorted().map(\.text)),
      .list(possible.sorted().map(\.text)),
    ]
  }

  /// The reasons that roots and grade are counted by: those that date the row, else all.
  var counted: [Reason] {
    let dating = because.filter { Verbatim($0.rule) != Verbatim("W6-outweighed") }
    return dating.contains { !$0.events.isEmpty } ? dating : because
  }

  init(_ actor: Verbatim, _ evidence: PresenceEvidence, day: Day, profile: Profile, references: References) {
    (self.day, self.profile) = (day, profile)
    let told = evidence.sightings.filter { $0.actor == actor }
    let outweighed = contradict(told, references)
    let sure = told.filter { !outweighed.contains($0.event) }
    end(sure)
    let seen = sure.filter(\.content.isPresence)
    let standing = left.map { end in seen.filter { $0.seen > end } } ?? seen
    date(standing)
    tell(told, standing, outweighed)
    let changes = evidence.possible.filter { $0.actor == actor }
    possible = Set(changes.map { Verbatim($0.content.word) })
    decide(standing, told, outweighed, mayHaveCome: changes.contains { $0.content.isPresence })
    let cleared = Set(seen.map(\.event)).subtracting(standing.map(\.event))
    reason(told.filter { !cleared.contains($0.event) }, outweighed)
    if !changes.isEmpty { because.append(Reason("W3-change-possible", Set(changes.map(\.event)).sorted())) }
    ignored += cleared.map { Ignored($0, "W2-before-it-left") }
  }

  /// Puts contradicting accounts against each other; returns those that a better graded one contradicts.
  private mutating func contradict(_ told: [Sighting], _ references: References) -> Set<UInt64> {
    var outweighed: Set<UInt64> = []
    var pairs: Set<[UInt64]> = []
    for piece in told {
      for stance in references.stances(of: piece.event) where stance.relation == .contradicts {
        let other = stance.subject == piece.event ? stance.object : stance.subject
        guard let rival = references.facts(Provenance.name, .event(other)).last else { continue }
        pairs.insert([stance.subject, stance.object])
        if references.grade(of: rival).points > piece.grade.points { outweighed.insert(piece.event) }
      }
    }
    against = pairs.sorted { $0.lexicographicallyPrecedes($1) }.map {
      Reason("W6-contradicts", [$0[0]], rivals: [$0[1]])
    }
    return outweighed
  }

  /// When it last left: by a departure or a completed withdrawal that nothing reversed, or by the end of its being there.
  private mutating func end(_ told: [Sighting]) {
    let reversed = told.filter { $0.content == .reversed }.map(\.seen).max()
    let leaving = told.filter { piece in
      (piece.content.isEnd || piece.endsBeingThere(by: day)) && reversed.map { piece.seen > $0 } ?? true
    }
    left = leaving.map(\.seen).max()
    let begun = told.filter { piece in
      piece.content == .leaving && (left.map { piece.seen > $0 } ?? true) && (reversed.map { piece.seen > $0 } ?? true)
    }
    leavingSince = begun.map(\.seen).min()
  }

  /// Since when, and last seen: by those without an interest when there are any.
  private mutating func date(_ standing: [Sighting]) {
    let disinterested = standing.filter { !$0.isInterested }
    let dating = disinterested.isEmpty ? standing : disinterested
    since = dating.map(\.since).min()
    lastSeen = dating.map(\.seen).max()
  }

  /// What it does and did, how strongly and how surely.
  private mutating func tell(_ told: [Sighting], _ standing: [Sighting], _ outweighed: Set<UInt64>) {
    let beside = told.filter { !$0.content.isPresence && !$0.content.isEnd && $0.content.isDoing }
    does = (standing + beside).filter { $0.content.isDoing && isInWindow($0.seen) }
    let shown = Set(does.map(\.content))
    did = told.filter { $0.content.isDoing && !shown.contains($0.content) && !outweighed.contains($0.event) }
    let newest = told.sorted { ($0.seen, $0.event) < ($1.seen, $1.event) }
    intensity = newest.last { $0.intensity != nil }?.intensity
    extent = newest.last { $0.content.isPresence && $0.leaf.place?.extent != nil }?.leaf.place?.extent?.rawValue
    certainty = told.map(\.certainty).surest
    for piece in told {
      if case .movedAway(let goal?) = piece.content { goals.insert(Verbatim(goal)) }
      if case .claimed(let content) = piece.content, content != .depart,
        case .claimPresence(let claim) = piece.leaf.payload,
        let origin = claim.fromPlace
      {
        origins.insert(Verbatim(origin))
      }
    }
    byAccount = told.map { "#\($0.event): \($0.content.word) \($0.leaf.occurred?.edtf ?? "undated")" }
  }

  private mutating func decide(
    _ standing: [Sighting], _ told: [Sighting], _ outweighed: Set<UInt64>, mayHaveCome: Bool
  ) {
    let moved = told.filter { if case .movedAway = $0.content { !outweighed.contains($0.event) } else { false } }
      .map(\.seen).max()
    if let lastSeen {
      if let moved, moved >= lastSeen {
        status = "moved"
      } else if !isInWindow(lastSeen) {
        status = "stale"
      } else if standing.allSatisfy(\.isInterested) {
        status = "claimed"
      } else {
        status = leavingSince == nil ? "present" : "leaving"
      }
    } else if left != nil {
      status = "left"
    } else if moved != nil {
      status = "moved"
    } else if told.contains(where: { outweighed.contains($0.event) }) {
      status = "disputed"
    } else if mayHaveCome {
      status = "possible"
    }
    guard let lastSeen else { return }
    if standing.allSatisfy(\.isInterested) {
      because.append(Reason("W7-interested-only", Set(standing.map(\.event)).sorted()))
    }
    if !isInWindow(lastSeen) { because.append(Reason("W8-stale", points: lastSeen.distance(to: day), since: lastSeen)) }
  }

  /// The events behind the row, by rule, before what was concluded from them.
  private mutating func reason(_ told: [Sighting], _ outweighed: Set<UInt64>) {
    let concluded = because
    because = []
    var rules: [(rule: String, events: Set<UInt64>)] = []
    for piece in told {
      let rule = outweighed.contains(piece.event) ? "W6-outweighed" : piece.content.rule
      if let place = rules.firstIndex(where: { $0.rule.utf8.elementsEqual(rule.utf8) }) {
        rules[place].events.insert(piece.event)
      } else {
        rules.append((rule, [piece.event]))
      }
    }
    rules.sort { $0.rule.utf8.lexicographicallyPrecedes($1.rule.utf8) }
    because = rules.map { Reason($0.rule, $0.events.sorted()) } + concluded
  }

  /// What it did and does no more, each with the last day it was seen so.
  private var earlier: [String] {
    var last: [Verbatim: Day] = [:]
    for piece in did {
      let word = Verbatim(piece.content.word)
      last[word] = max(last[word] ?? piece.seen, piece.seen)
    }
    return last.sorted { $0.key < $1.key }.map { "\($0.key.text) (\($0.value))" }
  }

  private func isInWindow(_ seen: Day) -> Bool { seen.distance(to: day) <= profile.presenceWindow }
}

extension Sighting {
  fileprivate var stance: String? { if case .claimPresence(let claim) = leaf.payload { claim.stance } else { nil } }

  fileprivate var intensity: String? {
    if case .claimPresence(let claim) = leaf.payload { claim.intensity } else { nil }
  }

  /// Whether it says in so many words that its being there ended, before the day asked about.
  fileprivate func endsBeingThere(by day: Day) -> Bool {
    guard content == .claimed(.active), let bounds = leaf.bounds, bounds.ends, let last = bounds.latest else {
      return false
    }
    return last < day
  }
}

extension Sighting.Content {
  /// Whether it says what the actor does there, or how it behaves.
  fileprivate var isDoing: Bool {
    switch self {
    case .claimed(let content): content != .depart
    case .fight, .violence, .hold, .gain, .ownWords: true
    case .leaving, .reversed, .completed, .movedAway: false
    }
  }
}
