/// The sums of an answer of `attacks`: single incidents are summed, patterns and aggregates stand beside the sum.
public struct AttackTotals: Hashable, Sendable {
  /// The sum over single incidents.
  public private(set) var single = Total()
  /// What patterns report, never part of the sum.
  public private(set) var pattern = Total()
  /// What aggregates report, never part of the sum: their incidents may be counted already.
  public private(set) var aggregate = Total()

  /// A sum of figures; absent is not zero, so rows without a figure are counted apart.
  public struct Total: Hashable, Sendable {
    /// How many rows.
    public var rows = 0
    /// How many of them say how many were killed.
    public var withKilled = 0
    /// Sums over those rows; a row without a bound adds its best figure to the sum of that bound.
    public var min = 0
    public var best = 0
    public var max = 0
  }

  /// Sums up an answer of the view `attacks`; rows of another view are not counted.
  public init(_ answer: Answer) {
    guard answer.view.utf8.elementsEqual(Attacks.name.utf8) else { return }
    for row in answer.rows {
      let killed = answer.cell("killed", of: row)
      switch answer.cell("form", of: row) {
      case .text("single"): single.add(killed)
      case .text("pattern"): pattern.add(killed)
      case .text("aggregate"): aggregate.add(killed)
      default: break
      }
    }
  }
}

extension AttackTotals.Total {
  fileprivate mutating func add(_ killed: Cell) {
    rows += 1
    guard case .range(let low, let middle, let high) = killed else { return }
    guard let known = middle ?? low ?? high else { return }
    withKilled += 1
    min += low ?? known
    best += known
    max += high ?? known
  }
}
