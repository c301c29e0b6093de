internal import Ledger

/// The timestamps that the log keeps: whether each is over a checkpoint of this log, and who made it and when.
enum TimestampCheck: AuditCheck {
  static let name = "timestamps"
  static let promise = "every timestamp is over a checkpoint of this log, and an authority that you believe made it"

  static func applies(to audit: Audit) -> Bool {
    do {
      return try audit.ledger.checkpoints().contains { try !audit.ledger.log.tokens(of: $0.number).isEmpty }
    } catch { return true }
  }

  static func run(_ audit: Audit, into report: inout AuditReport) throws {
    let now = UInt64(max(0, audit.ledger.milliseconds) / 1000)
    let verdicts = try TimestampVerdict.all(of: audit.ledger, roots: audit.roots, soon: now)
    for verdict in verdicts {
      let number = verdict.timestamp.map { $0.number > 1 ? "token \($0.number) " : "" } ?? ""
      report.add(Finding(verdict.verdict, check: name, number + verdict.what, place: "checkpoint \(verdict.size)"))
    }
    if verdicts.isEmpty { report.add(Finding(.ok, check: name, "no checkpoint has a timestamp")) }
  }
}
