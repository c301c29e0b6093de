import Vocabulary

/// What one event says about one actor in a place, dated for the day asked about.
struct Sighting {
  let event: UInt64
  let actor: Verbatim
  let content: Content
  /// The first day it speaks of, and the last it is evidence for; never after the day asked about.
  let since: Day
  let seen: Day
  let certainty: Certainty
  let grade: Admiralty
  let root: Root.Origin
  /// Whether those who say so gain from it.
  let isInterested: Bool
  let leaf: Event

  /// What is said of the actor.
  enum Content: Hashable {
    case claimed(PresenceClaim.Content)
    case fight, violence, hold, gain
    case leaving, reversed
    case completed(isInherited: Bool)
    case movedAway(to: String?)
    case ownWords
  }
}

extension Sighting.Content {
  /// The word that rows show.
  var word: String {
    switch self {
    case .claimed(let content): content.rawValue
    case .fight: "fight"
    case .violence: "violence"
    case .hold: "hold"
    case .gain: "gain"
    case .leaving: "leaving"
    case .reversed: "reversed"
    case .completed: "completed"
    case .movedAway: "move away"
    case .ownWords: "positions-itself"
    }
  }

  /// Whether it shows the actor in the place.
  var isPresence: Bool {
    switch self {
    case .claimed(let content): content != .posture && content != .depart
    case .fight, .violence, .hold, .gain, .leaving: true
    case .reversed, .completed, .movedAway, .ownWords: false
    }
  }

  /// Whether it shows that the actor left.
  var isEnd: Bool {
    switch self {
    case .claimed(.depart), .completed: true
    default: false
    }
  }

  /// Whether it takes effect all at once, at the latest bound of its period.
  var isChange: Bool {
    switch self {
    case .claimed(let content): content == .arrive || content == .move || content == .depart
    case .gain, .leaving, .reversed, .completed, .movedAway: true
    case .fight, .violence, .hold, .ownWords: false
    }
  }

  /// The rule under which a row names it.
  var rule: String {
    switch self {
    case .claimed(.posture): "W4-posture"
    case .claimed(.depart), .completed(isInherited: false): "W2-left"
    case .completed(isInherited: true): "W2-left-cascade"
    case .claimed: "W1-said-to-be-there"
    case .fight, .violence: "W1-violence"
    case .hold, .gain: "W1-takes-or-holds"
    case .leaving: "W2-leaving"
    case .reversed: "W2-reversed"
    case .movedAway: "W2-moved-away"
    case .ownWords: "W4-own-words"
    }
  }

  /// What a leaf says of whom in a place; `isInherited` when the place lies in the one it speaks of.
  static func read(_ leaf: Event, in place: String, isInherited: Bool) -> [(Sighting.Content, Verbatim, Certainty)] {
    switch leaf.payload {
    case .claimPresence(let claim):
      guard let said = claim.content else { return [] }
      let here = leaf.place.flatMap { $0.id ?? $0.name }
      let isHere = isInherited || here.map(Verbatim.init) == Verbatim(place)
      let content: Sighting.Content = isHere ? .claimed(said) : .movedAway(to: here)
      return [(content, Verbatim(claim.actor), leaf.certainty(of: claim.actor))]
    case .claimControl(let claim):
      switch claim.content {
      case .hold: return [(.hold, Verbatim(claim.actor), leaf.certainty(of: claim.actor))]
      case .gain: return [(.gain, Verbatim(claim.actor), leaf.certainty(of: claim.actor))]
      default: return []
      }
    case .claimStatement(let claim):
      return [(.ownWords, Verbatim(claim.speaker), leaf.certainty(of: claim.speaker))]
    case .withdrawal(let withdrawal):
      let content: Sighting.Content
      switch withdrawal.phase {
      case .begun, .mandateEnded: content = .leaving
      case .completed: content = .completed(isInherited: isInherited)
      case .reversed: content = .reversed
      default: return []
      }
      return [(content, Verbatim(withdrawal.provider), leaf.certainty(of: withdrawal.provider))]
    case .attack(let attack):
      let isFight = attack.isCloseFight
      return leaf.culprits { $0 == "perpetrator" || isFight && ["participant", "side-a", "side-b"].contains($0) }
        .map { (isFight ? .fight : .violence, $0, $1) }
    case .abuse(let abuse):
      let named = abuse.acts.compactMap { act in act.perpetrator.map { (Verbatim($0), act.certainty ?? .named) } }
      let all = named + leaf.culprits { $0 == "perpetrator" }
      let sure = all.filter { !$0.1.isOnlySuspected }
      return Dictionary(sure, uniquingKeysWith: { $0.isSurer(than: $1) ? $0 : $1 })
        .sorted { $0.key < $1.key }.map { (.violence, $0.key, $0.value) }
    default: return []
    }
  }
}

extension Event {
  /// How sure it is that it was this actor, as the parties say; named when they do not.
  fileprivate func certainty(of actor: String) -> Certainty {
    let told = parties.filter { $0.actor.map(Verbatim.init) == Verbatim(actor) }.compactMap(\.certainty)
    return told.surest ?? .named
  }

  /// The actors with a role, but for those who are only suspected.
  fileprivate func culprits(_ counts: (String) -> Bool) -> [(Verbatim, Certainty)] {
    parties.compactMap { party in
      let certainty = party.certainty ?? .named
      guard counts(party.role), !certainty.isOnlySuspected, let actor = party.actor else { return nil }
      return (Verbatim(actor), certainty)
    }
  }
}

extension Certainty {
  /// Whether the actor is suspected or not known at all.
  fileprivate var isOnlySuspected: Bool { self == .suspected || self == .unknown }
}

extension Attack {
  /// Whether armed sides fought each other on the spot.
  fileprivate var isCloseFight: Bool {
    ["battle", "ambush", "raid"].contains(mode)
      && !["civilians", "community", "aid-workers"].contains(target ?? "")
  }
}

extension [Certainty] {
  /// The surest of them; `nil` when there is none.
  var surest: Certainty? {
    reduce(nil as Certainty?) { best, next in best.map { $0.isSurer(than: next) ? $0 : next } ?? next }
  }
}
