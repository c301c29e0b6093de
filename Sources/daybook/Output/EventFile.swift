import Leaf
import Ledger
import TransparencyLog
import ViewStore
import Views
import Vocabulary

/// Everything that is known of one event at one moment.
struct EventFile {
  let row: EventRow
  let ledger: Ledger
  /// How it stands; `nil` when it is not known or not public at the moment.
  let standing: EventStanding?
  /// Standing disputes against it.
  let disputes: [UInt64]
  /// Links, stances and grades that other events give to it.
  let others: [(position: UInt64, what: String)]
  let hidden: [HiddenValue]
  let proof: ProofState
  private let guarding: EventGuard

  init(_ ledger: Ledger, _ position: UInt64, _ snapshot: Snapshot, _ guarding: EventGuard) throws {
    self.ledger = ledger
    self.guarding = guarding
    row = try EventRow(position, try ledger.leaf(at: position), guarding)
    standing = try snapshot.standing(of: position)
    let facts = References(snapshot)
    disputes = facts.disputes(of: [position])
    others = facts.stances(of: position).filter { $0.by != position }.map { stance in
      let other = stance.subject == position ? stance.object : stance.subject
      return (stance.by, "\(stance.relation.rawValue) #\(other)")
    }
    let values = try HiddenValue.all(of: row.event, at: position, ledger, facts)
    hidden = row.withheld == nil ? values : values.map(\.closed)
    proof = try ProofState(ledger, position)
    if let failure = snapshot.failure { throw failure }
  }

  /// The summary of another event; beside a withheld event none that could name its place or day, nor a report's title.
  func told(_ position: UInt64) throws -> String {
    let other = try EventRow(position, try ledger.leaf(at: position), guarding)
    guard row.withheld != nil, other.withheld == nil else { return "#\(position)  \(other.summary)" }
    return
      "#\(position)  \(other.event.kind == .report ? WithheldEvent.title : "\(other.event.kindText) · words withheld")"
  }
}

/// How far an event is proved: the tree it is in, and the signed checkpoint that covers it.
struct ProofState {
  let size: UInt64
  let root: Digest
  /// The size of the first checkpoint that covers the event.
  let signedSize: UInt64?

  init(_ ledger: Ledger, _ position: UInt64) throws {
    (size, root) = try ledger.head()
    signedSize = try ledger.checkpoints().first { $0.size > position }?.size
  }
}
