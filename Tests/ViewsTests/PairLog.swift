import Vocabulary

@testable import Views

/// A ledger of accounts for tests of pairs: a country with two regions, their cercles and towns, and actors of two classes.
struct PairLog {
  fileprivate(set) var log = CaseLog()
  let day = Day(year: 2023, month: 12, day: 31) ?? Day(number: 0)

  init() {
    log.place("country", "country")
    for region in ["north", "south"] {
      log.place(region, "region", in: "country")
      log.place("\(region)-cercle", "cercle", in: region)
      for town in ["a", "b"] { log.place("\(region)-\(town)", "town", in: "\(region)-cercle") }
    }
    actor("rebels", "rebel-group")
    actor("wing", "rebel-group", in: "rebels")
    actor("others", "rebel-group")
    actor("army", "state-force")
  }

  private mutating func actor(_ key: String, _ type: String, in parent: String? = nil) {
    log.add(
      "actor",
      .some(
        ("key", .text(key)), ("name", .text(key)), ("type", .text(type)), ("parent", parent.map { .text($0) })))
  }

  /// What an account of an attack says.
  struct Told {
    var place: String? = "north-a"
    var precision: Int?
    var when: String? = "2023-01-05"
    var actor: String? = "rebels"
    var mode = "raid"
    var form = "single"
    var killed: (Int?, Int?, Int?)?
  }

  /// Records an account, by a source of its own unless a report is named.
  @discardableResult
  mutating func attack(_ told: Told = Told(), in report: UInt64? = nil) -> UInt64 {
    let report = report ?? self.report()
    let counts = told.killed.map { least, best, most -> JSON in
      [
        JSON.some(
          ("what", "killed"), ("min", least.map { .number($0) }), ("best", best.map { .number($0) }),
          ("max", most.map { .number($0) }))
      ]
    }
    return log.add(
      "attack", .some(("mode", .text(told.mode)), ("form", .text(told.form)), ("counts", counts)),
      occurred: told.when.map { ["edtf": .text($0)] },
      place: told.place.map { JSON.some(("id", .text($0)), ("precision", told.precision.map { .number($0) })) },
      parties: told.actor.map { [["actor": .text($0), "role": "perpetrator"]] }, said: CaseLog.said(in: report),
      grade: "B2")
  }

  /// Records an abuse by the rebels.
  @discardableResult
  mutating func abuse(_ place: String, status: String = "reported", crsv: Bool = false) -> UInt64 {
    log.add(
      "abuse",
      .some(
        ("acts", [["act": crsv ? "sexual-violence" : "killing", "perpetrator": "rebels"]]), ("status", .text(status)),
        ("crsv", crsv ? true : nil)),
      occurred: ["edtf": "2023-01-05"], place: ["id": .text(place)], said: CaseLog.said(in: report()), grade: "B2")
  }

  /// Records a report by a source of its own.
  mutating func report() -> UInt64 {
    log.source("s\(log.size)")
    return log.report("s\(log.size - 1)", published: "2023-02-01")
  }

  /// Decides on two events.
  @discardableResult
  mutating func link(_ relation: String, _ one: UInt64, _ other: UInt64) -> UInt64 {
    log.add(
      "link", ["relation": .text(relation), "reason": "r"],
      refs: [CaseLog.ref("subject", one), CaseLog.ref("object", other)])
  }

  mutating func retract(_ event: UInt64) {
    log.add("retract", ["reason": "r"], refs: [CaseLog.ref("retracts", event)])
  }

  func references(known: UInt64? = nil) -> References { References(Replay(log.events, known: known)) }

  /// What a search of a view finds.
  func search(
    _ view: String = "attacks", least: Int = -20, limit: Int = 100, known: UInt64? = nil, until: String = "2023-12-31"
  ) -> (pairs: [Pair], survey: PairSurvey) {
    let references = references(known: known)
    var search = PairSearch(view, until: Day(until) ?? day, references)
    for subject in references.standing.subjects(view) {
      for fact in references.standing.facts(view, subject: subject) { search.add(fact) }
    }
    let pairs = search.best(least: least, limit: limit)
    return (pairs, search.survey)
  }

  /// The positions of the pairs, in the order of their points.
  func pairs(_ view: String = "attacks", known: UInt64? = nil) -> [[UInt64]] {
    search(view, known: known).pairs.map { [$0.earlier.event, $0.later.event] }
  }

  /// The points of the rules that spoke about the only pair there is.
  func marks() -> [PairRule: Int]? {
    let pairs = search().pairs
    guard pairs.count == 1 else { return nil }
    return Dictionary(uniqueKeysWithValues: pairs[0].marks.map { ($0.rule, $0.points) })
  }
}

extension PairLog {
  /// Records a report, by a source of its own, that derives from another.
  mutating func relay(of report: UInt64) -> UInt64 {
    log.source("s\(log.size)")
    return log.report("s\(log.size - 1)", published: "2023-02-02", from: [report])
  }
}
