import Foundation
import SQLite
import Testing
import Views
import Vocabulary

@testable import ViewStore

@Suite("Any SQLite tool can read the views, and no read grows with them")
struct SQLTests {
  let scratch: Scratch
  let log = MemoryLog(RandomLog(300, seed: 11).leaves)

  init() throws {
    scratch = try Scratch()
    try scratch.store().follow(log)
  }

  /// The rows of a query, every value as text.
  private func rows(_ sql: String) throws -> [[String]] {
    let connection = try Connection(scratch.path("views.sqlite"), .readOnly)
    let select = try connection.prepare(sql)
    var rows: [[String]] = []
    while try select.step() { rows.append((0..<select.columnCount).map { select.text($0) ?? "" }) }
    return rows
  }

  /// What SQLite says of how it runs a query.
  ///
  /// The query within that finds a shared body is a step of its own, and how it is run is told behind it.
  private func plan(_ sql: String) throws -> [String] {
    try rows("EXPLAIN QUERY PLAN " + sql).map { $0[3] }.filter { !$0.hasPrefix("CORRELATED SCALAR SUBQUERY") }
  }

  /// What it says of a query that goes from one row to the next by asking an index again: these steps read no table.
  private static let ofRecursion = ["CO-ROUTINE each", "SETUP", "RECURSIVE STEP", "SCAN each"]

  @Test(arguments: ReadStatements.all)
  func `A read finds its rows by an index, in order`(_ sql: String) throws {
    for step in try plan(sql) where !Self.ofRecursion.contains(step) {
      #expect(step.hasPrefix("SEARCH"), "\(step) in \(sql)")
    }
  }

  @Test func `The view for people is narrowed by projection and subject`() throws {
    let steps = try plan("SELECT * FROM fact_now WHERE projection = 'control' AND subject = 'a'")
    #expect(steps.allSatisfy { $0.hasPrefix("SEARCH") }, "\(steps)")
    #expect(steps.contains { $0.contains("fact_subject (projection=? AND subject=?") }, "\(steps)")
  }

  @Test func `The present facts about control can be read with their events`() throws {
    let read = try rows(
      "SELECT subject, event, body FROM fact_now WHERE projection = 'control' ORDER BY subject, event")
    let snapshot = try scratch.store().snapshot()
    let known = snapshot.subjects("control").flatMap { subject in
      snapshot.facts("control", subject: subject).map {
        [subject, "\($0.event)", String(decoding: $0.fact.body, as: UTF8.self)]
      }
    }
    #expect(!known.isEmpty)
    #expect(read.sorted { $0.joined() < $1.joined() } == known.sorted { $0.joined() < $1.joined() })
  }

  @Test func `A body that facts of an event share is stored once, and every reader gets it`() throws {
    let shared = try rows(
      """
      SELECT e.body, f.id & 16383 FROM fact f JOIN fact_ever e ON e.event = f.id >> 32 AND e.subject = f.subject
      AND e.projection = (SELECT name FROM projection WHERE id = f.projection) WHERE f.body IS NULL
      """)
    #expect(!shared.isEmpty)
    for row in shared { #expect(row[0].hasPrefix("{") && row[1] != "0", "\(row)") }
    let twice = try rows(
      "SELECT id FROM fact f WHERE body = (SELECT body FROM fact WHERE id = f.id - 1) AND projection IN "
        + "(SELECT id FROM projection WHERE name IN ('attacks', 'corroboration', 'sources'))")
    #expect(twice.isEmpty)
  }

  @Test func `The facts of any known time can be read with their days`() throws {
    let day = Day("2023-05-20")!
    let snapshot = try scratch.store().snapshot(at: Moment(known: 150, published: day))
    let known = Set(snapshot.subjects("control").flatMap { snapshot.facts("control", subject: $0).map(\.event) })
    let read = try rows(
      """
      SELECT DISTINCT event FROM fact_ever WHERE projection = 'control' AND known_from < 150
      AND (known_to IS NULL OR known_to >= 150)
      AND (public = 'always' OR public_from <= '2023-05-20') AND (public_to IS NULL OR public_to > '2023-05-20')
      """)
    #expect(!known.isEmpty)
    #expect(Set(read.compactMap { UInt64($0[0]) }) == known)
  }

  @Test func `Every table, view and column is documented, and nothing else`() throws {
    let there = try rows(
      """
      SELECT s.name, '' FROM sqlite_schema s WHERE s.type IN ('table', 'view')
      UNION ALL
      SELECT s.name, c.name FROM sqlite_schema s, pragma_table_info(s.name) c WHERE s.type IN ('table', 'view')
      """)
    let documented = try rows("SELECT relation, field FROM documentation WHERE meaning <> ''")
    #expect(Set(there) == Set(documented), "\(Set(there).symmetricDifference(documented))")
  }
}
