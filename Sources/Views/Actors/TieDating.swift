import Vocabulary

/// A statement about a relation, seen from the day asked about.
struct TieDating {
  /// How it stands on the day.
  enum Phase { case holds, lastKnown, possible, ended, ahead }

  let fact: StandingFact
  let isRegister: Bool
  let phase: Phase
  /// The first day of it.
  let first: Day?
  /// The day it ended, where that is over.
  let end: Day?
  /// The newest day it vouches for.
  let seen: Day?

  /// Dates a statement.
  ///
  /// A precise period is true on each of its days; an imprecise one on at least one of them, so it is only possible until it
  /// is over. What is over has ended when that is said; else it was so when it was last known. An entry of the register
  /// gives way to a later one.
  init(_ statement: ActorTie.Statement, _ day: Day, _ references: References) {
    fact = statement.fact
    isRegister = statement.isRegister
    let (from, to) = (fact.fact.from, fact.fact.to)
    first = from
    if statement.isRegister {
      let over = references.end(ofEntry: fact.event, actor: statement.actor, to)
      let isAhead = from.map { $0 > day } ?? false
      let isOver = over.map { $0 < day } ?? false
      phase = isAhead ? .ahead : isOver ? .ended : .holds
      end = isOver ? over : nil
      seen = isOver ? over : day
      return
    }
    let published = fact.report.flatMap { references.report($0)?.report.published?.last } ?? fact.publicFrom
    if from.map({ $0 > day }) ?? false {
      phase = .ahead
    } else if let to, to < day {
      phase = statement.hasEnded ? .ended : .lastKnown
    } else if statement.isImprecise, to != day {
      phase = .possible
    } else {
      phase = .holds
    }
    end = phase == .ended ? to : nil
    // An open end is vouched for until the report was published.
    let vouched = to ?? [published, from].compactMap(\.self).max() ?? day
    seen = phase == .possible ? from : min(vouched, day)
  }

  /// What several statements make of the relation: it holds when one says so; it has ended when nothing newer knows of it.
  static func together(_ all: [TieDating]) -> (status: String, until: Day?) {
    if all.contains(where: { $0.phase == .holds }) { return ("holds", nil) }
    let end = all.compactMap(\.end).max()
    let known = all.filter { $0.phase == .lastKnown }.compactMap(\.seen).max()
    if let end, known.map({ $0 <= end }) ?? true { return ("ended", end) }
    return known == nil ? ("possible", nil) : ("last known", nil)
  }
}

extension ActorTie.Statement {
  /// The actor whose entry of the register it is.
  fileprivate var actor: String {
    guard case .relation(let ends, _, _, _) = ActorFact(fact.fact.document) else { return "" }
    return ends.actor.text
  }
}
