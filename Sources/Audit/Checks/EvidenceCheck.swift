internal import Ledger
internal import TransparencyLog

/// Every original hashed anew, and compared with what the events list.
enum EvidenceCheck: AuditCheck {
  static let name = "evidence"
  static let promise = "every original is the one that the events name"

  static func run(_ audit: Audit, into report: inout AuditReport) throws {
    let survey = try audit.survey()
    let listed = survey.evidence
    let byFirst = Dictionary(grouping: listed.keys) { $0.bytes[0] }
    var isClean = true
    var done = 0
    try audit.ledger.evidence.check(
      listed: { first throws(LedgerError) in Set(byFirst[first] ?? []) },
      second: { survey.sha512[$0] },
      progress: { progress throws(LedgerError) in
        done = progress.objects
        audit.progress(name, UInt64(progress.folders), 256)
      },
      finding: { finding throws(LedgerError) in
        let told = tell(finding, listed)
        isClean = isClean && told.verdict != .fail
        report.add(told)
      })
    if isClean { report.add(Finding(.ok, check: name, "\(done) originals hash to their names")) }
  }

  private static func tell(_ finding: EvidenceStore.Finding, _ listed: [Digest: UInt64]) -> Finding {
    switch finding {
    case .missing(let digest):
      Finding(
        .withheld, check: name, "the original \(digest.hex) is named and not kept here", event: listed[digest])
    case .altered(let digest, let found):
      Finding(
        .fail, check: name, "the original \(digest.hex) was altered: it hashes to \(found.hex)", event: listed[digest])
    case .exchanged(let digest, let expected, let found):
      Finding(
        .fail, check: name,
        "the original \(digest.hex) was exchanged for one of the same SHA-256: its SHA-512 is \(found) and not \(expected)",
        event: listed[digest])
    case .unlisted(let digest):
      Finding(.unknown, check: name, "no event says where this original comes from", place: digest.hex)
    case .foreign(let path): Finding(.unknown, check: name, "is no original and should not lie here", place: path)
    case .unreadable(let digest, let reason):
      Finding(.fail, check: name, "the original \(digest.hex) cannot be read: \(reason)", event: listed[digest])
    }
  }
}
