public import Ledger

/// Timestamps of an authority over signed notes: that a note existed at a time, and so every event under it.
///
/// A token covers the whole note including signatures. Before the certificate of its authority ends, it is renewed: a new token covers the note
/// and the tokens before it, one after the other, so that each is shown to have been there while it could still be verified.
extension Ledger {
  /// The bytes to be stamped next for a note: the note, or the note and all tokens over it.
  public func toStamp(_ checkpoint: StoredCheckpoint, renewing: Bool) throws(LedgerError) -> [UInt8] {
    KeptTimestamp.stamped(checkpoint.note, renewing ? try log.tokens(of: checkpoint.number) : [])
  }

  /// Keeps a token with the note that it is over, and answers what it covers. A token that is there already is not kept twice.
  ///
  /// - Parameter roots: certificates the token is verified with first; `nil` keeps it unverified.
  /// - Throws: `foreign` when it is over no note of this log.
  public func keep(timestamp token: TimestampToken, roots: [UInt8]?) throws -> KeptTimestamp {
    for checkpoint in try checkpoints().reversed() {
      let tokens = try log.tokens(of: checkpoint.number)
      let place = tokens.firstIndex(of: token.bytes)
      let earlier = Array(tokens[..<(place ?? tokens.count)])
      guard let renewed = Self.renewed(by: token, checkpoint.note, earlier) else { continue }
      let kept = KeptTimestamp(
        size: checkpoint.size, number: earlier.count + 1, token: token, renewed: renewed, note: checkpoint.note,
        earlier: earlier)
      if let roots { try token.verify(over: kept.stamped, roots: roots) }
      if place == nil { try log.keep(token: token.bytes, of: checkpoint.number) }
      return kept
    }
    throw TimestampError.foreign
  }

  /// Every token the log keeps, in the order of the notes and of keeping; with why one cannot be read.
  public func timestamps() throws -> [(size: UInt64, timestamp: Result<KeptTimestamp, TimestampError>)] {
    var found: [(size: UInt64, timestamp: Result<KeptTimestamp, TimestampError>)] = []
    for checkpoint in try checkpoints() {
      let tokens = try log.tokens(of: checkpoint.number)
      for (index, bytes) in tokens.enumerated() {
        let earlier = Array(tokens[..<index])
        do {
          let token = try TimestampToken(bytes)
          guard let renewed = Self.renewed(by: token, checkpoint.note, earlier) else { throw TimestampError.foreign }
          let kept = KeptTimestamp(
            size: checkpoint.size, number: index + 1, token: token, renewed: renewed, note: checkpoint.note,
            earlier: earlier)
          found.append((checkpoint.size, .success(kept)))
        } catch let error as TimestampError {
          found.append((checkpoint.size, .failure(error)))
        }
      }
    }
    return found
  }

  /// How many earlier tokens a token covers besides the note; `nil` when it is over something else.
  private static func renewed(by token: TimestampToken, _ note: [UInt8], _ earlier: [[UInt8]]) -> Int? {
    (0...earlier.count).first { token.isOver(KeptTimestamp.stamped(note, earlier.prefix($0))) }
  }
}
