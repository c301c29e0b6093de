import Vocabulary

/// What one event says about one actor in one area, weighed and dated for the day asked about.
struct Evidence {
  /// Position of the event.
  var event: UInt64
  /// Of whom it speaks.
  var actor: Verbatim
  /// What it says of the actor.
  var act: Act
  /// The day it is evidence for: never after the day asked about.
  var seen: Day
  /// The first day it speaks of.
  var since: Day
  /// Admiralty points, 0 to 4.
  var points: Int
  /// The grade behind the points.
  var grade: Admiralty
  /// What its root follows from, which is looked up when it matters.
  var said: RootKey
  /// Who says so in the end; the event itself until that was looked up.
  var root: Root.Origin
  /// Whether that origin has an interest in what it says.
  var interested = false
  /// How much of the area, for claims of control.
  var extent: String?
  /// From whom the area was gained, where the claim says.
  var loser: Verbatim?

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
