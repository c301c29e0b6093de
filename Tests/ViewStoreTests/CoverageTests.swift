import Foundation
import Testing
import Vocabulary

@testable import ViewStore
@testable import Views

/// What the log covers is known without reading it, and the same whether views were built at once or followed up.
@Suite struct CoverageTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `it is that of the facts and reports there are`(seed: UInt64) throws {
    let log = MemoryLog(RandomLog(300, seed: seed).leaves)
    let (whole, grown) = (try Scratch(), try Scratch())
    try whole.store().rebuild(log)
    for size in stride(from: 30, through: 300, by: 30) { try grown.store().follow(log.prefix(size)) }
    let coverage = try whole.store().coverage(of: log)
    #expect(coverage == (try grown.store().coverage(of: log)))
    let snapshot = try grown.store().snapshot()
    var days: [Day] = []
    for view in Views.all {
      for subject in snapshot.subjects(view.name) {
        for fact in snapshot.facts(view.name, subject: subject) {
          days += [fact.fact.from, fact.fact.to].compactMap(\.self)
        }
      }
    }
    let spoken = try #require(coverage.spoken)
    #expect(spoken.lowerBound <= (try #require(days.min())))
    #expect(spoken.upperBound >= (try #require(days.max())))
    #expect(coverage.size == 300)
    #expect(coverage.recorded != nil)
  }

  @Test func `an empty log covers nothing`() throws {
    let scratch = try Scratch()
    let log = MemoryLog([])
    try scratch.store().follow(log)
    #expect(try scratch.store().coverage(of: log) == Coverage(size: 0))
  }

  @Test func `reference facts do not count, and one bound stands for both`() {
    var days = SpokenDays()
    func entry(_ projection: Int, _ from: String?, _ to: String?) -> FactSink.Entry {
      FactSink.Entry(
        projection: projection, filed: 0..<0, body: 0..<0, from: from.flatMap { Day($0) }, to: to.flatMap { Day($0) })
    }
    days.add(entry(0, "1960-09-22", nil))
    #expect(days == SpokenDays())
    days.add(entry(1, nil, "2023-08-25"))
    #expect(days.first == Day("2023-08-25") && days.last == Day("2023-08-25"))
    days.add(entry(2, "2012-01-17", nil))
    #expect(days.first == Day("2012-01-17") && days.last == Day("2023-08-25"))
  }
}
