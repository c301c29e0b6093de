internal import Views
internal import Vocabulary

/// How one event stands along public time, as the ledger knows it at one position: consecutive spans with one state each.
///
/// The rules, for a public day P:
/// - an event's *version* is the leaf with the changes of every standing correction, in the order of positions;
/// - it is *visible* when the version's publication is not after P;
/// - it *stands* when it is visible and no standing retraction aims at it;
/// - corrections and retractions are events like others, so they can be corrected and retracted themselves.
///
/// References point to earlier events only, so the recursion ends. Dates of publication are those of the last version of
/// the report, whenever that was published: they are the ledger's own measure of public time.
struct Course {
  /// One state for the public days from `from` up to but not including `to`.
  struct Span {
    var from: Int32
    var to: Int32
    var state: EventState
  }

  /// The spans in order; days on which the event is not public belong to none.
  let spans: [Span]
  /// The reports whose days of publication were asked for.
  let consulted: Set<UInt64>

  /// Computes the course of an event.
  init(of event: UInt64, from source: some CourseSource) throws {
    var walk = Walk(source: source)
    var states: [Int32: EventState?] = [:]
    var open: Set<Int32> = [Ends.always, Ends.never]
    while let day = open.popFirst() {
      states[day] = .some(try walk.state(of: event, on: day))
      open.formUnion(walk.days.filter { states[$0] == nil })
    }
    spans = Course.spans(states)
    consulted = walk.consulted
  }

  private static func spans(_ states: [Int32: EventState?]) -> [Span] {
    var spans: [Span] = []
    let days = states.keys.sorted()
    for (index, day) in days.enumerated() {
      guard case .some(.some(let state)) = states[day] else { continue }
      let end = index + 1 < days.count ? days[index + 1] : Ends.open
      if let last = spans.last, last.to == day, last.state.shows(theSameAs: state) {
        spans[spans.count - 1].to = end
      } else {
        spans.append(Span(from: day, to: end, state: state))
      }
    }
    return spans
  }
}

extension Course {
  /// The last version of an event, whatever was published and whether or not it was retracted.
  static func lastVersion(of event: UInt64, from source: some CourseSource) throws -> Event {
    var walk = Walk(source: source)
    return try walk.version(of: event, on: Ends.never).event
  }

  /// The recursion, remembering what it saw for one public day.
  private struct Walk<Source: CourseSource> {
    let source: Source
    /// Every day of publication met: the only days on which anything can change.
    private(set) var days: Set<Int32> = []
    private(set) var consulted: Set<UInt64> = []
    private var day: Int32 = 0
    private var versions: [UInt64: Version] = [:]

    struct Version {
      var event: Event
      var correctedBy: UInt64?
      var published: Int32
    }

    init(source: Source) { self.source = source }

    /// The state on a day; `nil` while the event is not public.
    mutating func state(of position: UInt64, on day: Int32) throws -> EventState? {
      let version = try version(of: position, on: day)
      guard version.published <= day else { return nil }
      if let retraction = try retraction(of: position, on: day) { return .retracted(by: retraction) }
      return .stands(version.event, correctedBy: version.correctedBy)
    }

    /// The version on a day, public or not.
    mutating func version(of position: UInt64, on day: Int32) throws -> Version {
      if day != self.day {
        self.day = day
        versions.removeAll(keepingCapacity: true)
      }
      if let known = versions[position] { return known }
      var event = try source.event(at: position)
      var correctedBy: UInt64?
      for effect in try source.effects(on: position) where effect.kind == .corrects {
        guard case .stands(let correction, _)? = try state(of: effect.by, on: day) else { continue }
        event = event.corrected(by: correction)
        correctedBy = effect.by
      }
      let version = Version(event: event, correctedBy: correctedBy, published: try published(event, at: position))
      versions[position] = version
      return version
    }

    private mutating func retraction(of position: UInt64, on day: Int32) throws -> UInt64? {
      for effect in try source.effects(on: position) where effect.kind == .retracts {
        if case .stands? = try state(of: effect.by, on: day) { return effect.by }
      }
      return nil
    }

    private mutating func published(_ event: Event, at position: UInt64) throws -> Int32 {
      let day: Int32
      let payload = event.payload
      switch Publicity(payload, Stamp(event, payload)) {
      case .always: day = Ends.always
      case .never: day = Ends.never
      case .itself: day = try source.published(position)
      case .reported(let report):
        consulted.insert(report)
        day = try source.published(report)
      }
      days.insert(day)
      return day
    }
  }
}
