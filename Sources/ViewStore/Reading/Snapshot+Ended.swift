internal import SQLite
public import Views

/// What no longer stands, and who ended it.
///
/// The answer follows from the events that stand, not from the detours by which they came to stand: a correction or a
/// retraction that was itself taken back leaves no trace in it.
extension Snapshot {
  /// A fact that stood before the moment asked for, with its rectangle in known and public time.
  private struct PastFact {
    /// Its place among the rows: they come by month.
    var row: Int64
    var fact: StandingFact
    var first: Corner
    /// The last point that is not after the moment asked for.
    var last: Corner
  }

  /// A point of a rectangle: how many events were known, and the public day.
  private struct Corner {
    var known: Int64
    var day: Int64
  }

  private struct Key: Hashable {
    var event: UInt64
    var fact: Fact
  }

  /// One entry for each event and body that no longer stands, in the version with the most corrections that showed it.
  ///
  /// The fact was ended by the retraction of its event, else by the first correction that stands and is not in the version.
  public func ended(_ projection: String, subject: String) -> [EndedFact] {
    reading([]) {
      let past = try past(projection, subject)
      guard !past.isEmpty else { return [] }
      let stands = Set(facts(projection, subject: subject).map { Key(event: $0.event, fact: $0.fact) })
      var last: [Key: (fact: StandingFact, corrections: [UInt64])] = [:]
      var order: [Key] = []
      for past in past {
        let key = Key(event: past.fact.event, fact: past.fact.fact)
        guard !stands.contains(key), let corner = try countingCorner(of: past) else { continue }
        let made = past.fact.versionBy == nil ? [] : try corrections(of: key.event, at: corner)
        guard let known = last[key] else {
          order.append(key)
          last[key] = (past.fact, made)
          continue
        }
        if made.count >= known.corrections.count { last[key] = (past.fact, made) }
      }
      return try order.compactMap { key in
        guard let (fact, made) = last[key] else { return nil }
        return try ended(fact, with: made)
      }
    }
  }

  private func ended(_ fact: StandingFact, with made: [UInt64]) throws -> EndedFact? {
    guard let (code, by) = try state(of: fact.event) else { return nil }
    if code == 2 { return by.map { EndedFact(was: fact, by: $0, effect: .retracted) } }
    let now = try corrections(of: fact.event, at: Corner(known: count, day: moment.day))
    return (now.first { !made.contains($0) } ?? by).map { EndedFact(was: fact, by: $0, effect: .corrected) }
  }

  private func past(_ projection: String, _ subject: String) throws -> [PastFact] {
    guard let number = projections[projection] else { return [] }
    try bind(selectEnded, number, subject)
    defer { selectEnded.reset() }
    var past: [PastFact] = []
    while try selectEnded.step() {
      past.append(
        PastFact(
          row: selectEnded.integer(0), fact: fact(selectEnded, projection, subject),
          first: Corner(known: selectEnded.integer(9) + 1, day: selectEnded.integer(11)),
          last: Corner(
            known: min(selectEnded.integer(10), count), day: min(selectEnded.integer(12) - 1, moment.day))))
    }
    return past.sorted { $0.row < $1.row }
  }

  /// A point of a past fact's rectangle where everything was as it would be with what is known now; `nil` when the
  /// rectangle was a detour.
  ///
  /// What no fact says comes and goes within a rectangle, so its last and its first point are tried.
  private func countingCorner(of past: PastFact) throws -> Corner? {
    for corner in [past.last, past.first] {
      guard try isAsNow(past.fact.event, at: corner, and: moment.day) else { continue }
      if try corner.known >= count || isPublishedAsNow(past.fact, known: corner.known) { return corner }
    }
    return nil
  }

  /// Whether of the events known at a point the same correct and retract an event as with what is known now, and still do on
  /// a later day: what only the public still goes by is a detour to the ledger.
  private func isAsNow(_ event: UInt64, at corner: Corner, and day: Int64) throws -> Bool {
    for by in try effects(on: event, among: corner.known) {
      let stood = try stands(by, at: corner)
      guard try stood == stands(by, at: Corner(known: count, day: corner.day)) else { return false }
      guard try !stood || stands(by, at: Corner(known: count, day: day)) && isAsNow(by, at: corner, and: day) else {
        return false
      }
    }
    return true
  }

  /// Whether the same corrections, published or not, say when the report of a fact was published.
  private func isPublishedAsNow(_ fact: StandingFact, known: Int64) throws -> Bool {
    guard let report = fact.report else { return true }
    let never = Int64(Ends.never)
    return try isAsNow(report, at: Corner(known: known, day: never), and: never)
  }

  /// The corrections in the version of an event at a point: its own and those of its corrections, in the order of positions.
  private func corrections(of event: UInt64, at corner: Corner) throws -> [UInt64] {
    var all: [UInt64] = []
    for by in try effects(on: event, among: corner.known, kind: .corrects) where try stands(by, at: corner) {
      all += try [by] + corrections(of: by, at: corner)
    }
    return all.sorted()
  }

  private func stands(_ event: UInt64, at corner: Corner) throws -> Bool {
    try state(of: event, known: corner.known, day: corner.day).map { $0.code != 2 } ?? false
  }

  /// What corrects or retracts an event, of the first events.
  private func effects(on event: UInt64, among known: Int64, kind: Effect.Kind? = nil) throws -> [UInt64] {
    try selectEffects.bind(1, Int64(event))
    try selectEffects.bind(2, known)
    defer { selectEffects.reset() }
    var found: [UInt64] = []
    while try selectEffects.step() {
      if kind == nil || selectEffects.integer(1) == kind?.rawValue { found.append(UInt64(selectEffects.integer(0))) }
    }
    return found
  }
}
