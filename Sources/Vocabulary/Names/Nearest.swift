/// The nearest right word to a wrong one.
///
/// Distance is Damerau–Levenshtein (optimal string alignment: insert, delete, replace, swap two neighbours) on the folded
/// bytes, so that case and marks cost nothing.
public enum Nearest {
  /// The nearest of the words, or `nil` when none is near enough to be meant: at most a third of the longer word, and
  /// at least one change, may differ. A word that the wrong one begins (at least three signs of it) is near as well.
  /// Among equals the first listed wins.
  public static func word(to wrong: String, among words: some Sequence<String>) -> String? {
    Nearest.words(to: wrong, among: words, limit: 1).first
  }

  /// The nearest words, nearest first; at most `limit`.
  public static func words(to wrong: String, among words: some Sequence<String>, limit: Int) -> [String] {
    let folded = Folding.fold(wrong)
    var found: [(distance: Int, order: Int, word: String)] = []
    for (order, word) in words.enumerated() {
      let other = Folding.fold(word)
      let allowed = max(1, max(folded.count, other.count) / 3)
      if let distance = distance(folded, other, atMost: allowed) {
        found.append((distance * 2, order, word))
      } else if folded.count >= 3, other.starts(with: folded) {
        found.append((allowed * 2 + 1, order, word))
      }
    }
    found.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return found.prefix(limit).map(\.word)
  }

  /// The number of changes from one to the other, or `nil` when more than `limit` are needed.
  public static func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var before = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = before
    for row in 0..<left.count {
      current[0] = row + 1
      for column in 0..<right.count {
        let change = left[row] == right[column] ? 0 : 1
        var least = min(previous[column + 1] + 1, current[column] + 1, previous[column] + change)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, before[column - 1] + 1)
        }
        current[column + 1] = least
      }
      guard current.min()! <= limit else { return nil }
      (before, previous, current) = (previous, current, before)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
