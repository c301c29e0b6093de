internal import Views

/// A fact that stood before the moment asked for, with the ends of its rectangle.
struct PastFact {
  /// Its place among the rows: they come by month.
  var row: Int64
  var fact: StandingFact
  var knownTo: Int64
  var publicTo: Int64
}

/// Tells which past facts were ended, and by whom.
enum Ending {
  /// One entry for each event and body that no longer stands: the last rectangle that showed it.
  ///
  /// A version that a correction made is not ended but forgotten when the correction itself does not stand: retracting it
  /// restores what was there before, and what showed the same before it was ended by whatever stands now.
  ///
  /// - Parameters:
  ///   - past: facts that stood in some part of the past, in the order of their rows.
  ///   - standing: the facts about the same subject that stand.
  ///   - count: how many events are known; what ends a rectangle later is not known yet.
  ///   - state: how an event stands now.
  ///   - corrects: whether the second event corrects the first.
  static func collect(
    _ past: [PastFact], standing: [StandingFact], count: Int64,
    state: (UInt64) throws -> (code: Int64, by: UInt64?)?, corrects: (UInt64, UInt64) throws -> Bool
  ) rethrows -> [EndedFact] {
    struct Key: Hashable {
      var event: UInt64
      var fact: Fact
    }
    func holds(_ event: UInt64) throws -> Bool { try state(event).map { $0.code != 2 } ?? false }
    let stands = Set(standing.map { Key(event: $0.event, fact: $0.fact) })
    var last: [Key: PastFact] = [:]
    var order: [Key] = []
    for fact in past {
      let key = Key(event: fact.fact.event, fact: fact.fact.fact)
      guard !stands.contains(key) else { continue }
      if let correction = fact.fact.versionBy, try !holds(correction) { continue }
      if last.updateValue(fact, forKey: key) == nil { order.append(key) }
    }
    var ended: [EndedFact] = []
    for key in order {
      guard let fact = last[key], let now = try state(key.event) else { continue }
      let closer = fact.knownTo < count ? UInt64(fact.knownTo) : nil
      if now.code == 2, let by = now.by {
        ended.append(EndedFact(was: fact.fact, by: by, effect: .retracted))
      } else if let closer, try corrects(key.event, closer), try holds(closer) {
        ended.append(EndedFact(was: fact.fact, by: closer, effect: .corrected))
      } else if let by = now.by {
        ended.append(EndedFact(was: fact.fact, by: by, effect: .corrected))
      } else if let closer {
        ended.append(EndedFact(was: fact.fact, by: closer, effect: .retracted))
      }
    }
    return ended
  }
}
