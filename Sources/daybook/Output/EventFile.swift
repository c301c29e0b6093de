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

  init(_ ledger: Ledger, _ position: UInt64, _ snapshot: Snapshot) throws {
    self.ledger = ledger
    row = try EventRow(position, try ledger.leaf(at: position))
    standing = try snapshot.standing(of: position)
    let facts = References(snapshot)
    disputes = facts.disputes(of: [position])
    others = facts.stances(of: position).filter { $0.by != position }.map { stance in
      let other = stance.subject == position ? stance.object : stance.subject
      return (stance.by, "\(stance.relation.rawValue) #\(other)")
    }
    hidden = try HiddenValue.all(of: row.event, at: position, ledger, facts)
    proof = try ProofState(ledger, position)
    if let failure = snapshot.failure { throw failure }
  }

  /// The summary of another event.
  func told(_ position: UInt64) throws -> String {
    "#\(position)  \(try EventRow(position, try ledger.leaf(at: position)).event.summary)"
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
