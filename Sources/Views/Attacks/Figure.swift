/// A casualty figure of one account, or of several accounts of one incident fused; absent bounds are unknown, not zero.
struct Figure: Hashable {
  var min: Int?
  var best: Int?
  var max: Int?

  /// Whether nothing is said.
  var isEmpty: Bool { min == nil && best == nil && max == nil }

  /// The sum within one account, over classes of people; a bound is known only when every part has it.
  static func + (left: Figure, right: Figure) -> Figure {
    func add(_ one: Int?, _ other: Int?) -> Int? {
      guard let one, let other else { return nil }
      return one + other
    }
    return Figure(
      min: add(left.min, right.min), best: add(left.best, right.best), max: add(left.max, right.max))
  }

  /// One incident told several times: the greatest minimum, the greatest maximum, and the best of the account graded
  /// best; never a sum. A best below the minimum that another account gives is raised to it, and a maximum likewise.
  ///
  /// - Parameter accounts: the figures of the accounts that give one, the best graded first.
  static func fused(_ accounts: [Figure]) -> Figure {
    let least = accounts.compactMap(\.min).max()
    let best = accounts.lazy.compactMap(\.best).first
      .map { Swift.max($0, least ?? $0) }
    let most = accounts.compactMap(\.max).max().map { Swift.max($0, best ?? $0, least ?? $0) }
    return Figure(min: least, best: best, max: most)
  }
}
