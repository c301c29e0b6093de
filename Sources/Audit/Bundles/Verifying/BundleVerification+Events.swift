internal import TransparencyLog

/// What the events say, and what else the bundle holds about them.
extension BundleVerification {
  func tellEvents(_ survey: BundleSurvey) {
    for problem in survey.problems { report.add(problem) }
    if survey.outsideCount > 0 {
      tell(.withheld, "events", "\(survey.outsideCount) references lead to events that are not in this bundle")
    }
    guard survey.problems.isEmpty else { return }
    tell(
      .ok, "events",
      "\(survey.eventCount) events are canonical and in order; \(survey.referenceCount - survey.outsideCount) references "
        + "lead to what they name")
  }

  func tellValues(_ survey: BundleSurvey) {
    for finding in survey.values { report.add(finding) }
    let reappeared = tellReappeared(survey)
    for (event, digest) in survey.withheld {
      let reason = survey.redactedBy[digest].map { "redacted by event #\($0)" } ?? "not given to you"
      tell(.withheld, "protected", "one protected value is withheld: \(reason)", event: event)
    }
    report.count(survey.withheldCount - survey.withheld.count, more: .withheld, check: "protected")
    guard survey.values.isEmpty, reappeared == 0 else { return }
    let shown = survey.shownCount
    tell(
      .ok, "protected",
      shown == 1 ? "1 protected value is the one committed to" : "\(shown) protected values are the ones committed to")
  }

  /// Values shown although an event destroyed them; answers how many.
  private func tellReappeared(_ survey: BundleSurvey) -> Int {
    guard !survey.redactedBy.isEmpty else { return 0 }
    var shown = ShownValues(files.root + "/data/disclosures.jsonl")
    var count = 0
    while let line = shown.lines(upTo: .max).first ?? nil {
      for digest in line.digests {
        guard let by = survey.redactedBy[digest] else { continue }
        count += 1
        tell(.fail, "protected", "a value redacted by event #\(by) is shown", event: line.event)
      }
    }
    return count
  }

  func tellEvidence(_ survey: BundleSurvey) {
    var isClean = true
    for (digest, event) in survey.evidence.sorted(by: { $0.key < $1.key }) {
      if altered.contains(digest) {
        isClean = false
        tell(.fail, "evidence", "the original \(digest.hex) was altered", event: event)
      } else if !originals.contains(digest) {
        tell(.withheld, "evidence", "the original \(digest.hex) is named and not in this bundle", event: event)
      }
    }
    for digest in originals.sorted() where survey.evidence[digest] == nil {
      let path = "data/evidence/sha256/\(digest.hex.prefix(2))/\(digest.hex)"
      isClean = isClean && !altered.contains(digest)
      tell(
        altered.contains(digest) ? .fail : .unknown, "evidence",
        altered.contains(digest) ? "does not hash to its name" : "no event says where this original comes from",
        place: path)
    }
    guard isClean else { return }
    let count = survey.evidence.keys.count { originals.contains($0) }
    tell(.ok, "evidence", "\(count) originals hash to their names")
  }
}
