/// The accounts in the order of place, length and beginning, so that the neighbours of one are found by halving.
struct PairIndex {
  private let order: [Int32]
  private var blocks: [UInt64: Range<Int>] = [:]
  private let records: [PairRecord]

  init(_ records: [PairRecord]) {
    self.records = records
    let lengths = records.map { $0.length ?? 0 }
    order = records.indices.map(Int32.init).sorted { left, right in
      let (one, other) = (records[Int(left)], records[Int(right)])
      return (one.place, lengths[Int(left)], one.from, one.event)
        < (other.place, lengths[Int(right)], other.from, other.event)
    }
    var start = 0
    for end in 1...max(1, order.count) where !order.isEmpty {
      let key = PairIndex.key(records[Int(order[start])].place, lengths[Int(order[start])])
      if end < order.count, PairIndex.key(records[Int(order[end])].place, lengths[Int(order[end])]) == key { continue }
      blocks[key] = start..<end
      start = end
    }
  }

  private static func key(_ place: Int32, _ length: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: place)) << 8 | UInt64(length)
  }

  /// Gives the accounts of a place whose periods overlap that of the record or end or begin a day from it, until `body`
  /// has had enough.
  func forEachNeighbour(of record: PairRecord, at place: Int32, _ body: (Int) -> Bool) {
    for (length, longest) in PairRecord.lengths.enumerated() {
      guard let block = blocks[PairIndex.key(place, length)] else { continue }
      var position = first(in: block, from: record.from - longest)
      while position < block.upperBound {
        let index = Int(order[position])
        let other = records[index]
        if other.from > record.to + 1 { break }
        if other.to >= record.from - 1, !body(index) { return }
        position += 1
      }
    }
  }

  /// The first in a block that does not begin before a day.
  private func first(in block: Range<Int>, from day: Int32) -> Int {
    var (low, high) = (block.lowerBound, block.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if records[Int(order[middle])].from < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
