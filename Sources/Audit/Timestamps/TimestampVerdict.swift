public import Ledger

/// What a token of the log proves to somebody who trusts certain roots.
public struct TimestampVerdict: Sendable {
  /// How many events the checkpoint covers.
  public let size: UInt64
  /// How it came out.
  public let verdict: Verdict
  /// What it proves, or why not: "existed at", never "true".
  public let what: String
  /// The token, if it can be read.
  public let timestamp: KeptTimestamp?
  /// Whether the chain ends so soon that it should be renewed.
  public let isEnding: Bool

  /// Judges every token of a ledger.
  ///
  /// A token is verified at its own time. A renewal must have come while the one before it could still be verified.
  ///
  /// - Parameters:
  ///   - roots: certificates in PEM; `nil` leaves every token UNKNOWN.
  ///   - soon: a time in seconds since 1970 at which the chain of the last token over a note should still hold.
  public static func all(of ledger: Ledger, roots: [UInt8]?, soon: UInt64) throws -> [TimestampVerdict] {
    let kept = try ledger.timestamps()
    var verdicts: [TimestampVerdict] = []
    for (index, (size, result)) in kept.enumerated() {
      switch result {
      case .failure(let error):
        let verdict = error == .noOpenSSL ? Verdict.unknown : .fail
        verdicts.append(
          TimestampVerdict(size: size, verdict: verdict, what: "\(error)", timestamp: nil, isEnding: false))
      case .success(let timestamp):
        let later = kept[(index + 1)...].lazy.compactMap { try? $0.timestamp.get() }
          .first { $0.note == timestamp.note && $0.renewed >= timestamp.number }
        verdicts.append(try judge(timestamp, renewedBy: later, roots, soon))
      }
    }
    return verdicts
  }

  private static func judge(
    _ timestamp: KeptTimestamp, renewedBy later: KeptTimestamp?, _ roots: [UInt8]?, _ soon: UInt64
  ) throws -> TimestampVerdict {
    func verdict(_ verdict: Verdict, _ what: String, isEnding: Bool = false) -> TimestampVerdict {
      TimestampVerdict(size: timestamp.size, verdict: verdict, what: what, timestamp: timestamp, isEnding: isEnding)
    }
    let moment = UTCTime.text(seconds: timestamp.token.time)
    guard let roots else {
      return verdict(.unknown, "says it existed at \(moment); give a root to believe it with --root")
    }
    do { try timestamp.token.verify(over: timestamp.stamped, roots: roots) } catch let error as TimestampError {
      return verdict(.fail, "\(error)")
    }
    if let later {
      let renewal = UTCTime.text(seconds: later.token.time)
      guard holds(timestamp, roots, later.token.time) else {
        return verdict(.unknown, "existed at \(moment), but was renewed only at \(renewal), when its chain had ended")
      }
      return verdict(.ok, "existed at \(moment), unchanged since; renewed at \(renewal)")
    }
    let isEnding = !holds(timestamp, roots, soon)
    return verdict(
      .ok, "existed at \(moment), unchanged since" + (isEnding ? "; renew it soon" : ""), isEnding: isEnding)
  }

  private static func holds(_ timestamp: KeptTimestamp, _ roots: [UInt8], _ time: UInt64) -> Bool {
    (try? timestamp.token.verify(over: timestamp.stamped, roots: roots, at: time)) != nil
  }
}
