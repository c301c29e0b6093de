internal import Ledger

/// The folder `keys/`: whether the signing key is the log's, and for its owner alone.
enum KeyCheck: AuditCheck {
  static let name = "keys"
  static let promise = "the signing key is for its owner alone and belongs to this log"

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
  }
}
