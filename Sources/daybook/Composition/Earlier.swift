import Ledger
import TransparencyLog
import Vocabulary

/// Finds the earlier events that the drafts of one call name, while they are being sealed.
final class Earlier {
  private var references: (any EventReferences)?
  private var stored: Event?
  private var refusals: [(written: String, refusal: Refusal)] = []
  /// What went wrong while the log was read.
  private(set) var failure: LedgerError?

  /// Begins with the next draft.
  func begin(_ references: any EventReferences, stored: Event?) {
    if self.references !== references { self.references = references }
    // Most drafts leave all of this as it is, and reading costs less than writing.
    if stored != nil || self.stored != nil { self.stored = stored }
    if !refusals.isEmpty { refusals.removeAll(keepingCapacity: true) }
    if failure != nil { failure = nil }
  }

  /// The digests of a redaction that is sealed again.
  var storedDigests: [String]? {
    guard case .redact(let redaction)? = stored?.payload else { return nil }
    return redaction.digests
  }

  /// The event with a name; `nil` when there is none.
  func find(_ name: EventName) -> EventRef? {
    guard let references else { return nil }
    do throws(LedgerError) {
      let found: EarlierEvent
      switch name {
      case .position(let position): found = try references.event(at: position)
      case .id(let id): found = try references.event(id: id, written: id.description)
      case .leaf(let text):
        guard let leaf = Digest(hex: text) else { return nil }
        found = try references.event(leaf: leaf)
      }
      return EventRef(seq: found.position, leaf: found.leaf.hex)
    } catch {
      if case .refused(_, let refusal) = error {
        if case .position(let position) = name { refusals.append(("#\(position)", refusal)) }
      } else {
        failure = failure ?? error
      }
      return nil
    }
  }

  /// Refuses references by position and leaf hash that do not hold.
  func check(_ written: [EventRef]) throws(LedgerError) {
    for reference in written {
      guard let references, let leaf = Digest(hex: reference.leaf) else { continue }
      _ = try references.event(at: reference.seq, leaf: leaf)
    }
  }

  /// A finding with what the log had to say about the event.
  func explained(_ finding: Finding) -> Finding {
    guard finding.problem == .unknownEvent, let known = refusals.first(where: { $0.written == finding.value }) else {
      return finding
    }
    return Finding(
      path: finding.path, problem: finding.problem, value: finding.value, reason: known.refusal.message,
      allowed: finding.allowed, nearest: finding.nearest)
  }
}
