import Testing
import Vocabulary

@testable import Views

/// Sums over single incidents; what bodies publish stands beside them, never in them and never in each other.
@Suite
struct TotalsTests {
  private typealias Told = PairLog.Told

  private func lines(_ log: PairLog, by grouping: Totals.Grouping) -> [Totals.Line] {
    let facts = log.references()
    return Totals(Attacks.answer(at: log.day, facts: facts, profile: .default1), by: grouping, facts).lines
  }

  private func killed(_ line: Totals.Line) -> Cell { line.figures.first { $0.what == "killed" }?.cell ?? .none }

  @Test
  func `accounts fused count once, and aggregates of several bodies stand side by side in no sum`() {
    var log = PairLog()
    let first = log.attack(Told(killed: (1, 3, 5)))
    log.link("same", first, log.attack(Told(killed: (2, 4, 9))))
    log.attack(Told(when: "2023-03-01", killed: (nil, 10, nil)))
    log.attack(Told(when: "2023-04-01"))
    let mission = log.attack(Told(place: "country", when: "2023", form: "aggregate", killed: (nil, 543, nil)))
    let other = log.attack(Told(place: "country", when: "2023", form: "aggregate", killed: (400, nil, nil)))
    log.link("same", mission, other)
    let all = lines(log, by: .all)
    #expect(all.map(\.form) == ["single", "aggregate", "aggregate"], "two bodies, even where linked, are two lines")
    #expect(all[0].incidents == 3)
    #expect(killed(all[0]) == .range(min: 12, best: 13, max: 19))
    #expect(all[0].figures[0].told == 2, "one incident gives no figure, which is not none killed")
    #expect(all[1...].map(killed) == [.range(min: nil, best: 543, max: nil), .range(min: 400, best: nil, max: nil)])
    #expect(Set(all[1...].map(\.root)).count == 2)
  }

  @Test
  func `groups: what may be of two years is of neither`() {
    var log = PairLog()
    log.attack(Told(when: "2022-05-01", actor: "army", mode: "ied"))
    log.attack(Told(place: "south-a", when: "2022-12/2023-01"))
    log.attack(Told(place: "country", when: "2023-02", actor: nil))
    #expect(lines(log, by: .year).map(\.group) == ["2022", "2022/2023", "2023"])
    #expect(lines(log, by: .region).map(\.group) == ["no region", "north", "south"])
    #expect(lines(log, by: .actor).map(\.group) == ["army", "rebels", "unknown"])
    #expect(lines(log, by: .mode).map { "\($0.group) \($0.incidents)" } == ["ied 1", "raid 2"])
  }

  @Test
  func `a retracted aggregate leaves, and what lies ahead is not counted`() {
    var log = PairLog()
    let total = log.attack(Told(when: "2023", form: "aggregate"))
    log.attack(Told(when: "2024-01-01"))
    #expect(lines(log, by: .year).map(\.form) == ["aggregate"])
    log.retract(total)
    #expect(lines(log, by: .year).isEmpty)
  }

  @Test
  func `an abuse counts once whatever acts it has rows for, and only what an attack calls single is summed`() {
    var log = PairLog()
    let first = log.attack(Told(mode: "one-sided", killed: (1, 3, 5)))
    log.link("same", first, log.abuse("north-a"))
    log.attack(Told(when: "2023-03-01", mode: "one-sided", killed: (nil, 10, nil)))
    log.attack(Told(when: "2023-04-01", mode: "one-sided", form: "aggregate", killed: (nil, 500, nil)))
    log.attack(Told(when: "2023-05-01", mode: "raid", killed: (nil, 70, nil)))
    log.abuse("south-a")
    log.abuse("south-b", status: "concern")
    let facts = log.references()
    let answer = Abuses.answer(at: log.day, facts: facts, profile: .default1)
    #expect(answer.rows.filter { $0.key.hasPrefix("#\(first)/") }.count == 2, "two acts of one abuse")
    let lines = Totals(answer, by: .all, facts).lines
    #expect(lines.map(\.form) == ["single", "unstated", "aggregate"])
    #expect(lines.map(\.incidents) == [2, 1, 1], "a concern is no incident, a raid no abuse")
    #expect(killed(lines[0]) == .range(min: 11, best: 13, max: 15))
    #expect(killed(lines[2]) == .range(min: nil, best: 500, max: nil))
    #expect(
      Totals(answer, by: .mode, facts).lines.map { "\($0.group) \($0.form)" } == [
        "killing unstated", "killing, one-sided single", "one-sided single", "one-sided aggregate",
      ])
    #expect(Totals(answer, by: .actor, facts).lines.map(\.group) == ["rebels", "rebels", "rebels"])
    #expect(Totals(answer, by: .region, facts).lines.map(\.group) == ["north", "north", "south"])
  }
}
