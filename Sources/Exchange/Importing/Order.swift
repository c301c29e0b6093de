/// The order of rows in a new release, where it is not that of the release before: indexes among the rows that stayed, as
/// runs `5-9,0-4`.
enum Order {
  /// The longest text that a report can hold.
  static let limit = 40_000

  /// The order as text; empty when it is as before, `nil` when it would be too long.
  static func encode(_ indexes: [Int]) -> String? {
    guard zip(indexes, indexes.dropFirst()).contains(where: { $0 > $1 }) else { return "" }
    var text = ""
    var start = 0
    while start < indexes.count {
      var end = start
      while end + 1 < indexes.count, indexes[end + 1] == indexes[end] + 1 { end += 1 }
      text += (text.isEmpty ? "" : ",") + (end > start ? "\(indexes[start])-\(indexes[end])" : "\(indexes[start])")
      if text.utf8.count > limit { return nil }
      start = end + 1
    }
    return text
  }

  /// Puts rows in an order; `nil` when the text does not fit them.
  static func decode(_ text: String, _ rows: [UInt64]) -> [UInt64]? {
    var result: [UInt64] = []
    for run in text.split(separator: ",") {
      let bounds = run.split(separator: "-").compactMap { Int($0) }
      guard let first = bounds.first, let last = bounds.last, first <= last, rows.indices.contains(last) else {
        return nil
      }
      result += rows[first...last]
    }
    return result.count == rows.count ? result : nil
  }
}
