import Vocabulary

/// Which events tell of the same thing: a reversible merge by `same` references and links, with `not-same` respected.
///
/// The statements are applied in the order in which they were recorded; one that would bring together two events that are
/// said not to be the same is set aside and named. The order in which facts arrive therefore never matters.
struct Merging {
  /// The events of the group asked about, ascending; the first names the group.
  let members: [UInt64]
  /// The events that brought the group together, ascending: links, and accounts that refer to another.
  let mergedBy: [UInt64]
  /// Statements of sameness that were set aside.
  let refused: [Ignored]
  /// The same, with the statement each runs against.
  let clashes: [(same: Stance, notSame: Stance)]
  /// Every event that can be reached through sameness, whether it was brought together or not.
  let reached: Set<UInt64>

  /// The name of the group: its earliest event.
  var head: UInt64 { members[0] }

  /// The group around an event.
  init(around event: UInt64, _ references: References) {
    let (same, apart, reached) = Merging.statements(around: event, references)
    self.reached = reached
    guard !same.isEmpty else {
      (members, mergedBy, refused, clashes) = ([event], [], [], [])
      return
    }
    var groups: [UInt64: Set<UInt64>] = [:]
    var used: [Stance] = []
    var clashes: [(same: Stance, notSame: Stance)] = []
    for stance in same.sorted(by: Merging.precedes) {
      let one = groups[stance.subject] ?? [stance.subject]
      let other = groups[stance.object] ?? [stance.object]
      let clash = apart.first {
        one.contains($0.subject) && other.contains($0.object) || one.contains($0.object) && other.contains($0.subject)
      }
      if let clash {
        clashes.append((stance, clash))
        continue
      }
      used.append(stance)
      let both = one.union(other)
      for member in both { groups[member] = both }
    }
    let mine = groups[event] ?? [event]
    members = mine.sorted()
    mergedBy = Set(used.filter { mine.contains($0.subject) }.map(\.by)).sorted()
    self.clashes = clashes
    refused = clashes.map { Ignored($0.same.by, "M1-said-not-to-be-the-same", cause: $0.notSame.by) }
  }

  /// Every statement of sameness and of difference that can be reached from the event through sameness.
  private static func statements(
    around event: UInt64, _ references: References
  ) -> (same: Set<Stance>, apart: [Stance], reached: Set<UInt64>) {
    var same: Set<Stance> = []
    var apart: Set<Stance> = []
    var seen: Set<UInt64> = [event]
    var next = [event]
    while let current = next.popLast() {
      for stance in references.stances(of: current) where stance.subject != stance.object {
        if stance.relation == .notSame { apart.insert(stance) }
        guard stance.relation == .same else { continue }
        same.insert(stance)
        let far = stance.subject == current ? stance.object : stance.subject
        if seen.insert(far).inserted { next.append(far) }
      }
    }
    return (same, apart.sorted(by: precedes), seen)
  }

  private static func precedes(_ left: Stance, _ right: Stance) -> Bool {
    (left.by, left.subject, left.object, left.relation.rawValue)
      < (right.by, right.subject, right.object, right.relation.rawValue)
  }
}
