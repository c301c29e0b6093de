internal import Ledger
internal import TransparencyLog

/// Keys that events in the bundle have ended: what they signed afterwards is not the log's.
extension BundleVerification {
  /// Looks at every checkpoint of the bundle, also those inside its proofs, and at those that the reader brought.
  ///
  /// A selected bundle holds the events about keys as well; a falsifier who leaves them out leaves UNKNOWN, as with any event.
  func checkKeys(_ events: KeyEvents, _ origin: String) {
    keyEvents = events
    guard !events.ends.isEmpty else { return }
    var signatures = EndedKeys(events, origin: origin, known: trust.logs)
    signatures.look(at: checkpointNote, named: "data/log/checkpoint")
    for file in kept(below: "data/log/checkpoints/", atMost: BundleVerification.checkpointLimit) {
      if let note = try? files.require(file.path) { signatures.look(at: note, named: file.path) }
    }
    for file in kept(below: "data/proofs/", atMost: BundleVerification.proofLimit) {
      guard let bytes = try? files.require(file.path), let proof = try? InclusionProofFile(bytes),
        proof.checkpoint != checkpointNote
      else { continue }
      signatures.look(at: proof.checkpoint, named: file.path)
    }
    for (name, note) in outside { signatures.look(at: note, named: name) }
    let findings = signatures.findings
    for finding in findings { report.add(finding) }
    if findings.isEmpty { tell(.ok, "keys", "no key signed after the event that ended it") }
  }

  private func kept(below prefix: String, atMost limit: Int) -> some Sequence<BagWalk.File> {
    walk.payload.lazy.filter { $0.path.utf8.starts(with: prefix.utf8) }.prefix(limit)
  }
}
