internal import TransparencyLog

/// Destroying protected values after a `redact` event has announced it.
extension Ledger {
  /// What was destroyed, and what could not be.
  public struct Destruction: Equatable, Sendable {
    /// How many sealed values were taken out of the log's file.
    public var values = 0
    /// How many keys were destroyed: their values are unreadable in every copy of the log.
    public var keys = 0
    /// How many keys were kept because they hide other values too: a copy of the log from before still holds what was
    /// sealed with them.
    public var keptKeys = 0
  }

  /// Destroys the values with these digests (as `_sd` holds them) of the events at these positions.
  ///
  /// A key goes first, when it hides nothing else, so that the call can be repeated wherever it was interrupted. Leaves,
  /// the root and every proof stay as they are.
  public func destroy(digests: [String], of positions: [UInt64]) throws(LedgerError) -> Destruction {
    let doomed = Set(digests.compactMap { Digest(base64URL: $0)?.bytes })
    var found: [SealedDisclosure] = []
    for position in Set(positions).sorted() {
      found += try log.disclosures(of: position).filter { doomed.contains($0.digest) }
    }
    var report = Destruction()
    for key in Set(found.map(\.key)) {
      let isShared = try log.disclosures(sealedWith: key).contains { !doomed.contains($0.digest) }
      if isShared {
        report.keptKeys += 1
      } else {
        try disclosures.keys.destroy(number: key)
        report.keys += 1
      }
    }
    if !found.isEmpty { report.values = try log.erase(disclosures: found.map(\.digest)) }
    return report
  }
}
