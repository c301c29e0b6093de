import Vocabulary

/// What speaks for one actor's control of an area: one piece of evidence for each independent root (R4).
struct Tally {
  let actor: Int32
  /// The strongest evidence of each root, in the order of R4.
  let evidence: [Evidence]

  /// Points from roots without an interest; only they make a controller (R10) or a rival (R8).
  var points: Int { evidence.reduce(0) { $0 + ($1.counts ? $1.points : 0) } }

  /// Points from all roots, for what is only claimed (R12).
  var claimedPoints: Int { evidence.reduce(0) { $0 + $1.points } }

  /// The evidence that counts for control.
  var counted: [Evidence] { evidence.filter(\.counts) }

  /// Positions of the events behind the points, ascending.
  var events: [UInt64] { evidence.map(\.event).sorted() }

  /// Positions of the events that count for control, ascending.
  var countedEvents: [UInt64] { counted.map(\.event).sorted() }

  /// The newest day any of it speaks of.
  var newest: Day? { evidence.map(\.seen).max() }

  /// More points first, then the newest, then the smallest id, so that the order of facts never matters.
  static func leads(_ left: Tally, _ right: Tally) -> Bool {
    if left.points != right.points { return left.points > right.points }
    if left.claimedPoints != right.claimedPoints { return left.claimedPoints > right.claimedPoints }
    if left.newest != right.newest { return (left.newest ?? Day(number: .min)) > (right.newest ?? Day(number: .min)) }
    return left.actor < right.actor
  }

  /// Collapses the evidence of each actor to roots; what loses within its root is ignored by R4.
  static func byActor(_ evidence: [Evidence], ignoring ignored: inout [Ignored]) -> [Tally] {
    // By actor, in it by root, in it the best first.
    let sorted = evidence.sorted { one, next in
      if one.actor != next.actor { return one.actor < next.actor }
      return one.origin != next.origin ? one.origin < next.origin : Evidence.precedes(one, next)
    }
    var tallies: [Tally] = []
    var kept: [Evidence] = []
    func close() {
      guard let actor = kept.first?.actor else { return }
      tallies.append(Tally(actor: actor, evidence: kept.sorted(by: Evidence.precedes)))
      kept.removeAll(keepingCapacity: true)
    }
    for piece in sorted {
      if kept.last?.actor != piece.actor { close() }
      guard let first = kept.last, first.origin == piece.origin else {
        kept.append(piece)
        continue
      }
      if first.event != piece.event { ignored.append(Ignored(piece.event, "R4-same-root-as", cause: first.event)) }
    }
    close()
    return tallies.sorted(by: leads)
  }
}
