extension Row {
  /// Sets roots and grade from what is known of each event; only events behind the given reasons count.
  mutating func weigh<Origin: Hashable>(
    _ known: [(event: UInt64, root: Origin, grade: Admiralty)], behind reasons: [Reason]
  ) {
    let resting = PositionList(reasons)
    let counted = known.filter { resting.contains($0.event) }
    roots = Set(counted.map(\.root)).count
    grade = counted.map(\.grade).max {
      ($0.points, $1.reliability, $1.credibility) < ($1.points, $0.reliability, $0.credibility)
    }
  }

  /// Adds the disputes and redactions of every event the row rests on or is opposed by.
  mutating func complete(_ references: References) {
    let concerned = PositionList(because + against).positions
    disputes = references.disputes(of: concerned)
    redactions = references.redactions(of: concerned)
  }

  /// Adds what did not count, in the order of the rules, then of the events; what one rule ignores twice stands there once.
  mutating func ignore(_ more: [Ignored]) {
    // In a long war there are thousands of one rule: it is asked once for its number.
    var numbers: [String: Int] = [:]
    let numbered = (ignored + more).map { item in
      let number = numbers[item.rule] ?? Row.number(ofRule: item.rule)
      numbers[item.rule] = number
      return (number: number, item: item)
    }
    let sorted = numbered.sorted { one, next in
      if one.number != next.number { return one.number < next.number }
      if one.item.event != next.item.event { return one.item.event < next.item.event }
      return (one.item.rule, one.item.cause ?? 0) < (next.item.rule, next.item.cause ?? 0)
    }
    ignored = []
    ignored.reserveCapacity(sorted.count)
    for next in sorted where ignored.last != next.item { ignored.append(next.item) }
  }

  /// The number in the name of a rule, 11 of `R11-expired`; 0 when there is none.
  private static func number(ofRule rule: String) -> Int {
    rule.utf8.dropFirst().prefix { (0x30...0x39).contains($0) }.reduce(0) { 10 * $0 + Int($1 - 0x30) }
  }
}

/// The events that some reasons name, ascending and each once.
private struct PositionList {
  private(set) var positions: [UInt64] = []

  init(_ reasons: [Reason]) {
    var all: [UInt64] = []
    for reason in reasons {
      all += reason.events
      all += reason.rivals
    }
    all.sort()
    positions.reserveCapacity(all.count)
    for position in all where positions.last != position { positions.append(position) }
  }

  func contains(_ position: UInt64) -> Bool {
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < positions.count && positions[low] == position
  }
}
