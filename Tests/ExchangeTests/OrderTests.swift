import Testing

@testable import Exchange

@Suite struct OrderTests {
  @Test(arguments: [[0, 1, 2, 3], [2, 3, 0, 1], [3, 2, 1, 0], [0, 2, 1, 3], []])
  func `the order of rows is kept in runs`(indexes: [Int]) throws {
    let rows = indexes.indices.map { UInt64($0) * 10 }
    let text = try #require(Order.encode(indexes))
    let ordered = text.isEmpty ? rows : try #require(Order.decode(text, rows))
    #expect(ordered == indexes.map { UInt64($0) * 10 })
  }

  @Test func `an order that no report can hold is not kept, and one that does not fit is refused`() {
    #expect(Order.encode(Array((0..<20_000).reversed())) == nil)
    #expect(Order.decode("0-3", [1, 2]) == nil)
    #expect(Order.decode("0", [1, 2]) == nil)
  }
}
