internal import Ledger

/// The folder `keys/`: whether the signing key is the log's, and for its owner alone.
enum KeyCheck: AuditCheck {
  static let name = "keys"
  static let promise = "the signing key is for its owner alone and belongs to this log"

  static func run(_ audit: Audit, into report: inout AuditReport) throws {
    do throws(LedgerError) {
      _ = try audit.ledger.keys.signer(for: audit.ledger.origin)
      report.add(Finding(.ok, check: name, "the signing key is the log's and readable by its owner alone"))
    } catch {
      if case .key(.missing) = error {
        report.add(Finding(.withheld, check: name, "no signing key is here: this copy can be read, not signed"))
      } else {
        report.add(Finding(.fail, check: name, error.message))
      }
    }
  }
}
