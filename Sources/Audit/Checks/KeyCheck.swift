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

  /// Looks at every checkpoint that is kept, and those from outside.
  private static func tellEnded(_ audit: Audit, into report: inout AuditReport) throws {
    let events = try audit.survey().keys
    guard !events.ends.isEmpty else { return }
    var signatures = EndedKeys(events, origin: audit.ledger.origin, known: audit.logKeys)
    for kept in try audit.ledger.checkpoints() { signatures.look(at: kept.note, named: "checkpoint \(kept.size)") }
    for (name, note) in audit.outsideNotes { signatures.look(at: note, named: name) }
    for finding in signatures.findings { report.add(finding) }
  }
}
