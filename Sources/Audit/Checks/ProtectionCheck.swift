internal import Ledger
internal import TransparencyLog

/// Protected values against the digests in the leaves: shown, withheld, redacted, or turned up again.
enum ProtectionCheck: AuditCheck {
  static let name = "protected"
  static let promise = "every protected value shown is the one committed to, and no redacted value is left"

  static func run(_ audit: Audit, into report: inout AuditReport) throws {
    let survey = try audit.survey()
    var shown = 0
    var isClean = true
    for (event, digests) in survey.protected.sorted(by: { $0.key < $1.key }) {
      let sealed = try audit.ledger.log.disclosures(of: event)
      var byDigest: [[UInt8]: SealedDisclosure] = [:]
      for disclosure in sealed { byDigest[disclosure.digest] = disclosure }
      for digest in digests {
        let found = Digest(base64URL: digest).flatMap { byDigest.removeValue(forKey: $0.bytes) }
        let finding = judge(digest, found, at: event, survey, audit)
        guard let finding else {
          shown += 1
          continue
        }
        isClean = isClean && finding.verdict != .fail
        report.add(finding)
      }
      for _ in byDigest {
        isClean = false
        report.add(
          Finding(.fail, check: name, "a sealed value is kept that the event does not commit to", event: event))
      }
    }
    for event in try audit.ledger.log.disclosedPositions() where survey.protected[event] == nil {
      isClean = false
      let what = "a sealed value is kept for an event that hides nothing"
      report.add(Finding(.fail, check: name, what, event: event))
    }
    if isClean {
      report.add(
        Finding(
          .ok, check: name,
          shown == 1
            ? "1 protected value is the one committed to" : "\(shown) protected values are the ones committed to"))
    }
  }

  /// `nil` when the value can be read and is the one committed to.
  private static func judge(
    _ digest: String, _ sealed: SealedDisclosure?, at event: UInt64, _ survey: EventSurvey, _ audit: Audit
  ) -> Finding? {
    let redaction = survey.redactedBy[digest]
    let reason = redaction.map { "redacted by event #\($0)" } ?? "not given to you"
    guard let sealed else {
      return Finding(.withheld, check: name, "one protected value is withheld: \(reason)", event: event)
    }
    do {
      _ = try audit.ledger.disclosures.open(sealed)
    } catch {
      if case .disclosure(.keyMissing) = error {
        let left = redaction == nil ? "" : "; its sealed bytes are still here, `daybook redact --finish` takes them out"
        return Finding(.withheld, check: name, "one protected value is withheld: \(reason)\(left)", event: event)
      }
      return Finding(.fail, check: name, Audit.sentence(error), event: event)
    }
    guard let redaction else { return nil }
    return Finding(
      .fail, check: name,
      "a value redacted by event #\(redaction) can be read again; `daybook redact --finish` destroys it",
      event: event)
  }
}
