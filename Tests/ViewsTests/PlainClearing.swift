import Vocabulary

@testable import Views

/// R5 and R7 as they are written, change by change over all the evidence: what the faster `ControlClearing` is compared with.
struct PlainClearing {
  private(set) var standing: [Evidence]
  private(set) var withdrawn: [Int32: Set<UInt64>] = [:]

  init(_ gathered: ControlEvidence, profile: Profile) {
    let evidence = gathered.evidence
    standing = evidence.filter { !$0.act.isChange || $0.act == .gain }
    for change in evidence.filter(\.act.isChange).sorted(by: { ($0.seen, $0.event) < ($1.seen, $1.event) }) {
      let isStrong = gathered.counts(change) && change.points >= profile.thetaReset
      let earlier = standing.filter { $0.seen < change.seen }
      switch change.act {
      case .gain where isStrong:
        withdrawn = [:]
        var rivals = Set(earlier.filter(\.act.isControl).map(\.actor))
        rivals.insert(change.loser)
        clear(change) { rivals.contains($0.actor) && $0.actor != change.actor }
      case .lose where isStrong:
        if earlier.contains(where: { $0.actor == change.actor && $0.act.isControl }) { withdrawn = [:] }
        clear(change) { $0.actor == change.actor }
      case .withdrawal where change.points > 0:
        var unused: [Ignored] = []
        let before = earlier.filter { $0.actor == change.actor && $0.act.isControl }
        let held = Tally.byActor(gathered.trace(before), ignoring: &unused).first?.points ?? 0
        if held >= profile.thetaControl { withdrawn = [change.actor: [change.event]] }
        clear(change) { $0.actor == change.actor }
      case .departure where change.points > 0:
        clear(change) { $0.actor == change.actor && !$0.act.isControl }
      default: break
      }
    }
  }

  private mutating func clear(_ change: Evidence, _ matches: (Evidence) -> Bool) {
    standing.removeAll { $0.seen < change.seen && matches($0) }
  }
}
