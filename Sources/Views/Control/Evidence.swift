import Vocabulary

/// What one event says about one actor in one area, weighed and dated for the day asked about.
///
/// A long war leaves a hundred of them for every place, so it holds numbers only: actors are numbered in the order of their
/// keys (`ControlEvidence.actors`), origins as ``References`` numbers them.
struct Evidence {
  /// Stands for no actor and for an origin that was not looked up.
  static let none: Int32 = -1

  /// Position of the event.
  var event: UInt64
  /// What its origin follows from, which is looked up when it matters.
  var said: SaidKey
  /// The day it is evidence for: never after the day asked about.
  var seen: Day
  /// The first day it speaks of.
  var since: Day
  /// Of whom it speaks.
  var actor: Int32
  /// From whom the area was gained, where the claim says and the area knows the actor; else ``none``.
  var loser: Int32
  /// Who says so in the end, once that was looked up; else ``none``.
  var origin: Int32
  /// The grade behind the points.
  var grade: Admiralty
  /// What it says of the actor.
  var act: Act
  /// How much of the area, for claims of control.
  var extent: Extent
  /// Whether that origin has an interest in what it says, once it was looked up.
  var interested: Bool
  private let worth: Int8

  init(
    event: UInt64, actor: Int32, act: Act, seen: Day, since: Day, grade: Admiralty, said: SaidKey, extent: Extent,
    loser: Int32
  ) {
    (self.event, self.actor, self.act, self.seen, self.since) = (event, actor, act, seen, since)
    (self.grade, self.said, self.extent, self.loser) = (grade, said, extent, loser)
    (worth, origin, interested) = (Int8(grade.points), Evidence.none, false)
  }

  /// Admiralty points, 0 to 4.
  var points: Int { Int(worth) }

  /// The day it is evidence for, then the event.
  struct Age: Comparable {
    let seen: Day
    let event: UInt64

    static func < (one: Age, next: Age) -> Bool {
      one.seen != next.seen ? one.seen < next.seen : one.event < next.event
    }
  }

  /// How old it is among what is said of an area.
  var age: Age { Age(seen: seen, event: event) }

  /// What is said of an actor in an area.
  enum Act: Equatable {
    case hold, gain, lose, deny, contest
    case presence, departure
    case battle, remote
    case withdrawal(inherited: Bool)

    /// Whether it bears witness of control by the actor.
    var isControl: Bool { self == .hold || self == .gain }

    /// Whether it is fighting by the actor.
    var isFight: Bool { self == .battle || self == .remote }

    /// Whether it shows the actor in the area: close fights do, fire from afar does not.
    var isPresence: Bool { self == .presence || self == .battle }

    /// Whether it takes effect all at once, at the latest bound of its period (R2).
    var isChange: Bool {
      switch self {
      case .gain, .lose, .departure, .withdrawal: true
      default: false
      }
    }
  }

  /// Whether it counts for control: an interested source does not (R12).
  var counts: Bool { !interested }
}

extension Evidence {
  /// R4's order within a root: what counts, then the strongest, then the newest, then the first recorded.
  static func precedes(_ left: Evidence, _ right: Evidence) -> Bool {
    if left.counts != right.counts { return left.counts }
    if left.points != right.points { return left.points > right.points }
    if left.seen != right.seen { return left.seen > right.seen }
    return left.event < right.event
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
