import SQLite
import Testing
import ViewStore
import Views
import Vocabulary

/// What holds for every row of every view on the case.
@Suite
struct EveryRowTests {
  @Test(arguments: Views.all.map { $0.name })
  func `every rule that a row names has its sentence, every row can be explained`(view: String) throws {
    let mali = try MaliCase.shared.get()
    let type = try #require(Views.named(view))
    for (day, published) in [("2023-08-25", "2023-08-25"), ("2023-11-09", nil), ("2025-12-31", nil)] {
      let answer = try mali.ask(view, at: day, publishedBy: published).answer
      #expect(Set(answer.rows.map(\.key)).count == answer.rows.count, "keys name rows")
      for row in answer.rows {
        #expect(row.cells.count == answer.columns.count)
        for rule in (row.because + row.against).map(\.rule) + row.ignored.map(\.rule) {
          #expect(type.sentence(of: rule) != nil, "\(view) has no sentence for \(rule)")
        }
      }
    }
  }

  @Test(arguments: Views.all.map { $0.name })
  func `no column of the SQL view over its facts is empty throughout the case`(view: String) throws {
    let mali = try MaliCase.shared.get()
    let type = try #require(Views.named(view))
    let connection = try Connection(mali.folder + "/views.sqlite", .readOnly)
    for column in type.factColumns {
      let select = try connection.prepare("SELECT count(\(column.name)) FROM \(view)")
      #expect(try select.step())
      #expect(select.integer(0) > 0, "\(view).\(column.name): nothing at \(column.path)")
    }
  }

  @Test(arguments: Views.all.map { $0.name })
  func `what a table shows are columns of the view`(view: String) throws {
    let type = try #require(Views.named(view))
    let known = Set(type.columns.map(\.name) + ["roots", "grade", "disputes", "redactions", "because"])
    #expect(Set(type.shown).isSubset(of: known))
    #expect(Set(type.spared).isSubset(of: type.shown))
  }
}
