extension Row {
  /// Sets roots and grade from what is known of each event; only events behind the given reasons count.
  mutating func weigh(
    _ known: [(event: UInt64, root: Root.Origin, grade: Admiralty)], behind reasons: [Reason]
  ) {
    let resting = Set(reasons.flatMap { $0.events + $0.rivals })
    let counted = known.filter { resting.contains($0.event) }
    roots = Set(counted.map(\.root)).count
    grade = counted.map(\.grade).max {
      ($0.points, $1.reliability, $1.credibility) < ($1.points, $0.reliability, $0.credibility)
    }
  }

  /// Adds the disputes and redactions of every event the row rests on or is opposed by.
  mutating func complete(_ references: References) {
    let concerned = Set(events + against.flatMap { $0.events + $0.rivals }).sorted()
    disputes = references.disputes(of: concerned)
    redactions = references.redactions(of: concerned)
  }

  /// Adds what did not count, in the order of the rules, then of the events; what one rule ignores twice stands there once.
  mutating func ignore(_ more: [Ignored]) {
    func number(_ rule: String) -> Int { Int(rule.dropFirst().prefix { $0.isNumber }) ?? 0 }
    ignored = Array(Set(ignored + more)).sorted {
      (number($0.rule), $0.event, $0.rule, $0.cause ?? 0) < (number($1.rule), $1.event, $1.rule, $1.cause ?? 0)
    }
  }
}
