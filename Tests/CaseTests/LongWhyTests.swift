import Testing
import ViewStore
import Views
import Vocabulary

@Suite
struct LongWhyTests {
  @Test func `of what a rule set aside the newest are told, and the row still names all`() throws {
    let mali = try MaliCase.shared.get()
    let rows = try mali.ask("corroboration", at: "2024-06-30").answer.rows
    let row = try #require(
      rows.first { Dictionary(grouping: $0.ignored, by: \.rule).values.contains { $0.count > 3 } },
      "no row of the case sets four events aside by one rule")
    let question = Question("corroboration", subjects: [row.key], at: try #require(Day("2024-06-30")))
    let whole = try mali.views.explain(row.key, question, of: mali.ledger)
    let short = try mali.views.explain(row.key, question, of: mali.ledger, newest: 2)
    #expect(whole.told == row.ignored && short.row == whole.row)
    for (rule, ignored) in Dictionary(grouping: row.ignored, by: \.rule) {
      let newest = ignored.map(\.event).sorted().suffix(2)
      #expect(short.told.filter { $0.rule == rule }.map(\.event) == Array(newest))
      #expect(short.untold(of: rule) == max(0, ignored.count - 2) && whole.untold(of: rule) == 0)
      for event in newest {
        #expect(short.exhibits[event] != nil)
        #expect(short.exhibits[event]?.leafHash == whole.exhibits[event]?.leafHash)
      }
    }
    let counted = Set((row.because + row.against).flatMap { $0.events + $0.rivals })
    #expect(counted.allSatisfy { short.exhibits[$0] != nil })
  }
}
