/// Goes through several sorted runs as if they were one.
struct KeyMerge {
  /// A heap: none comes before its parent at half its place.
  private var runs: [KeyRun] = []

  /// Gives every key to `body`, in order, as the present one of a run.
  static func forEach(_ runs: [KeyRun], _ body: (KeyRun) throws -> Void) throws {
    var merge = KeyMerge(runs: runs)
    for place in stride(from: runs.count / 2, through: 0, by: -1) { merge.sink(place) }
    while let first = merge.runs.first {
      try body(first)
      if try !first.advance() {
        merge.runs.swapAt(0, merge.runs.count - 1)
        merge.runs.removeLast()
      }
      merge.sink(0)
    }
  }

  private mutating func sink(_ start: Int) {
    var parent = start
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < runs.count {
        if isBefore(child, least) { least = child }
      }
      if least == parent { return }
      runs.swapAt(parent, least)
      parent = least
    }
  }

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    SortedKey.areInOrder(runs[one].key, runs[one].texts, runs[other].key, runs[other].texts)
  }
}
