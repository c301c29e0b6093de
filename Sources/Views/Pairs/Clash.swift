import Vocabulary

/// Decisions that cannot all hold: A is the same as B, B as C, but A is not C.
///
/// The one recorded last among those that bring together is set aside; nothing is merged against a decision that two are
/// not the same. A person must look at it: one of the decisions is wrong.
public struct Clash: Hashable, Sendable {
  /// The decision that is set aside.
  public var same: Stance
  /// The decision that it runs against.
  public var notSame: Stance
  /// What stays together with each end of the one set aside.
  public var left: [UInt64]
  public var right: [UInt64]

  /// Every clash among what stands, in the order in which the decisions set aside were recorded.
  public static func all(_ references: References) -> [Clash] {
    let prefix = Subject.Family.link.rawValue + ":"
    let events = references.standing.subjects(ReferenceFacts.name, prefix: prefix).compactMap(Subject.position).sorted()
    var seen: Set<UInt64> = []
    var found: Set<Clash> = []
    for event in events where !seen.contains(event) {
      let merging = Merging(around: event, references)
      seen.formUnion(merging.reached)
      for (same, notSame) in merging.clashes {
        found.insert(
          Clash(
            same: same, notSame: notSame, left: Merging(around: same.subject, references).members,
            right: Merging(around: same.object, references).members))
      }
    }
    return found.sorted {
      ($0.same.by, $0.same.subject, $0.same.object) < ($1.same.by, $1.same.subject, $1.same.object)
    }
  }
}

extension References {
  /// The events that an event is brought together with by what stands, itself among them, ascending.
  public func accounts(with event: UInt64) -> [UInt64] { Merging(around: event, self).members }
}
