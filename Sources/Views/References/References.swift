import Vocabulary

/// Lookups in the reference facts that stand at (K, P); the one thing an assessment may resolve ids and roots with.
///
/// Results are remembered for the life of the object, so make one per answer. Not safe to share between threads.
public final class References {
  /// What stands at the known time asked for.
  public let standing: any StandingFacts
  /// How exactly sexual violence may be shown.
  public let disclosure: DisclosureLevel

  /// What stood at an earlier known time, for a view that compares the two; `nil` when none was asked for.
  public var earlier: References?

  var sources: [Verbatim: SourceRecord?] = [:]
  var actors: [Verbatim: [Dated<ActorEntry>]] = [:]
  var places: [Verbatim: [Dated<PlaceEntry>]] = [:]
  var reports: [UInt64: ReportRecord?] = [:]
  var origins: [UInt64: Trail] = [:]
  var grades: [UInt64: Admiralty?] = [:]
  var stances: [UInt64: [Stance]] = [:]
  private var lookups = 0
  private var filed: [Subject.Family: Set<UInt64>] = [:]

  public init(_ standing: any StandingFacts, disclosure: DisclosureLevel = .region) {
    (self.standing, self.disclosure) = (standing, disclosure)
  }

  /// The standing facts of a projection about a subject, ordered by the position of their event.
  public func facts(_ projection: String, _ subject: Subject) -> [StandingFact] {
    let found = standing.facts(projection, subject: subject.text)
    for (one, next) in zip(found, found.dropFirst()) where one.event > next.event {
      return found.sorted { $0.event < $1.event }
    }
    return found
  }

  /// The facts about a subject that stood and were ended, ordered by the position of their event.
  public func ended(_ projection: String, _ subject: Subject) -> [EndedFact] {
    standing.ended(projection, subject: subject.text).sorted { ($0.was.event, $0.by) < ($1.was.event, $1.by) }
  }

  /// The standing reference facts about a subject.
  func reference(_ subject: Subject) -> [StandingFact] { facts(ReferenceFacts.name, subject) }

  /// The standing reference facts of a family about an event.
  ///
  /// Most events have none, so whoever asks about many events asks once which have any.
  func reference(_ family: Subject.Family, _ event: UInt64) -> [StandingFact] {
    lookups += 1
    if lookups > 200 {
      let known = filed[family] ?? positions(of: family)
      filed[family] = known
      guard known.contains(event) else { return [] }
    }
    return reference(.about(family, event))
  }

  private func positions(of family: Subject.Family) -> Set<UInt64> {
    Set(standing.subjects(ReferenceFacts.name, prefix: family.rawValue + ":").compactMap(Subject.position))
  }
}

/// An entry of a register with the days between which it holds.
struct Dated<Entry> {
  let entry: Entry
  let event: UInt64
  let from: Day?
  let to: Day?

  /// The entry that holds on a day: of those that do, the one that began last; among equals the one recorded last.
  static func on(_ day: Day, among entries: [Dated]) -> Dated? {
    entries.filter { ($0.from.map { $0 <= day } ?? true) && ($0.to.map { day <= $0 } ?? true) }
      .max(by: precedes)
  }

  /// The entry that held last before a day.
  static func before(_ day: Day, among entries: [Dated]) -> Dated? {
    entries.filter { $0.to.map { $0 < day } ?? false }
      .max { ($0.to ?? Day(number: .min), $0.event) < ($1.to ?? Day(number: .min), $1.event) }
  }

  /// Whether an entry gives way to another where both hold: it began earlier, or was recorded earlier.
  static func precedes(_ one: Dated, _ other: Dated) -> Bool {
    (one.from ?? Day(number: .min), one.event) < (other.from ?? Day(number: .min), other.event)
  }
}
