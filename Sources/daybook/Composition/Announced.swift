import Audit
import Ledger
import TransparencyLog

/// Redactions that were announced and not carried out to the end: after an interruption, or in a log that was brought
/// back from a backup.
struct Announced {
  private let ledger: Ledger
  /// What the log announces.
  let redactions: Redactions

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    redactions = try Redactions(of: ledger)
  }

  /// The digests that were announced and whose sealed values are still here, with the events that hide them.
  func unfinished(of position: UInt64? = nil) throws -> (digests: [String], positions: [UInt64]) {
    var found: (digests: [String], positions: [UInt64]) = ([], [])
    for announcement in redactions.announcements {
      for target in announcement.targets where position.map({ $0 == target }) ?? true {
        let kept = Set(try ledger.log.disclosures(of: target).map(\.digest))
        let left = announcement.digests.filter { Digest(base64URL: $0).map { kept.contains($0.bytes) } ?? false }
        guard !left.isEmpty else { continue }
        found.digests += left
        found.positions.append(target)
      }
    }
    return found
  }

  /// Destroys them.
  func finish(_ unfinished: (digests: [String], positions: [UInt64])) throws -> Ledger.Destruction {
    try ledger.destroy(digests: unfinished.digests, of: unfinished.positions)
  }
}
