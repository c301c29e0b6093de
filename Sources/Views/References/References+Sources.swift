internal import Leaf
public import Vocabulary

/// A source as the last standing event describes it.
public struct SourceRecord: Sendable {
  /// Position of the event.
  public let event: UInt64
  /// What it says.
  public let source: Source
}

/// A report with what it derives from.
public struct ReportRecord: Sendable {
  /// Position of the event.
  public let event: UInt64
  /// What it says.
  public let report: Report
  /// The reports it derives from, stated derivations first, then in the order given.
  public let parents: [Parent]

  /// One derivation.
  public struct Parent: Hashable, Sendable {
    /// Position of the earlier report.
    public let report: UInt64
    /// Whether the recorder inferred it, for example from the wording.
    public let isInferred: Bool
  }
}

/// Whether an origin gains from an actor's success on a day.
struct Interest: Hashable {
  let root: Root.Origin
  let actor: Verbatim
  let day: Day
}

extension References {
  /// What leads on from the report recorded at that position, when it stands; without the rest of the report, for a picture
  /// of a country asks for thousands.
  func lead(_ position: UInt64) -> ReportLead? {
    if let known = leads[position] { return known }
    let found =
      standing.lead(ofReport: position).map { self.lead(number: $0) }
      ?? reference(.about(.report, position)).compactMap { ReportLead($0.fact) }.last
    leads[position] = .some(found)
    return found
  }

  /// What leads on from reports that the store keeps under a number; `nil` for ``NumberedFact/none``.
  private func lead(number: Int32) -> ReportLead? {
    if number == NumberedFact.none { return nil }
    if let known = numberedLeads[number] { return known }
    let found = ReportLead(text: text(number))
    numberedLeads[number] = .some(found)
    return found
  }

  /// The same as ``lead(_:)`` for those who only go on.
  func step(from position: UInt64) -> ReportStep {
    guard let number = standing.lead(ofReport: position) else {
      return ReportStep(lead(position)) { speakers.number($0) }
    }
    if number == NumberedFact.none { return ReportStep(nil) { _ in -1 } }
    if let known = reportSteps[number] { return known }
    let found = ReportStep(lead(number: number)) { speakers.number($0) }
    reportSteps[number] = found
    return found
  }

  /// The source with that key.
  public func source(_ key: String) -> SourceRecord? {
    if let known = sources[Verbatim(key)] { return known }
    var found: SourceRecord?
    for fact in reference(.named(.source, key)) {
      if case .source(let source) = fact.payload { found = SourceRecord(event: fact.event, source: source) }
    }
    sources[Verbatim(key)] = .some(found)
    return found
  }

  /// The report recorded at that position, when it stands.
  public func report(_ position: UInt64) -> ReportRecord? {
    if let known = reports[position] { return known }
    var found: ReportRecord?
    for fact in reference(.about(.report, position)) {
      guard case .report(let report) = fact.payload else { continue }
      found = ReportRecord(event: fact.event, report: report, parents: ReportLead.parents(of: fact.leaf))
    }
    reports[position] = .some(found)
    return found
  }

  /// The last day on which a report can have been published, when it stands and says so.
  func published(_ report: UInt64) -> Day? {
    if let known = publications[report] { return known }
    let found = self.report(report)?.report.published?.last
    publications[report] = .some(found)
    return found
  }

  /// Whether the origin of an assertion gains from an actor's success: by affiliation, by a declared interest, or by being it.
  ///
  /// The actor's lineage on the day counts as the actor. An unnamed source has no known interest.
  public func isInterested(_ root: Root.Origin, in actor: String, on day: Day) -> Bool {
    let question = Interest(root: root, actor: Verbatim(actor), day: day)
    if let known = interests[question] { return known }
    let found = gains(root, from: actor, on: day)
    interests[question] = found
    return found
  }

  private func gains(_ root: Root.Origin, from actor: String, on day: Day) -> Bool {
    guard let key = sourceKey(of: root), let source = source(key)?.source else { return false }
    var interests = Set(source.interest.map(Verbatim.init))
    if let affiliation = source.affiliation { interests.insert(Verbatim(affiliation)) }
    if source.sourceClass == .armedActor { interests.insert(Verbatim(key)) }
    return lineage(of: actor, on: day).contains { interests.contains(Verbatim($0)) }
  }

  /// The key of the source behind a root; `nil` for unnamed people.
  public func sourceKey(of root: Root.Origin) -> String? {
    switch root {
    case .report(let position): lead(position)?.source
    case .source(let key): key.text
    case .anonymous, .event: nil
    }
  }
}
