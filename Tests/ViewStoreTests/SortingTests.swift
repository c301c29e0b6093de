import Testing

@testable import ViewStore

@Suite("Keys are sorted as SQLite sorts them, however few fit into memory")
struct SortingTests {
  struct Key: Equatable {
    var number: UInt8
    var text: [UInt8]
    var row: Int64

    static func areInOrder(_ left: Key, _ right: Key) -> Bool {
      if left.number != right.number { return left.number < right.number }
      if left.text != right.text { return left.text.lexicographicallyPrecedes(right.text) }
      return left.row < right.row
    }
  }

  private func keys(_ generator: inout Seeded) -> [Key] {
    (0..<Int.random(in: 0...2_500, using: &generator)).map { row in
      let shared = Array("place:".utf8.prefix(Int.random(in: 0...6, using: &generator)))
      let own = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        [0, 0x30, 0x31, 0xFF].randomElement(using: &generator)! as UInt8
      }
      return Key(number: UInt8.random(in: 0...2, using: &generator), text: shared + own, row: Int64(row))
    }
  }

  /// Few texts that are long and begin alike, each many times, as the subjects of one family are.
  private func families(_ generator: inout Seeded) -> [Key] {
    let family = Array("source:outlet".utf8)
    let texts = (0..<12).map { _ in
      family
        + (0..<Int.random(in: 0...20, using: &generator)).map { _ in
          [0, 0x61, 0x62].randomElement(using: &generator)! as UInt8
        }
    }
    return (0..<3_000).map { row in
      Key(
        number: UInt8.random(in: 0...1, using: &generator), text: texts.randomElement(using: &generator)!,
        row: Int64(row))
    }
  }

  private func sorted(_ keys: [Key], by sorters: [KeySorter]) throws -> [Key] {
    var sorters = sorters
    for (place, key) in keys.enumerated() {
      let sorter = place % sorters.count
      unsafe key.text.withUnsafeBytes { unsafe sorters[sorter].add(key.number, $0, row: key.row) }
      try sorters[sorter].spill()
    }
    var found: [Key] = []
    try KeyMerge.forEach(sorters.indices.flatMap { sorters[$0].finish() }) { key, texts in
      var text: [UInt8] = []
      if key.isLong {
        text = Array(texts[key.long])
      } else {
        text = (0..<Int(key.length)).map { UInt8(truncatingIfNeeded: key.prefix >> UInt64(48 - 8 * $0)) }
      }
      found.append(Key(number: UInt8(key.prefix >> 56), text: text, row: key.row))
    }
    return found
  }

  @Test(arguments: Seeded.seeds(12))
  func `By number, then text, then row`(_ seed: UInt64) throws {
    print("seed \(seed)")
    var generator = Seeded(seed)
    let scratch = try Scratch()
    let keys = seed % 3 == 0 ? families(&generator) : keys(&generator)
    let limit = [1, 7, 100, 2_200, 5_000].randomElement(using: &generator)!
    let sorters = (0..<[1, 2, 3].randomElement(using: &generator)!).map {
      KeySorter(scratch.path("\($0)"), limit: max(limit, 1 + keys.count / 200))
    }
    #expect(try sorted(keys, by: sorters) == keys.sorted(by: Key.areInOrder), "seed \(seed), limit \(limit)")
  }

  @Test func `Numbers alone are sorted by size`() throws {
    let scratch = try Scratch()
    var generator = Seeded(9)
    var sorter = KeySorter(scratch.path("numbers"), limit: 64)
    let numbers = (0..<1_000).map { _ in UInt64.random(in: 0...70_000, using: &generator) }
    for (row, number) in numbers.enumerated() {
      sorter.add(number, row: Int64(row))
      try sorter.spill()
    }
    var found: [UInt64] = []
    try KeyMerge.forEach(sorter.finish()) { key, _ in found.append(key.prefix) }
    #expect(found == numbers.sorted())
  }
}
