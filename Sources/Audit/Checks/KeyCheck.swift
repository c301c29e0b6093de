internal import Ledger
internal import TransparencyLog

/// The folder `keys/`: whether the signing key is the log's, and for its owner alone; and whether a key signed after the
/// event that ended it.
enum KeyCheck: AuditCheck {
  static let name = "keys"
  static let promise = "the signing key is for its owner alone and belongs to this log, and no key signed after its end"

  static func run(_ audit: Audit, into report: inout AuditReport) throws {
    do throws(LedgerError) {
      let keys = audit.ledger.keys
      let held = try keys.held(for: audit.ledger.origin)
      let known = try keys.verifiers().map { KeyID.text($0) }
      for key in held where !known.contains(key.id) {
        report.add(
          Finding(.unknown, check: name, "holds a key that does not sign yet: daybook key rotate", place: key.id))
      }
      let sealed = held.allSatisfy(\.isSealed) ? ", sealed with a passphrase" : ""
      report.add(Finding(.ok, check: name, "the signing key is the log's and readable by its owner alone\(sealed)"))
    } catch {
      if case .key(.missing) = error {
        report.add(Finding(.withheld, check: name, "no signing key is here: this copy can be read, not signed"))
      } else {
        report.add(Finding(.fail, check: name, error.message))
      }
    }
    try tellHead(audit, into: &report)
    try tellEnded(audit, into: &report)
  }

  /// The head of the last signature: without it nobody can tell here whether the log continues what was signed.
  private static func tellHead(_ audit: Audit, into report: inout AuditReport) throws(LedgerError) {
    let hasKey = (try? audit.ledger.keys.held(for: audit.ledger.origin)) != nil
    do throws(LedgerError) { _ = try audit.ledger.keys.head() } catch {
      guard case .signing(let problem) = error else { throw error }
      if case .headMissing = problem, !hasKey { return }
      let verdict: Verdict = if case .headMissing = problem { .unknown } else { .fail }
      report.add(Finding(verdict, check: name, problem.message, place: "keys/head"))
    }
  }

  /// The first checkpoint over the event that ends a key is the last that it signs; who has it later, signs no log.
  private static func tellEnded(_ audit: Audit, into report: inout AuditReport) throws {
    let ends = try audit.survey().keyEnds
    guard !ends.isEmpty else { return }
    let kept = try audit.ledger.checkpoints().map { (name: "checkpoint \($0.size)", note: $0.note) }
    let living = audit.logKeys.filter { key in !ends.contains { $0.key == key } }
    for end in ends {
      let signed = (kept + audit.outsideNotes).compactMap {
        name, note -> (name: String, size: UInt64, isShared: Bool)? in
        guard let own = try? Checkpoint.open(note, origin: audit.ledger.origin, logKeys: [end.key]) else { return nil }
        let shared = try? Checkpoint.open(note, origin: audit.ledger.origin, logKeys: living)
        return (name, own.checkpoint.size, shared != nil)
      }
      let last = signed.map(\.size).filter { $0 > end.event }.min() ?? end.event + 1
      for note in signed where note.size > end.event + 1 {
        // Somebody else may have appended between the event and its checkpoint, which the next key then signs too.
        if note.size == last, note.isShared || end.isCompromised { continue }
        let how = end.isCompromised ? "said to be in other hands" : "retired"
        let what =
          "is signed by the key \(KeyID.text(end.key)), which event #\(end.event) has \(how): whoever signed it had no right to"
        report.add(Finding(.fail, check: name, what, place: note.name))
      }
    }
  }
}
