import Testing
import Vocabulary

@testable import Views

/// What changed between two answers, and which events did it.
@Suite
struct ComparisonTests {
  private func answer(_ rows: [Row]) -> Answer {
    Answer(
      view: "v", at: Day(number: 0), known: nil, published: nil, profile: "p",
      columns: [Column("a", "A", .text, ""), Column("b", "B", .number, "")], rows: rows)
  }

  private func row(_ key: String, _ number: Int, _ events: [UInt64], roots: Int = 1) -> Row {
    Row(key: key, cells: [.text("t"), .number(number)], because: [Reason("R", events)], roots: roots)
  }

  @Test
  func `rows enter, leave and change, with the events that differ`() {
    let earlier = answer([row("gone", 1, [1]), row("same", 2, [2]), row("other", 3, [3, 4])])
    let later = answer([row("same", 2, [2]), row("other", 5, [4, 6], roots: 2), row("new", 1, [7])])
    let comparison = Comparison(from: earlier, to: later)
    #expect(comparison.added.map(\.key) == ["new"])
    #expect(comparison.removed.map(\.key) == ["gone"])
    #expect(comparison.changed.map(\.key) == ["other"])
    #expect(
      comparison.changed[0].cells == [
        Comparison.CellChange(column: "b", was: .number(3), now: .number(5)),
        Comparison.CellChange(column: "roots", was: .number(1), now: .number(2)),
      ])
    #expect(comparison.changed[0].entered == [6])
    #expect(comparison.changed[0].left == [3])
  }

  @Test
  func `an answer does not differ from itself`() {
    let one = answer([row("a", 1, [1]), row("b", 2, [2])])
    #expect(Comparison(from: one, to: one).isEmpty)
    #expect(!Comparison(from: one, to: answer([row("a", 1, [9]), row("b", 2, [2])])).isEmpty)
  }

  @Test
  func `turned round, a comparison says the opposite`() {
    var random = RandomCase(seed: 5, size: 60)
    let events = random.log.events
    let day = Day(random.day()) ?? Day(number: 0)
    func ask(_ known: UInt64) -> Answer {
      Control.answer(at: day, facts: References(Replay(events, known: known)), profile: .default1)
    }
    let (forth, back) = (Comparison(from: ask(30), to: ask(60)), Comparison(from: ask(60), to: ask(30)))
    #expect(forth.added == back.removed)
    #expect(forth.removed == back.added)
    #expect(forth.changed.map(\.entered).joined().sorted() == back.changed.map(\.left).joined().sorted())
  }
}
