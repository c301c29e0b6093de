internal import Ledger
internal import TransparencyLog

/// Every original hashed anew, and compared with what the events list.
enum EvidenceCheck: AuditCheck {
  static let name = "evidence"
  static let promise = "every original is the one that the events name"

  static func run(_ audit: Audit, into report: inout AuditReport) throws {
    let named = try audit.survey().originals
    var isClean = true
    var done = 0
    try audit.ledger.evidence.check(
      listed: { first throws(LedgerError) in try named.digests(beginningWith: first) },
      second: { digest throws(LedgerError) in try named.sha512(of: digest) },
      progress: { progress throws(LedgerError) in
        done = progress.objects
        audit.progress(name, UInt64(progress.folders), 256)
      },
      finding: { finding throws(LedgerError) in
        let told = try tell(finding, named)
        isClean = isClean && told.verdict != .fail
        report.add(told)
      })
    if isClean { report.add(Finding(.ok, check: name, "\(done) originals hash to their names")) }
  }

  private static func tell(_ finding: EvidenceStore.Finding, _ named: NamedOriginals) throws(LedgerError) -> Finding {
    switch finding {
    case .missing(let digest):
      Finding(
        .withheld, check: name, "the original \(digest.hex) is named and not kept here",
        event: try named.event(naming: digest))
    case .altered(let digest, let found):
      Finding(
        .fail, check: name, "the original \(digest.hex) was altered: it hashes to \(found.hex)",
        event: try named.event(naming: digest))
    case .exchanged(let digest, let expected, let found):
      Finding(
        .fail, check: name,
        "the original \(digest.hex) was exchanged for one of the same SHA-256: its SHA-512 is \(found) and not \(expected)",
        event: try named.event(naming: digest))
    case .unlisted(let digest):
      Finding(.unknown, check: name, "no event says where this original comes from", place: digest.hex)
    case .foreign(let path): Finding(.unknown, check: name, "is no original and should not lie here", place: path)
    case .unreadable(let digest, let reason):
      Finding(
        .fail, check: name, "the original \(digest.hex) cannot be read: \(reason)",
        event: try named.event(naming: digest))
    }
  }
}
