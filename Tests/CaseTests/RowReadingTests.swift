import Foundation
import Ledger
import Testing
import ViewStore
import Views
import Vocabulary

/// Exports read views row by row; what they give out must be what the view says.
@Suite struct RowReadingTests {
  @Test(arguments: Views.all.map { $0.name }, [1, 7, RowReading.usualBatch])
  func `row by row an answer has the same rows in the same order`(view: String, batch: Int) throws {
    let mali = try MaliCase.shared.get()
    let day = try #require(Day("2023-08-25"))
    let whole = try mali.ask(view, at: "2023-08-25")
    let rows = try mali.views.rows(of: Question(view, at: day), from: FollowedLedger(mali.ledger), batch: batch)
    #expect(rows.head.size == whole.size && rows.head.root == whole.root && rows.head.answer.rows.isEmpty)
    for _ in 0..<2 {
      var found: [Row] = []
      try rows.forEachRow { row in
        found.append(row)
        return true
      }
      #expect(found == whole.answer.rows)
    }
  }

  @Test func `filters and regions leave the same rows`() throws {
    let mali = try MaliCase.shared.get()
    let question = Question(
      "attacks", filters: [.init(column: "form", value: "single")], inside: ["ML07"],
      at: try #require(Day("2024-06-30")))
    let log = FollowedLedger(mali.ledger)
    let whole = try mali.views.answer(question, from: log).answer.rows
    var found: [Row] = []
    try mali.views.rows(of: question, from: log, batch: 3).forEachRow { row in
      found.append(row)
      return true
    }
    #expect(found == whole && !whole.isEmpty)
  }

  @Test func `reading ends when nobody wants more`() throws {
    let mali = try MaliCase.shared.get()
    let question = Question("attacks", at: try #require(Day("2024-06-30")))
    var count = 0
    try mali.views.rows(of: question, from: FollowedLedger(mali.ledger), batch: 2).forEachRow { _ in
      count += 1
      return count < 3
    }
    #expect(count == 3)
  }
}
