import Vocabulary

/// Where things come from in the end, by number: what `References+Roots.swift` says of one fact in words, for views that weigh
/// thousands. Each report is traced once.
extension References {
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

  /// The report without parents that one leads to.
  func traced(_ report: UInt64) -> TracedReport {
    let place = place(ofReport: report)
    return unsafe tracedReports[Int(tracedReports[place].base)]
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
  private func place(ofReport position: UInt64) -> Int {
    if let known = unsafe reportPlaces[position] { return Int(known) }
    let (first, parent) = add(report: position)
    guard parent != nil else { return first }
    var (way, next) = ([first], parent)
    while let report = next, unsafe reportPlaces[report] == nil {
      let (place, parent) = add(report: report)
      way.append(place)
      next = parent
    }
    let known = next.flatMap { unsafe reportPlaces[$0] }
    let end = known.map { unsafe tracedReports[Int($0)].base } ?? Int32(way[way.count - 1])
    for place in way { unsafe tracedReports[place].base = end }
    return first
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
