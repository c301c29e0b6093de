import Vocabulary

/// What people have decided about accounts already.
struct PairDecisions {
  private let references: References
  private var groups: [UInt64: [UInt64]] = [:]

  init(_ references: References) { self.references = references }

  /// The events that the account is brought together with, itself among them.
  mutating func members(of event: UInt64) -> [UInt64] {
    guard !references.stances(of: event).isEmpty else { return [event] }
    if let known = groups[event] { return known }
    let members = Merging(around: event, references).members
    for member in members { groups[member] = members }
    return members
  }

  /// Whether two accounts are brought together, or anything keeps their incidents apart: one is said not to be the other,
  /// or to be part of it, to precede or to cause it.
  mutating func isDecided(_ one: UInt64, _ other: UInt64) -> Bool {
    guard !references.stances(of: one).isEmpty, !references.stances(of: other).isEmpty else { return false }
    let (left, right) = (members(of: one), members(of: other))
    return left.contains(other) || isApart(left, right)
  }

  private func isApart(_ left: [UInt64], _ right: [UInt64]) -> Bool {
    left.contains { event in
      references.stances(of: event).contains { stance in
        let far = stance.subject == event ? stance.object : stance.subject
        guard right.contains(far) else { return false }
        switch stance.relation {
        case .notSame, .same, .partOf, .precedes, .causes: return true
        case .corroborates, .contradicts: return false
        }
      }
    }
  }
}
