import Testing
import ViewStore
import Views
import Vocabulary

/// An answer that is given row by row takes a while, and others go on recording meanwhile.
@Suite("Rows that are given one by one are those of the moment asked about")
struct RowMomentTests {
  /// When the log grows: before the second thread has looked, or when both have.
  enum Growth: CaseIterable { case beforeTheFirstRow, afterIt }

  @Test(arguments: Seeded.seeds(2), Growth.allCases)
  func `What is followed meanwhile changes none of them`(seed: UInt64, growth: Growth) throws {
    var random = RandomLog(500, seed: seed)
    // More than two parts, each divided between two threads.
    while random.entries.count(where: { ["attack", "claim.control"].contains($0.kind) }) < 220 {
      random.grow(to: random.entries.count + 50)
    }
    let size = random.entries.count
    let scratch = try Scratch()
    let log = MemoryLog(random.leaves)
    try scratch.store().follow(log)
    let question = Question("provenance", at: try #require(Day("2023-06-01")))
    let whole = try scratch.store().answer(question, from: log).answer.rows
    random.grow(to: size + 200)
    func grow() throws {
      for leaf in random.leaves[size...] { log.append(leaf) }
      try scratch.store().follow(log)
    }
    let reading = try scratch.store().rows(of: question, from: log, batch: 100)
    if growth == .beforeTheFirstRow { try grow() }
    var found: [Row] = []
    try reading.forEachRow { row in
      if found.isEmpty, growth == .afterIt { try grow() }
      found.append(row)
      return true
    }
    #expect(found == whole && whole.count >= 220, "seed \(seed)")
    #expect(try scratch.store().answer(question, from: log).answer.rows != whole, "seed \(seed)")
  }
}
