import Vocabulary

/// Facts whose texts are named by number.
///
/// The numbers are the store's own where it has any; what it has none for is numbered here, below ``NumberedFact/none``, so
/// that the two never meet.
extension References {
  /// The standing facts of a projection about a subject, ordered by the position of their event; of those that are filed by
  /// month only those of some months, `nil` of all.
  func numbered(_ projection: String, _ subject: Subject, months: ClosedRange<Day>?) -> [NumberedFact] {
    guard let found = standing.numbered(projection, subject: subject.text, months: months) else {
      let facts =
        months.map { standing.facts(projection, subject: subject.text, months: $0) }
        ?? standing.facts(projection, subject: subject.text)
      return ordered(facts, \.event).map { number($0) }
    }
    return ordered(found, \.event)
  }

  /// A fact with numbers of our own.
  func number(_ fact: StandingFact) -> NumberedFact {
    NumberedFact(
      event: fact.event, publicFrom: fact.publicFrom, from: fact.fact.from, to: fact.fact.to, body: own(fact.fact.body),
      report: fact.report.map { UInt32($0) }, origin: fact.origin.map { own(Array($0.utf8)) } ?? NumberedFact.none,
      grade: fact.grade)
  }

  private func own(_ text: [UInt8]) -> Int32 { -2 - texts.number(TextKey(bytes: text)) }

  /// The text behind a number.
  func text(_ number: Int32) -> [UInt8] { number < 0 ? texts[-2 - number].bytes : standing.text(number: number) }

  /// What the root of a fact follows from.
  func said(_ fact: NumberedFact) -> SaidKey {
    let isAlone = fact.report == nil && fact.origin == NumberedFact.none
    return SaidKey(position: isAlone ? UInt32(fact.event) : fact.report ?? .max, origin: isAlone ? .min : fact.origin)
  }

  /// The number of the origin that something follows to; see ``origin(of:)-(RootKey)``.
  func origin(ofSaid said: SaidKey) -> Int32 {
    if said.isInReport {
      // What a report says, or a source that it names: most of what is said.
      if said.origin == NumberedFact.none { return origin(ofBase: base(said)) }
      if let end = end(said.origin) {
        let base = base(said)
        return unsafe tracedReports[base].speaker == end.speaker ? origin(ofBase: base) : end.origin
      }
    }
    if let known = saidOrigins[said] { return known }
    let end = origin(of: rootKey(said))
    let found =
      if case .report(let position) = end { origin(ofBase: place(ofReport: position)) } else { origins.number(end) }
    saidOrigins[said] = found
    return found
  }

  private func base(_ said: SaidKey) -> Int {
    let place = place(ofReport: UInt64(said.position))
    return unsafe Int(tracedReports[place].base)
  }

  /// The end of a chain that is a source; `nil` for any other.
  private func end(_ chain: Int32) -> ChainEnd? {
    if let known = unsafe chainEnds[chain] { return known.speaker < 0 ? nil : known }
    var found = ChainEnd(speaker: -1, origin: -1)
    if case .source(let key) = ChainOrigin(String(decoding: text(chain), as: UTF8.self)) {
      found = ChainEnd(speaker: speakers.number(key), origin: origins.number(.source(key)))
    }
    unsafe chainEnds[chain] = found
    return found.speaker < 0 ? nil : found
  }

  /// The number of a report as an origin, by its place among those that were traced.
  private func origin(ofBase place: Int) -> Int32 {
    let known = unsafe tracedReports[place].origin
    if known >= 0 { return known }
    let found = unsafe origins.add(.report(UInt64(tracedReports[place].position)))
    unsafe tracedReports[place].origin = found
    return found
  }

  /// The number of the source of a report; -1 when it names none.
  func speaker(ofReport position: UInt64) -> Int32 {
    let place = place(ofReport: position)
    return unsafe tracedReports[place].speaker
  }

  /// The place of a report among those that were traced, with the report that it leads to.
  func place(ofReport position: UInt64) -> Int {
    if let known = unsafe reportPlaces[position] { return Int(known) }
    let (place, parent) = add(report: position)
    guard var next = parent else { return place }
    var way = [place]
    var end = Int32(place)
    while true {
      if let known = unsafe reportPlaces[next] {
        end = unsafe tracedReports[Int(known)].base
        break
      }
      let (step, parent) = add(report: next)
      way.append(step)
      end = Int32(step)
      guard let parent else { break }
      next = parent
    }
    for step in way { unsafe tracedReports[step].base = end }
    return place
  }

  /// Adds a report as one that leads to itself; gives what it derives from.
  private func add(report position: UInt64) -> (place: Int, parent: UInt64?) {
    let step = step(from: position)
    let place = unsafe tracedReports.count
    unsafe reportPlaces.set(position, Int32(place))
    unsafe tracedReports.append(
      TracedReport(position: UInt32(position), base: Int32(place), speaker: step.speaker))
    return (place, step.parent)
  }

  private func rootKey(_ said: SaidKey) -> RootKey {
    if said.isAlone { return .event(UInt64(said.position)) }
    let origin = said.origin == NumberedFact.none ? nil : Verbatim(String(decoding: text(said.origin), as: UTF8.self))
    return .said(report: said.isInReport ? UInt64(said.position) : nil, origin: origin)
  }
}

/// Who speaks in a report, by number, and what it derives from before all else.
struct ReportStep {
  let speaker: Int32
  let parent: UInt64?

  /// - Parameter number: gives the number of a source.
  init(_ lead: ReportLead?, _ number: (Verbatim) -> Int32) {
    speaker = lead?.source.map { number(Verbatim($0)) } ?? -1
    parent = lead?.parents.first?.report
  }
}

/// A report with what it leads to, by number: what is looked up for everything said in it.
struct TracedReport {
  let position: UInt32
  /// The place of the report without parents that it leads to.
  var base: Int32
  /// The number of its source; -1 when it names none.
  let speaker: Int32
  /// Its number as an origin; -1 until it is one.
  var origin: Int32 = -1
}

/// A source at the end of a chain: its number, and that of the origin it is where no report of its own is.
struct ChainEnd {
  let speaker: Int32
  let origin: Int32
}

/// What the root of a fact follows from, by number: the report and the end of the chain, else the event itself.
struct SaidKey: Hashable {
  private let bits: UInt64

  /// - Parameters:
  ///   - position: of the report, the greatest number for none; of the event when the origin is the least number.
  ///   - origin: the number of the text, or ``NumberedFact/none``.
  init(position: UInt32, origin: Int32) { bits = UInt64(position) << 32 | UInt64(UInt32(bitPattern: origin)) }

  var position: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
  var origin: Int32 { Int32(truncatingIfNeeded: bits) }

  /// Whether the event stands for itself.
  var isAlone: Bool { origin == .min }
  /// Whether it was read in a report.
  var isInReport: Bool { !isAlone && position != .max }
}

/// Values by number, of both kinds of numbers.
struct ByNumber<Value> {
  private var ofStore: [Value?] = []
  private var own: [Value?] = []

  subscript(_ number: Int32) -> Value? {
    get {
      let place = Int(number < 0 ? -2 - number : number)
      return number < 0 ? (place < own.count ? own[place] : nil) : place < ofStore.count ? ofStore[place] : nil
    }
    set {
      let place = Int(number < 0 ? -2 - number : number)
      if number < 0 {
        while own.count <= place { own.append(nil) }
        own[place] = newValue
      } else {
        while ofStore.count <= place { ofStore.append(nil) }
        ofStore[place] = newValue
      }
    }
  }
}
