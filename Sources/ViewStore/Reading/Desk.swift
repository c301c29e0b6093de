internal import Views

/// A snapshot, and what was looked up in it.
///
/// A process that asks again and again (a report, a comparison, a server) finds the views open, and what it looked up at the
/// same known time remembered. It belongs to one thread at a time.
final class Desk {
  let snapshot: Snapshot
  /// The file it has open; `nil` when that was gone at once.
  let file: FileIdentity?
  private var kept: (disclosure: DisclosureLevel, tellsIgnored: Bool, references: References)?

  init(_ snapshot: Snapshot, file: FileIdentity? = nil) { (self.snapshot, self.file) = (snapshot, file) }

  /// What assessments look things up in, for questions that show and tell as much.
  func references(_ disclosure: DisclosureLevel = .region, tellsIgnored: Bool = true) -> References {
    if let kept, kept.disclosure == disclosure, kept.tellsIgnored == tellsIgnored { return kept.references }
    let references = References(snapshot, disclosure: disclosure, tellsIgnored: tellsIgnored)
    kept = (disclosure, tellsIgnored, references)
    return references
  }

  /// Turns to a moment of the views as they are now; what was looked up is forgotten unless both are as they were.
  func turn(to moment: Moment) throws {
    let before = snapshot.moment
    if try !snapshot.resume(at: moment) || moment != before { kept = nil }
  }
}
