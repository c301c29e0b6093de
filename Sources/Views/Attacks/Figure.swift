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
  /// best; never a sum and never an average.
  ///
  /// Each is a figure that some account gives. So the best of one may lie below the minimum of another: both stand, since a
  /// figure in between would have no source.
  ///
  /// - Parameter accounts: the figures of the accounts that give one, the best graded first.
  static func fused(_ accounts: [Figure]) -> Figure {
    Figure(
      min: accounts.compactMap(\.min).max(), best: accounts.lazy.compactMap(\.best).first,
      max: accounts.compactMap(\.max).max())
  }
}
