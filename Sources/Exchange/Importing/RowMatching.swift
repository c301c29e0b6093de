internal import Leaf
internal import Vocabulary

/// Pairs the rows of a new release with those that the ledger holds, by key; of several with one key first those that are
/// the same, then in their order.
final class RowMatching {
  /// A row that the ledger holds.
  private struct Held {
    var key: RowHash
    var content: RowHash
    var position: UInt64
    /// Its place in the order of the release before.
    var rank: Int
  }

  private var held: [Held] = []
  private var isUsed: [Bool] = []
  private var rows: [(key: RowHash, content: RowHash)] = []

  /// Reads the rows that stand.
  init(_ standing: StandingRows, _ request: ImportRequest, _ directory: any Directory) throws {
    var keyed: (header: [String], hash: RowHash, importer: any Importer)?
    var memory: [UInt8] = []
    var key: [UInt8] = []
    let names = NameBook(directory: directory)
    var record = TableRecord()
    try standing.eachRow { position, event in
      guard let original = event.original else { return }
      let header = original.header
      if keyed?.header != header {
        guard let importer = try? request.importer(header: header, names: names) else { return }
        keyed = (header, RowHash(header: header), importer)
      }
      guard let keyed else { return }
      record.take(original)
      key.removeAll(keepingCapacity: true)
      keyed.importer.key(of: record, into: &key)
      held.append(
        Held(
          key: RowHash(key), content: RowHash(header: keyed.hash, record, into: &memory), position: position,
          rank: held.count))
    }
    held.sort { ($0.key, $0.rank) < ($1.key, $1.rank) }
    isUsed = [Bool](repeating: false, count: held.count)
  }

  /// Adds the next row of the file.
  func add(_ key: RowHash, _ content: RowHash) { rows.append((key, content)) }

  /// What pairing came to.
  struct Matched {
    var acts: [ImportPlan.Act]
    /// The positions of rows that were not paired, ascending.
    var left: [UInt64]
    /// Of each row of the file that was paired, the place of its partner in the order before; of the others those that
    /// stay behind.
    var ranks: [Int]
    var positions: [UInt64]

    /// The order of the rows that stay, as indexes among them in their order before.
    func order(without retracted: Set<UInt64>) -> [Int] {
      // Rows that stay though the file lacks them keep their place at the end.
      let paired = Set(ranks)
      var indexes = [Int](repeating: -1, count: positions.count)
      var next = 0
      for (rank, position) in positions.enumerated() where !retracted.contains(position) {
        indexes[rank] = next
        next += 1
      }
      let behind = positions.indices.filter { indexes[$0] >= 0 && !paired.contains($0) }
      return (ranks + behind).map { indexes[$0] }
    }
  }

  /// Pairs them.
  func match() -> Matched {
    var partner = [Int](repeating: -1, count: rows.count)
    var acts = [ImportPlan.Act](repeating: .add, count: rows.count)
    for (row, (key, content)) in rows.enumerated() {
      for place in places(key) where !isUsed[place] && held[place].content == content {
        isUsed[place] = true
        partner[row] = place
        acts[row] = .keep(held[place].position)
        break
      }
    }
    for (row, (key, _)) in rows.enumerated() where partner[row] < 0 {
      for place in places(key) where !isUsed[place] {
        isUsed[place] = true
        partner[row] = place
        acts[row] = .correct(held[place].position)
        break
      }
    }
    let left = held.indices.filter { !isUsed[$0] }.map { held[$0].position }.sorted()
    var positions = [UInt64](repeating: 0, count: held.count)
    for row in held { positions[row.rank] = row.position }
    return Matched(
      acts: acts, left: left, ranks: partner.filter { $0 >= 0 }.map { held[$0].rank }, positions: positions)
  }

  /// The rows that are held with a key.
  private func places(_ key: RowHash) -> Range<Int> {
    var low = 0
    var high = held.count
    while low < high {
      let middle = (low + high) / 2
      if held[middle].key < key { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < held.count, held[end].key == key { end += 1 }
    return low..<end
  }
}
