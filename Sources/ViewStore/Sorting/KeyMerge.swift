/// Goes through several sorted runs as if they were one.
struct KeyMerge {
  /// The block of a run that is being gone through.
  private struct Front {
    var key: SortedKey
    var block: KeyRun.Block
    var place = 0
    let run: KeyRun

    /// The first block of a run; `nil` when it has none.
    init?(_ run: KeyRun) throws {
      guard let block = try run.next() else { return nil }
      (self.run, self.block, key) = (run, block, block.keys[0])
    }

    /// Goes to the next key; `false` after the last one.
    mutating func advance() throws -> Bool {
      place += 1
      if place == block.keys.count {
        guard let next = try run.next() else { return false }
        (block, place) = (next, 0)
      }
      key = block.keys[place]
      return true
    }
  }

  /// A heap: none comes before its parent at half its place.
  private var fronts: [Front]

  /// Gives every key to `body`, in order, with the texts that the long ones lie in.
  static func forEach(_ runs: [KeyRun], _ body: (SortedKey, _ texts: [UInt8]) throws -> Void) throws {
    var merge = KeyMerge(fronts: try runs.compactMap { try Front($0) })
    for place in stride(from: merge.fronts.count / 2, through: 0, by: -1) { merge.sink(place) }
    while !merge.fronts.isEmpty {
      try body(merge.fronts[0].key, merge.fronts[0].block.texts)
      if try !merge.fronts[0].advance() {
        merge.fronts.swapAt(0, merge.fronts.count - 1)
        merge.fronts.removeLast()
      }
      merge.sink(0)
    }
  }

  private mutating func sink(_ start: Int) {
    var parent = start
    while true {
      var least = parent
      let child = 2 * parent + 1
      if child < fronts.count, isBefore(child, least) { least = child }
      if child + 1 < fronts.count, isBefore(child + 1, least) { least = child + 1 }
      if least == parent { return }
      fronts.swapAt(parent, least)
      parent = least
    }
  }

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    if fronts[one].key.prefix != fronts[other].key.prefix { return fronts[one].key.prefix < fronts[other].key.prefix }
    return SortedKey.areInOrder(
      fronts[one].key, fronts[one].block.texts, fronts[other].key, fronts[other].block.texts)
  }
}
