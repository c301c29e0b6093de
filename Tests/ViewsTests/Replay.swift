import Vocabulary

@testable import Views

/// What stands at one known time, computed from the events again each time: the plain model the runner is compared with.
struct Replay: StandingFacts {
  let known: UInt64?
  let published: Day?
  private var standing: [String: [StandingFact]] = [:]
  private var finished: [String: [EndedFact]] = [:]

  /// The facts of the events before `known` that were public on `published`.
  ///
  /// An event is public from the publication of the report it was read in, a report from its own; what needs no report
  /// (registers, mistakes of the recorder) always was, and what was read in an undated report never is.
  init(_ events: [Event], known: UInt64? = nil, published: Day? = nil) {
    self.known = known
    self.published = published
    let visible = Replay.visible(events, known, published)
    let effects = Replay.effects(events, visible)
    let corrections = visible.sorted().filter { effects[$0] == nil && events[Int($0)].kind == .correct }
    for position in visible.sorted() {
      let publicFrom = Replay.publication(of: position, events).day
      let versions = Replay.versions(of: position, events, corrections)
      for (index, version) in versions.enumerated() {
        let stamp = Stamp(version.event, version.event.payload)
        for fact in Replay.facts(version.event, position) {
          let was = StandingFact(
            event: position, versionBy: version.by, knownFrom: version.by ?? position, publicFrom: publicFrom,
            fact: fact, report: stamp.report, origin: stamp.origin?.text, grade: stamp.grade)
          if let by = effects[position] {
            finished[Replay.key(fact), default: []].append(EndedFact(was: was, by: by, effect: .retracted))
          } else if index + 1 == versions.count {
            standing[Replay.key(fact), default: []].append(was)
          } else if let by = versions[index + 1].by, !Replay.facts(versions[index + 1].event, position).contains(fact) {
            finished[Replay.key(fact), default: []].append(EndedFact(was: was, by: by, effect: .corrected))
          }
        }
      }
    }
  }

  private static func facts(_ event: Event, _ position: UInt64) -> [Fact] {
    var sink = FactSink()
    Views.map(event, at: position, into: &sink)
    return sink.facts
  }

  /// The event as recorded, then as each standing correction left it; a correction that no longer fits changes nothing.
  private static func versions(
    of position: UInt64, _ events: [Event], _ corrections: [UInt64]
  ) -> [(event: Event, by: UInt64?)] {
    var versions: [(event: Event, by: UInt64?)] = [(events[Int(position)], nil)]
    for later in corrections {
      guard case .correct(let correction) = events[Int(later)].payload,
        events[Int(later)].targets(.corrects).contains(where: { $0.seq == position }),
        let corrected = try? versions[versions.count - 1].event.document.applying(correction.changes)
      else { continue }
      versions.append((Event(corrected), later))
    }
    return versions
  }

  private static func key(_ fact: Fact) -> String { fact.projection + " " + fact.subject }

  func facts(_ projection: String, subject: String) -> [StandingFact] { standing[projection + " " + subject] ?? [] }

  func ended(_ projection: String, subject: String) -> [EndedFact] { finished[projection + " " + subject] ?? [] }

  func subjects(_ projection: String, prefix: String) -> [String] {
    let skipped = projection.utf8.count + 1
    return standing.keys.filter { $0.hasPrefix(projection + " " + prefix) }.map { String($0.dropFirst(skipped)) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The same facts in another order, to prove that no assessment depends on it.
  func shuffled(_ generator: inout some RandomNumberGenerator) -> Replay {
    var copy = self
    for key in standing.keys.sorted() { copy.standing[key]?.shuffle(using: &generator) }
    for key in finished.keys.sorted() { copy.finished[key]?.shuffle(using: &generator) }
    return copy
  }

  private static func visible(_ events: [Event], _ known: UInt64?, _ published: Day?) -> Set<UInt64> {
    Set(
      events.indices.map(UInt64.init).filter { position in
        guard position < known ?? .max else { return false }
        guard let published else { return true }
        let publication = publication(of: position, events)
        return !publication.needsDate || publication.day.map { $0 <= published } ?? false
      })
  }

  private static func publication(of position: UInt64, _ events: [Event]) -> (needsDate: Bool, day: Day?) {
    let event = events[Int(position)]
    let payload = event.payload
    if case .report = payload { return (true, Stamp(event, payload).published) }
    guard let report = event.attribution?.report else { return (event.kind?.isAboutTheWorld ?? false, nil) }
    let source = events[Int(report.seq)]
    return (true, Stamp(source, source.payload).published)
  }

  /// Which events are retracted, and by whom; a retraction that is itself retracted has no effect.
  private static func effects(_ events: [Event], _ visible: Set<UInt64>) -> [UInt64: UInt64] {
    var effects: [UInt64: UInt64] = [:]
    for position in visible.sorted(by: >) where effects[position] == nil {
      for target in events[Int(position)].targets(.retracts) where visible.contains(target.seq) {
        effects[target.seq] = position
      }
    }
    return effects
  }
}
