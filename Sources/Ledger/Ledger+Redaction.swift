internal import TransparencyLog

/// Destroying protected values after a `redact` event has announced it, and giving what stays new keys.
extension Ledger {
  /// What was destroyed, and what could not be.
  public struct Destruction: Equatable, Sendable {
    /// How many sealed values were taken out of the log's file.
    public var values = 0
    /// How many keys were destroyed: what they sealed is unreadable in every copy of the log.
    public var keys = 0
    /// How many values of the same subjects got a new key.
    public var resealed = 0
    /// Whether the files of the log are free of what was destroyed; another program that reads the log can prevent it.
    public var isPurged = true
  }

  /// Destroys the values with these digests (as `_sd` holds them) of the events at these positions.
  ///
  /// Every key that sealed one of them is destroyed; other values of the subject are sealed with a new one first. The
  /// call can be repeated wherever it was interrupted. Leaves, the root and every proof stay as they are.
  public func destroy(digests: [String], of positions: [UInt64]) throws(LedgerError) -> Destruction {
    let doomed = Set(digests.compactMap { Digest(base64URL: $0)?.bytes })
    var keys: Set<[UInt8]> = []
    for position in Set(positions).sorted() {
      for sealed in try log.disclosures(of: position) where doomed.contains(sealed.digest) { keys.insert(sealed.key) }
    }
    return try settle(doomed, keys: keys)
  }

  /// Gives the values of a subject, or of all, new keys and destroys the old ones; the log stays as it is.
  ///
  /// Whoever has a copy of the old keys can open nothing that is kept here from then on.
  public func rekey(subject: String? = nil) throws(LedgerError) -> Destruction {
    try settle([], keys: Set(try disclosures.keys.numbers(of: subject)))
  }

  /// Retires the keys, destroys what is doomed, seals the rest anew, destroys every retired key, and purges the files.
  private func settle(_ doomed: Set<[UInt8]>, keys: Set<[UInt8]>) throws(LedgerError) -> Destruction {
    for key in keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) { try disclosures.keys.retire(number: key) }
    let retired = Set(try disclosures.keys.retired())
    var report = Destruction()
    guard !keys.isEmpty || !retired.isEmpty else { return report }
    var fresh: [String: SubjectKeys.Key] = [:]
    var isUsed: Set<[UInt8]> = []
    report.values = try log.rewrite(disclosuresSealedWith: Array(keys.union(retired))) { sealed throws(LedgerError) in
      if doomed.contains(sealed.digest) { return nil }
      guard let old = try? disclosures.keys.key(number: sealed.key), let text = try? disclosures.open(sealed) else {
        isUsed.insert(sealed.key)
        return sealed
      }
      if fresh[old.subject] == nil { fresh[old.subject] = try disclosures.keys.makeKey(for: old.subject) }
      guard let key = fresh[old.subject] else { preconditionFailure("a key was just made") }
      report.resealed += 1
      return disclosures.seal(text, with: key, position: sealed.position)
    }
    for key in retired.subtracting(isUsed) {
      try disclosures.keys.destroy(number: key)
      report.keys += 1
    }
    report.isPurged = try log.purge()
    return report
  }
}
