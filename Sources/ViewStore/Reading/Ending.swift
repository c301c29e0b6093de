internal import Views

/// A fact that stood before the moment asked for, with its rectangle in known and public time.
struct PastFact {
  /// Its place among the rows: they come by month.
  var row: Int64
  var fact: StandingFact
  var knownFrom: Int64
  /// Not after the moment asked for.
  var knownTo: Int64
  var publicFrom: Int64
  /// The last public day, not after the moment asked for.
  var publicUntil: Int64
}

/// Tells which past facts were ended, and by whom.
///
/// The answer follows from the events that stand, not from the detours by which they came to stand: a retraction that was
/// itself retracted leaves no trace in it.
enum Ending {
  /// A point of a rectangle: how many events were known, and the public day.
  struct Corner {
    var known: Int64
    var day: Int64
  }

  /// One entry for each event and body that no longer stands, in the last version that showed it.
  ///
  /// A version counts only when the corrections in it are the first of those that stand now: one that a correction made
  /// which no longer stands, or that lacked one which stands, is forgotten. The fact was ended by the retraction of its
  /// event, else by the next correction that stands.
  ///
  /// - Parameters:
  ///   - past: facts that stood in some part of the past, in the order of their rows.
  ///   - standing: the facts about the same subject that stand.
  ///   - state: how an event stands now.
  ///   - corrections: the corrections in the version of an event at a point of a rectangle, or now, in order.
  static func collect(
    _ past: [PastFact], standing: [StandingFact], state: (UInt64) throws -> (code: Int64, by: UInt64?)?,
    corrections: (UInt64, Corner?) throws -> [UInt64]
  ) rethrows -> [EndedFact] {
    struct Key: Hashable {
      var event: UInt64
      var fact: Fact
    }
    let stands = Set(standing.map { Key(event: $0.event, fact: $0.fact) })
    var now: [UInt64: [UInt64]] = [:]
    var last: [Key: (past: PastFact, corrections: Int)] = [:]
    var order: [Key] = []
    for fact in past {
      let event = fact.fact.event
      let key = Key(event: event, fact: fact.fact.fact)
      guard !stands.contains(key) else { continue }
      var count = 0
      if fact.fact.versionBy != nil {
        if now[event] == nil { now[event] = try corrections(event, nil) }
        guard let matching = try fact.matching(now[event] ?? [], corrections) else { continue }
        count = matching
      }
      guard let known = last[key] else {
        last[key] = (fact, count)
        order.append(key)
        continue
      }
      if count >= known.corrections { last[key] = (fact, count) }
    }
    var ended: [EndedFact] = []
    for key in order {
      guard let (was, count) = last[key], let (code, by) = try state(key.event) else { continue }
      if code == 2, let by {
        ended.append(EndedFact(was: was.fact, by: by, effect: .retracted))
      } else {
        let made = try now[key.event] ?? corrections(key.event, nil)
        guard let by = made.count > count ? made[count] : by else { continue }
        ended.append(EndedFact(was: was.fact, by: by, effect: .corrected))
      }
    }
    return ended
  }
}

extension PastFact {
  /// How many of the corrections that stand now made the version, if these are the first ones; `nil` otherwise.
  ///
  /// A correction of what no fact says comes and goes within a rectangle, so its first and its last point are tried.
  fileprivate func matching(
    _ now: [UInt64], _ corrections: (UInt64, Ending.Corner?) throws -> [UInt64]
  ) rethrows -> Int? {
    let corners = [
      Ending.Corner(known: knownFrom + 1, day: publicFrom),
      Ending.Corner(known: knownTo, day: publicUntil),
    ]
    for corner in corners {
      let then = try corrections(fact.event, corner)
      if now.starts(with: then) { return then.count }
    }
    return nil
  }
}
