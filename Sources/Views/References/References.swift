import Vocabulary

/// Lookups in the reference facts that stand at (K, P); the one thing an assessment may resolve ids and roots with.
///
/// Results are remembered for the life of the object, so make one for each known time. Not safe to share between threads.
public final class References {
  /// What stands at the known time asked for.
  public let standing: any StandingFacts
  /// How exactly sexual violence may be shown.
  public let disclosure: DisclosureLevel

  /// Whether the answer is to name what does not count, with the rule that says so. A picture of a whole country need not,
  /// and then reads much less; what counts is the same.
  public let tellsIgnored: Bool

  /// What stood at an earlier known time, for a view that compares the two; `nil` when none was asked for.
  public var earlier: References?

  var sources: [Verbatim: SourceRecord?] = [:]
  var actorRegister: [Verbatim: [Dated<ActorEntry>]] = [:]
  var places: [Verbatim: [Dated<PlaceEntry>]] = [:]
  var lastingAncestors: [Verbatim: [String]?] = [:]
  var reports: [UInt64: ReportRecord?] = [:]
  var leads: [UInt64: ReportLead?] = [:]
  var trails: [UInt64: Trail] = [:]
  var grades: [UInt64: Admiralty?] = [:]
  var stances: [UInt64: [Stance]] = [:]
  var texts = Numbering<TextKey>()
  var controlStatements = ByNumber<ControlStatement?>()
  var saidOrigins: [SaidKey: Int32] = [:]
  var withdrawals: [Verbatim: [ControlFactRead]] = [:]
  var publications: [UInt64: Day?] = [:]
  var roots: [RootKey: Root] = [:]
  var interests: [Interest: Bool] = [:]
  var actors = Numbering<Verbatim>()
  var actorRanks: [Int32] = []
  var origins = Numbering<Root.Origin>()
  var numberedLeads = ByNumber<ReportLead?>()
  var reportSteps = ByNumber<ReportStep>()
  @exclusivity(unchecked) var reportPlaces = PositionNumbers()
  @exclusivity(unchecked) var tracedReports: [TracedReport] = []
  @exclusivity(unchecked) var chainEnds = ByNumber<ChainEnd>()
  var chains: [Verbatim: ChainOrigin?] = [:]
  var speakers = Numbering<Verbatim>()
  var originSpeakers: [Speaker?] = []
  var gains: (day: Day?, known: [[Bool?]]) = (nil, [])
  private var lookups = 0
  @exclusivity(unchecked) private var filed = FiledPositions()

  public init(_ standing: any StandingFacts, disclosure: DisclosureLevel = .region, tellsIgnored: Bool = true) {
    (self.standing, self.disclosure, self.tellsIgnored) = (standing, disclosure, tellsIgnored)
  }

  /// Forgets what was looked up about single events, so that an answer that is given part by part holds one part; registers
  /// of places, actors and sources stay, for they come again in every part.
  package func forgetEvents() {
    (reports, leads, trails, roots) = ([:], [:], [:], [:])
    (grades, stances, publications, interests) = ([:], [:], [:], [:])
    unsafe (reportPlaces, tracedReports) = (PositionNumbers(), [])
    unsafe chainEnds = ByNumber()
    (saidOrigins, origins, originSpeakers) = ([:], Numbering(), [])
  }

  /// The standing facts of a projection about a subject, ordered by the position of their event.
  public func facts(_ projection: String, _ subject: Subject) -> [StandingFact] {
    ordered(standing.facts(projection, subject: subject.text), \.event)
  }

  /// Facts in the order of their events, in which they mostly come.
  func ordered<Found>(_ found: [Found], _ event: (Found) -> UInt64) -> [Found] {
    for (one, next) in zip(found, found.dropFirst()) where event(one) > event(next) {
      return found.sorted { event($0) < event($1) }
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
  func reference(_ family: Subject.Family, _ event: UInt64) -> [StandingFact] {
    has(family, event) ? reference(.about(family, event)) : []
  }

  /// Whether there can be reference facts of a family about an event.
  ///
  /// Most events have none, so whoever asks about many events asks once which have any.
  func has(_ family: Subject.Family, _ event: UInt64) -> Bool {
    if let known = unsafe filed.contain(event, in: family) { return known }
    lookups += 1
    guard lookups > 200 else { return true }
    unsafe filed.add(family, positions(of: family))
    return unsafe filed.contain(event, in: family) ?? true
  }

  private func positions(of family: Subject.Family) -> PositionSet {
    PositionSet(standing.subjects(ReferenceFacts.name, prefix: family.rawValue + ":").compactMap(Subject.position))
  }
}

/// About which events there are reference facts, of the families that many events are asked for.
private struct FiledPositions {
  private var grades: PositionSet?
  private var others: [Subject.Family: PositionSet] = [:]

  mutating func add(_ family: Subject.Family, _ positions: PositionSet) {
    if family == .grade { grades = positions } else { others[family] = positions }
  }

  /// Whether there are any about an event; `nil` while nobody looked.
  func contain(_ event: UInt64, in family: Subject.Family) -> Bool? {
    // Grades are asked for of everything said about a place.
    family == .grade ? grades?.contains(event) : others[family]?.contains(event)
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
