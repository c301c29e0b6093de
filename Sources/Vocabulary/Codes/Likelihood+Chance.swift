extension Likelihood {
  /// The chance that the word stands for, in per cent (ICD 203, table of seven).
  public var percent: ClosedRange<Int> {
    switch self {
    case .almostNoChance: 1...5
    case .veryUnlikely: 5...20
    case .unlikely: 20...45
    case .roughlyEvenChance: 45...55
    case .likely: 55...80
    case .veryLikely: 80...95
    case .almostCertain: 95...99
    }
  }
}
